package galley.app.command;

import galley.app.OpenNewsroom;
import galley.ingest.Feed;
import galley.ingest.FeedPaste;
import galley.ingest.Login;
import galley.store.Store;
import galley.story.Rights;
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

/// `galley feed add`: any address will do; a page is searched for its feed.
@Command(name = "add", description = "Add feeds by address: the feed's own, or a page's that has one; a file's path works too.",
        footer = {"", "An address where no feed was found is added as it was typed, for it may be down at the moment; the exit code is then 3."})
final class FeedAddCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable FeedCommand parent;

    @Parameters(paramLabel = "URL", arity = "1..*")
    List<String> urls = List.of();

    @Option(names = "--source", paramLabel = "NAME", description = "The outlet's printed name. Default: what the feed calls itself.")
    String source = "";

    @Option(names = "--category", paramLabel = "NAME", description = "For items that bring none.")
    String category = "";

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where lists show it; levels divided by “/”.")
    String folder = "";

    @Option(names = "--rights", paramLabel = "R", description = "unstated, full-text, rework or none. Default: unstated.")
    String rights = "unstated";

    @Option(names = "--as-is", description = "Add what was typed without looking at it.")
    boolean asIs;

    @Override
    public Integer call() {
        var galley = parent.galley;
        var allowed = FeedTermsCommand.allowed(rights);
        try (var room = galley.open(); var finder = room.finder()) {
            var results = new ArrayList<Map<String, Object>>();
            InOrder.each(urls, typed -> FeedPaste.of(typed, FeedCommand.subscribed(typed), asIs ? null : finder), looked -> {
                var row = add(room, looked, allowed);
                results.add(row);
                if (!galley.json) {
                    say(row);
                }
            });
            long refused = results.stream().filter(row -> row.get("feed") == null).count();
            if (galley.json) {
                galley.terminal.json(Map.of("results", results));
            }
            long doubtful = results.stream().filter(row -> Boolean.TRUE.equals(row.get("doubtful"))).count();
            return refused == urls.size() ? Exit.REFUSED : refused + doubtful > 0 ? Exit.IN_PART : Exit.DONE;
        }
    }

    private Map<String, Object> add(OpenNewsroom room, FeedPaste paste, Rights allowed) {
        var row = new LinkedHashMap<String, Object>();
        row.put("url", Login.shown(paste.typed()));
        var address = chosen(paste);
        boolean added = address != null && room.store().feeds().add(Feed.at(Store.newId(), address, parent.galley.clock.instant())
                .described(address, source, category, allowed).inFolder(folder));
        row.put("added", added);
        row.put("feed", address == null ? null : Login.shown(address));
        row.put("problem", address == null ? paste.problem() : added ? null : "This feed is here already.");
        row.put("note", address != null && added ? paste.note(address) : null);
        row.put("doubtful", added && paste.doubt() != null);
        row.put("candidates", paste.candidates().stream().map(FeedFindCommand::row).toList());
        return row;
    }

    /// The best, unless a person watches and there is a choice or a doubt.
    private @Nullable String chosen(FeedPaste paste) {
        var terminal = parent.galley.terminal;
        if (!terminal.isInteractive() || parent.galley.json || paste.best() == null) {
            return paste.best();
        }
        if (paste.candidates().isEmpty() && paste.doubt() != null) {
            terminal.err.println(paste.doubt());
            return "y".equalsIgnoreCase(terminal.ask("Add " + paste.best() + " all the same? [y/N]")) ? paste.best() : null;
        }
        if (paste.candidates().size() < 2) {
            return paste.best();
        }
        for (int i = 0; i < paste.candidates().size(); i++) {
            var one = paste.candidates().get(i);
            terminal.err.println((i + 1) + "  " + one.url() + (one.title().isEmpty() ? "" : "  " + one.title()));
        }
        var answer = terminal.ask("Which one? [1]");
        int number = answer != null && answer.strip().matches("\\d{1,3}") ? Integer.parseInt(answer.strip()) : 1;
        return paste.candidates().get(Math.clamp(number, 1, paste.candidates().size()) - 1).url();
    }

    private void say(Map<String, Object> row) {
        var terminal = parent.galley.terminal;
        if (Boolean.TRUE.equals(row.get("added"))) {
            terminal.out.println("Added " + row.get("feed"));
            if (row.get("note") != null) {
                terminal.err.println(row.get("note"));
            }
        } else {
            terminal.err.println(row.get("problem"));
        }
    }
}
