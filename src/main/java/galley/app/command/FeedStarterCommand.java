package galley.app.command;

import galley.ingest.Feed;
import galley.ingest.FeedAddress;
import galley.ingest.FeedParser;
import galley.ingest.Fetched;
import galley.ingest.Fetcher;
import galley.ingest.StarterFeeds;
import galley.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `galley feed starter`: well-known feeds to begin with.
@Command(name = "starter", description = "List well-known news feeds by language, add them, or check that they still answer.")
final class FeedStarterCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable FeedCommand parent;

    @Option(names = "--language", paramLabel = "TAG", description = "Only those in this language, such as de or pt-BR. Default: all.")
    @Nullable String language;

    @Option(names = "--add", description = "Add those of the language.")
    boolean add;

    @Option(names = "--check", description = "Ask each whether it is still a feed.")
    boolean check;

    @Override
    public Integer call() {
        if (add && language == null) {
            throw new Refusal("Say in which language, with --language.");
        }
        var rows = new ArrayList<Map<String, Object>>();
        try (var fetcher = new Fetcher("")) {
            InOrder.each(language == null ? StarterFeeds.all() : StarterFeeds.in(language), starter -> row(starter, check ? problem(fetcher, starter) : null), rows::add);
        }
        if (add) {
            add(rows);
        }
        if (parent.galley.json) {
            parent.galley.terminal.json(Map.of("feeds", rows));
        } else {
            rows.forEach(row -> parent.galley.terminal.out.println(row.get("language") + "\t" + row.get("outlet") + "\t" + row.get("url")
                    + (row.get("problem") == null ? "" : "\t" + row.get("problem"))));
        }
        return rows.stream().allMatch(row -> row.get("problem") == null) ? Exit.DONE : Exit.IN_PART;
    }

    private static Map<String, Object> row(StarterFeeds.Starter starter, @Nullable String problem) {
        var row = new LinkedHashMap<String, Object>();
        row.put("language", starter.language());
        row.put("outlet", starter.outlet());
        row.put("url", starter.url());
        row.put("site", starter.site());
        row.put("problem", problem);
        return row;
    }

    private static @Nullable String problem(Fetcher fetcher, StarterFeeds.Starter starter) {
        return switch (fetcher.fetch(starter.url())) {
            case Fetched.Document document -> {
                var parsed = FeedParser.parse(document.bytes(), document.contentType(), document.url());
                yield parsed.isFeed() ? null : String.join(" ", parsed.problems());
            }
            case Fetched.Failed failed -> failed.problem();
            case Fetched.Unchanged nothing -> "Nothing came.";
        };
    }

    private void add(List<Map<String, Object>> rows) {
        try (var room = parent.galley.open()) {
            for (var row : rows) {
                var url = FeedAddress.of(String.valueOf(row.get("url"))).orElseThrow();
                var outlet = String.valueOf(row.get("outlet"));
                row.put("added", room.store().feeds().add(Feed.at(Store.newId(), url, parent.galley.clock.instant()).described(outlet, outlet, "", galley.story.Rights.UNSTATED)));
            }
        }
    }
}
