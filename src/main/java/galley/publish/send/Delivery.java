package galley.publish.send;

import galley.publish.Exporter;
import galley.work.Cancel;
import galley.work.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings the site to a destination. It is always made in a folder first, whole and with its list; what goes elsewhere goes from there.
public final class Delivery {

    private final Path newsroom;
    private final SiteLogins logins;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Sender.Patience patience;

    /// @param newsroom the newsroom's folder
    /// @param environment of the process: names of sign-ins as other programs read them
    public Delivery(Path newsroom, Map<String, String> environment, Clock clock) {
        this(newsroom, environment, clock, Sender.Patience.REAL);
    }

    Delivery(Path newsroom, Map<String, String> environment, Clock clock, Sender.Patience patience) {
        this.newsroom = newsroom;
        this.logins = new SiteLogins(newsroom.resolve("keys").resolve("site-logins.json"));
        this.environment = environment;
        this.clock = clock;
        this.patience = patience;
    }

    public SiteLogins logins() {
        return logins;
    }

    /// What an export to a destination did.
    ///
    /// @param site what was made in the folder
    /// @param sent what went elsewhere; null when the folder itself is the destination
    public record Report(Exporter.Report site, @Nullable Sent sent) {

        /// Files written at the destination.
        public int written() {
            return sent == null ? site.written() : sent.written().size();
        }

        public int unchanged() {
            return sent == null ? site.unchanged() : sent.unchanged();
        }

        public int removed() {
            return sent == null ? site.removed() : sent.removed().size();
        }

        /// Strangers' files, here and there.
        public List<String> strangers() {
            var all = new ArrayList<>(site.strangers());
            if (sent != null) {
                all.addAll(sent.strangers());
            }
            return all;
        }
    }

    /// What an export to a destination would do.
    public record Trial(Exporter.Trial site, @Nullable Sent sent) {}

    /// The folder in which the site is made for a destination.
    public Path folder(Destination to) {
        return to instanceof Destination.Folder folder ? folder.path() : newsroom.resolve("site");
    }

    /// @param export makes the site in a folder
    /// @param evenIfEqual send every file again
    public Report deliver(Destination.Given given, BiFunction<Path, Progress.Watcher, Exporter.Report> export, boolean evenIfEqual, Progress.Watcher watcher, Cancel cancel) {
        var made = export.apply(folder(given.to()), watcher);
        // Nothing was asked for that could be done: the site is as it was, and so is what was sent of it.
        boolean nothing = made.written() + made.unchanged() + made.removed() == 0;
        return new Report(made, given.to() instanceof Destination.Folder || nothing ? null : send(given, evenIfEqual, false, watcher, cancel));
    }

    /// Looks what an export would do, and does nothing.
    ///
    /// @param export looks what would be made in a folder
    public Trial trial(Destination.Given given, Function<Path, Exporter.Trial> export, Progress.Watcher watcher, Cancel cancel) {
        var made = export.apply(folder(given.to()));
        if (given.to() instanceof Destination.Folder) {
            return new Trial(made, null);
        }
        var folder = folder(given.to());
        var known = java.nio.file.Files.exists(folder.resolve(SiteFiles.MANIFEST)) ? SiteFiles.in(folder).files() : Map.<String, String>of();
        var files = new java.util.TreeMap<>(known);
        made.removed().forEach(files::remove);
        // What is made anew has other bytes than whatever lies there.
        made.written().forEach(path -> files.put(path, "new"));
        var soon = new SiteFiles(folder, made.newsroom(), files, new byte[0]);
        return new Trial(made, send(given, soon, false, true, watcher, cancel));
    }

    private Sent send(Destination.Given given, boolean evenIfEqual, boolean dryRun, Progress.Watcher watcher, Cancel cancel) {
        return send(given, SiteFiles.in(folder(given.to())), evenIfEqual, dryRun, watcher, cancel);
    }

    private Sent send(Destination.Given given, SiteFiles site, boolean evenIfEqual, boolean dryRun, Progress.Watcher watcher, Cancel cancel) {
        return switch (given.to()) {
            case Destination.Folder folder -> throw new IllegalArgumentException("A folder needs no sending: " + folder);
            case Destination.Zip zip -> new ZipSite(zip.file()).write(site, dryRun, watcher, cancel);
            case Destination.Sftp to -> sftp(to, given.password(), site, evenIfEqual, dryRun, watcher, cancel);
            case Destination.Bucket to -> bucket(to, site, evenIfEqual, dryRun, watcher, cancel);
        };
    }

    private Sent sftp(Destination.Sftp to, @Nullable String password, SiteFiles site, boolean evenIfEqual, boolean dryRun, Progress.Watcher watcher, Cancel cancel) {
        var host = new KnownHost(to, logins, !dryRun);
        try (var side = new SftpSide(to, login(to, password), host)) {
            return sender(site, to, side, watcher, cancel).send(evenIfEqual, dryRun, () -> host.firstSeen() == null ? List.of()
                    : List.of("The server " + to.host() + " was met for the first time; its key is " + host.firstSeen() + (dryRun ? "." : ", and no other will be taken from now on.")));
        }
    }

    private Login login(Destination.Sftp to, @Nullable String password) {
        if (password != null) {
            return new Login("", password, "");
        }
        var said = said("GALLEY_SFTP_PASSWORD");
        var key = said("GALLEY_SFTP_KEY");
        if (!said.isEmpty() || !key.isEmpty()) {
            return new Login("", said, key);
        }
        return logins.of(to).orElse(Login.NONE);
    }

    private Sent bucket(Destination.Bucket to, SiteFiles site, boolean evenIfEqual, boolean dryRun, Progress.Watcher watcher, Cancel cancel) {
        var login = said("AWS_ACCESS_KEY_ID").isEmpty() ? logins.of(to).orElse(Login.NONE) : new Login(said("AWS_ACCESS_KEY_ID"), said("AWS_SECRET_ACCESS_KEY"), "");
        if (login.name().isEmpty() || login.secret().isEmpty()) {
            throw galley.notice.Trouble.of("Nothing is known to sign in with at the bucket " + to.bucket() + ".", "Nothing was sent.",
                    "Give an access key: galley destination login " + to.address() + ", or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
        }
        var endpoint = said("AWS_ENDPOINT_URL_S3").isEmpty() ? said("AWS_ENDPOINT_URL") : said("AWS_ENDPOINT_URL_S3");
        var region = said("AWS_REGION").isEmpty() ? said("AWS_DEFAULT_REGION") : said("AWS_REGION");
        try (var side = new BucketSide(to, login, said("AWS_SESSION_TOKEN"), to.endpoint() != null ? to.endpoint() : endpoint(endpoint),
                to.region() != null ? to.region() : region, clock)) {
            return sender(site, to, side, watcher, cancel).send(evenIfEqual, dryRun, List::of);
        }
    }

    private static @Nullable URI endpoint(String words) {
        return words.isEmpty() ? null : Destination.endpoint(words);
    }

    private Sender sender(SiteFiles site, Destination to, OtherSide other, Progress.Watcher watcher, Cancel cancel) {
        return new Sender(site, to, other, new SentList(newsroom, to, clock), patience, watcher, cancel);
    }

    private String said(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
