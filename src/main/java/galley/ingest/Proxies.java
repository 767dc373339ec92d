package galley.ingest;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way out of this machine: straight, or through the proxy that its environment names.
///
/// @param selector says for each address which way
/// @param login answers the proxy when it asks for a name and password; empty when none are known
record Proxies(ProxySelector selector, Optional<Authenticator> login) {

    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);

    static {
        // Java sends no password through a tunnel unless told so; the proxy is the machine's own
        if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
    }

    /// `https_proxy`, `http_proxy` and `no_proxy`, as other programs read them; without them what Java was told.
    static Proxies ofThisMachine(Map<String, String> environment) {
        var plain = address(value(environment, "http_proxy"));
        var safe = address(value(environment, "https_proxy"));
        var all = address(value(environment, "all_proxy"));
        if (plain == null && safe == null && all == null) {
            return new Proxies(ProxySelector.getDefault() == null ? ProxySelector.of(null) : ProxySelector.getDefault(), Optional.empty());
        }
        var not = List.of(value(environment, "no_proxy").toLowerCase(Locale.ROOT).split("[\\s,]+"));
        var forPlain = plain == null ? all : plain;
        var forSafe = safe == null ? all : safe;
        return new Proxies(new Named(forPlain, forSafe, not), login(forPlain, forSafe));
    }

    private static String value(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return value != null ? value.strip() : environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip();
    }

    private static @Nullable URI address(String words) {
        if (words.isEmpty()) {
            return null;
        }
        try {
            var uri = URI.create(words.contains("://") ? words : "http://" + words);
            return uri.getHost() == null ? null : uri;
        } catch (IllegalArgumentException none) {
            LOG.warn("The proxy that the environment names is no address; it is not used");
            return null;
        }
    }

    private static Optional<Authenticator> login(@Nullable URI plain, @Nullable URI safe) {
        for (var proxy : new @Nullable URI[] {plain, safe}) {
            var login = proxy == null ? null : Login.split(proxy.toString()).login();
            if (login != null) {
                return Optional.of(new Authenticator() {
                    @Override
                    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                        return getRequestorType() == RequestorType.PROXY ? new PasswordAuthentication(login.name(), login.password().toCharArray()) : null;
                    }
                });
            }
        }
        return Optional.empty();
    }

    private static final class Named extends ProxySelector {

        private final @Nullable URI plain;
        private final @Nullable URI safe;
        private final List<String> not;

        Named(@Nullable URI plain, @Nullable URI safe, List<String> not) {
            this.plain = plain;
            this.safe = safe;
            this.not = not;
        }

        @Override
        public List<Proxy> select(URI uri) {
            var proxy = "https".equalsIgnoreCase(uri.getScheme()) ? safe : plain;
            return proxy == null || goesStraight(uri.getHost()) ? List.of(Proxy.NO_PROXY)
                    : List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort())));
        }

        /// This machine is never reached through a proxy.
        private boolean goesStraight(@Nullable String host) {
            if (host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
                return true;
            }
            var name = host.toLowerCase(Locale.ROOT);
            return not.stream().anyMatch(one -> one.equals("*") || !one.isEmpty() && (name.equals(one.replaceFirst("^\\*?\\.", "")) || name.endsWith("." + one.replaceFirst("^\\*?\\.", ""))));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            LOG.info("The proxy {} could not be reached", address);
        }
    }
}
