package galley.app.command;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley story fulltext ITEM`: the article behind a wire item, fetched at an editor's word.
@Command(name = "fulltext", description = "Fetch the article behind a wire item and keep it beside what the feed delivered.")
final class FullTextCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable StoryCommand parent;

    @Parameters(paramLabel = "ITEM", description = "The wire item's id (galley story list --status wire).")
    String item = "";

    @Override
    public Integer call() {
        var galley = parent.galley;
        try (var room = galley.open()) {
            var entry = room.store().wire().entry(StoryCommand.Take.entry(room, item)).orElseThrow();
            var text = room.articles().fetch(entry);
            if (galley.json) {
                var answer = new LinkedHashMap<String, @Nullable Object>();
                answer.put("item", entry.id());
                answer.put("url", text.url());
                answer.put("title", text.title());
                answer.put("byline", text.byline());
                answer.put("published", text.published());
                answer.put("language", text.language());
                answer.put("html", text.body());
                answer.put("pageHash", text.pageHash());
                answer.put("textHash", text.textHash());
                answer.put("problem", text.problem());
                galley.terminal.json(answer);
            } else {
                galley.terminal.out.println(text.isEnough() ? "Fetched from " + text.url() + "; the item is read and taken with its full text." : "");
            }
            if (text.problem() != null) {
                galley.terminal.err.println("galley: " + text.problem());
            }
            return text.isEnough() ? Exit.DONE : Exit.REFUSED;
        }
    }
}
