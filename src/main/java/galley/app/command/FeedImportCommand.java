package galley.app.command;

import galley.ingest.Subscriptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley feed import`: subscribes to what lists name, folders and all.
@Command(name = "import", description = "Subscribe to every feed that OPML files name, in their folders; what Galley has no place for is kept for the next export.")
final class FeedImportCommand implements Callable<Integer> {

    private static final long LARGEST = 64L * 1024 * 1024;

    @ParentCommand
    @Nullable FeedCommand parent;

    @Parameters(paramLabel = "FILE|-", arity = "1..*", description = "OPML, a FOAF list, or a text file with an address to a line; “-” reads standard input.")
    List<String> files = List.of();

    @Option(names = "--files", description = "Also take feeds that are files on this machine.")
    boolean localFiles;

    @Override
    public Integer call() {
        var galley = parent.galley;
        var results = new ArrayList<Map<String, Object>>();
        int failed = 0;
        int partly = 0;
        try (var room = galley.open()) {
            for (var file : files) {
                var row = new LinkedHashMap<String, Object>();
                row.put("file", file);
                var problem = take(room.subscriptions(), file, row);
                row.put("problem", problem);
                results.add(row);
                failed += problem == null ? 0 : 1;
                partly += problem == null && !((List<?>) row.get("refused")).isEmpty() ? 1 : 0;
                if (!galley.json) {
                    say(row);
                }
            }
        }
        if (galley.json) {
            galley.terminal.json(Map.of("results", results));
        }
        return failed == files.size() ? Exit.REFUSED : failed + partly > 0 ? Exit.IN_PART : Exit.DONE;
    }

    /// Answers why nothing could be taken; null when the list was read.
    private @Nullable String take(Subscriptions subscriptions, String file, Map<String, Object> row) {
        try {
            if (!file.equals("-") && Files.size(Path.of(file)) > LARGEST) {
                return "The file " + file + " is larger than 64 MB, which is no list of feeds.";
            }
            var imported = subscriptions.bringIn(file.equals("-") ? parent.galley.terminal.allInput() : Files.readAllBytes(Path.of(file)), localFiles);
            if (imported == null) {
                return "The file " + file + " is no list of subscriptions: neither OPML nor addresses, one to a line.";
            }
            row.put("feeds", imported.feeds());
            row.put("added", imported.added());
            row.put("known", imported.known());
            row.put("folders", imported.folders());
            row.put("refused", imported.refused());
            return null;
        } catch (IOException | InvalidPathException e) {
            return "The file " + file + " could not be read.";
        }
    }

    private void say(Map<String, Object> row) {
        var terminal = parent.galley.terminal;
        if (row.get("problem") != null) {
            terminal.err.println("galley: " + row.get("problem"));
            return;
        }
        terminal.out.println(row.get("file") + ": " + row.get("feeds") + " feeds, " + row.get("added") + " added, " + row.get("known") + " here already.");
        for (var refused : (List<?>) row.get("refused")) {
            var one = (Subscriptions.Refused) refused;
            terminal.err.println("galley: not added: " + one.url() + ": " + one.problem());
        }
    }
}
