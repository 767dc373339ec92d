package galley.app.command;

import galley.ingest.FeedFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley feed find`: which feeds a page has, a line of JSON each, in order. Needs no newsroom and changes nothing.
@Command(name = "find", description = "Look for the feeds behind addresses or in saved pages, the best first; a line of JSON each.")
final class FeedFindCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable FeedCommand parent;

    @Parameters(paramLabel = "FILE|URL", arity = "1..*")
    List<String> pages = List.of();

    @Option(names = "--base", paramLabel = "URL", description = "Where a saved page came from; its links are read from there and nobody is asked.")
    @Nullable String base;

    @Override
    public Integer call() {
        int none = 0;
        try (var finder = FeedFinder.impatient("")) {
            for (var page : pages) {
                var row = find(finder, page);
                none += ((List<?>) row.get("feeds")).isEmpty() ? 1 : 0;
                parent.galley.terminal.json(row);
            }
        }
        return none == 0 ? Exit.DONE : none == pages.size() ? Exit.REFUSED : Exit.IN_PART;
    }

    private Map<String, Object> find(FeedFinder finder, String page) {
        var address = FeedCommand.subscribed(page);
        var found = address == null ? new FeedFinder.Found(List.of(), "“" + page + "” is neither a web address nor a file.")
                : base != null && address.startsWith("file:") ? inFile(address) : finder.find(address);
        var row = new LinkedHashMap<String, Object>();
        row.put("url", page);
        row.put("feeds", found.feeds().stream().map(FeedFindCommand::row).toList());
        row.put("problem", found.problem());
        return row;
    }

    private FeedFinder.Found inFile(String address) {
        try {
            var feeds = FeedFinder.namedOn(Files.readAllBytes(Path.of(java.net.URI.create(address))), null, base);
            return new FeedFinder.Found(feeds, feeds.isEmpty() ? "The page names no feed." : null);
        } catch (IOException e) {
            return new FeedFinder.Found(List.of(), "The file " + address + " could not be read.");
        }
    }

    static Map<String, Object> row(FeedFinder.Candidate candidate) {
        var row = new LinkedHashMap<String, Object>();
        row.put("url", candidate.url());
        row.put("title", candidate.title());
        row.put("how", candidate.how());
        row.put("read", candidate.read());
        return row;
    }
}
