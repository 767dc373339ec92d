package galley.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Looks hosts up for the whole program, and keeps a host that was found out in the world out there.
///
/// A name server can answer with a public address when a link is judged and with a private one when it is followed. While a
/// link into the world is being followed, a private answer for its host is therefore no answer: the address that is
/// connected to is one that was judged.
public final class HostsForFeeds extends InetAddressResolverProvider {

    private static final Map<String, Integer> IN_THE_WORLD = new ConcurrentHashMap<>();

    /// Ends the watch over one host.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// From now until closed, the host has public addresses or none.
    static Watch staysInTheWorld(String host) {
        var name = name(host);
        IN_THE_WORLD.merge(name, 1, Integer::sum);
        return () -> IN_THE_WORLD.computeIfPresent(name, (_, n) -> n == 1 ? null : n - 1);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return guarding(configuration.builtinResolver());
    }

    static InetAddressResolver guarding(InetAddressResolver behind) {
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                var found = behind.lookupByName(host, policy);
                if (!IN_THE_WORLD.containsKey(name(host))) {
                    return found;
                }
                List<InetAddress> addresses = found.toList();
                if (addresses.stream().anyMatch(address -> Reach.of(address) != Reach.WORLD)) {
                    throw new UnknownHostException(host + " changed its address into this network");
                }
                return addresses.stream();
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return behind.lookupByAddress(address);
            }
        };
    }

    private static String name(String host) {
        var lower = Elements.lower(host);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    @Override
    public String name() {
        return "Galley";
    }
}
