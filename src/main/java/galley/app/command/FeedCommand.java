package galley.app.command;

import galley.ingest.Feed;
import galley.ingest.FeedAddress;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley feed`: which feeds are pulled.
@Command(name = "feed", description = "Find, add, list and remove feeds, and bring them in and out as OPML.", subcommands = {FeedAddCommand.class, FeedFindCommand.class,
        FeedCommand.ListThem.class, FeedCommand.Remove.class, FeedImportCommand.class, FeedExportCommand.class, FeedStarterCommand.class, FeedTermsCommand.class})
final class FeedCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Override
    public Integer call() {
        throw Usage.of(this, "Say add, find, list, remove, import, export, starter or terms.");
    }

    @Command(name = "list", description = "List feeds and how their last pull went.")
    static final class ListThem implements Callable<Integer> {

        @ParentCommand
        @Nullable FeedCommand parent;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var feeds = room.store().feeds().all();
                if (galley.json) {
                    galley.terminal.json(Map.of("feeds", feeds.stream().map(f -> described(f, room.store().wire().countOf(f.id()))).toList()));
                } else {
                    feeds.forEach(f -> galley.terminal.out.println(f.url() + "\t" + f.title() + "\t"
                            + (f.problem() != null ? f.problem() : f.succeeded() == null ? "not pulled yet" : "pulled " + f.succeeded())));
                }
                return Exit.DONE;
            }
        }

        private static Map<String, Object> described(Feed feed, long items) {
            var map = new LinkedHashMap<String, Object>();
            map.put("id", feed.id());
            map.put("url", feed.url());
            map.put("title", feed.title());
            map.put("source", feed.source());
            map.put("site", feed.site());
            map.put("category", feed.category());
            map.put("folder", feed.folder());
            map.put("rights", feed.rights().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            map.put("items", items);
            map.put("checked", feed.checked());
            map.put("succeeded", feed.succeeded());
            map.put("problem", feed.problem());
            map.put("paused", feed.paused());
            return map;
        }
    }

    @Command(name = "remove", description = "Stop pulling feeds; what they delivered stays.")
    static final class Remove implements Callable<Integer> {

        @ParentCommand
        @Nullable FeedCommand parent;

        @Parameters(paramLabel = "URL", arity = "1..*")
        List<String> urls = List.of();

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                int unknown = 0;
                for (var url : urls) {
                    var address = subscribed(url);
                    var feed = room.store().feeds().byUrl(address == null ? url : address);
                    if (feed.isEmpty()) {
                        galley.terminal.err.println("There is no feed " + url + ".");
                        unknown++;
                    } else {
                        room.store().feeds().remove(feed.get().id());
                        galley.terminal.out.println("Removed " + feed.get().url());
                    }
                }
                return unknown == 0 ? Exit.DONE : unknown == urls.size() ? Exit.REFUSED : Exit.IN_PART;
            }
        }
    }

    /// The address under which a feed is kept, bare hosts and paths included; null for neither a web address nor a file that is there.
    static @Nullable String subscribed(String typed) {
        var address = FeedAddress.of(typed).orElse(null);
        return address != null && address.startsWith("file:") && address(address) == null ? null : address;
    }

    /// A web address as it is, a path as a file address; null for neither.
    static @Nullable String address(String typed) {
        if (isFile(typed)) {
            return Path.of(typed).toAbsolutePath().normalize().toUri().toString();
        }
        try {
            var uri = URI.create(typed.strip());
            if (uri.getScheme() != null && uri.getScheme().length() > 1) {
                return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
                    case "http", "https" -> uri.getHost() == null ? null : uri.toString();
                    case "file" -> Files.exists(Path.of(uri)) ? uri.toString() : null;
                    case "feed" -> address(typed.strip().replaceFirst("(?i)^feed:(//)?(?=https?:)", "").replaceFirst("(?i)^feed:", "http:"));
                    default -> null;
                };
            }
        } catch (IllegalArgumentException | FileSystemNotFoundException neither) {
            return null;
        }
        return null;
    }

    private static boolean isFile(String typed) {
        try {
            return Files.exists(Path.of(typed));
        } catch (InvalidPathException none) {
            return false;
        }
    }
}
