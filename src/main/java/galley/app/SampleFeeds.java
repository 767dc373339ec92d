package galley.app;

import galley.app.demo.NewsDay;
import galley.ingest.Feed;
import galley.store.Store;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The sample newsroom's feeds. Their documents lie as files in the newsroom's folder and are pulled like any other feed, also later,
/// from the window.
final class SampleFeeds {

    private final Path folder;
    private final Map<String, UUID> ids = new LinkedHashMap<>();

    SampleFeeds(Path folder) {
        this.folder = folder;
    }

    void add(OpenNewsroom room, NewsDay day) {
        for (var feed : day.feeds()) {
            put(feed, feed.file());
            var id = Store.newId();
            room.store().feeds().add(Feed.at(id, document(feed).toUri().toString(), room.clock().instant())
                    .described(feed.name(), feed.name(), "", feed.rights()));
            ids.put(feed.key(), id);
        }
    }

    /// The newsroom's own id of a feed.
    UUID id(String key) {
        return ids.get(key);
    }

    /// Pulls these feeds; in the evening their documents have moved on before.
    String pull(OpenNewsroom room, List<NewsDay.Feed> wanted, boolean evening) {
        if (evening) {
            wanted.forEach(feed -> put(feed, feed.evening() == null ? feed.file() : feed.evening()));
        }
        var feeds = wanted.stream().map(feed -> room.store().feeds().byId(id(feed.key())).orElseThrow()).toList();
        var report = room.puller().pull(feeds, Progress.Watcher.NONE, new Cancel());
        if (!report.failed().isEmpty()) {
            throw new IllegalStateException("A sample feed could not be pulled: " + report.failed());
        }
        return "Pulled " + String.join(", ", wanted.stream().map(NewsDay.Feed::name).toList()) + ": " + report.fresh() + " new, "
                + report.changed() + " changed.";
    }

    private Path document(NewsDay.Feed feed) {
        return folder.resolve(Path.of(feed.file()).getFileName());
    }

    private void put(NewsDay.Feed feed, String file) {
        try {
            Files.createDirectories(folder);
            Files.write(document(feed), NewsDay.bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
