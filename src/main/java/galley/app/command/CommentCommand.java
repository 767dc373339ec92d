package galley.app.command;

import galley.app.OpenNewsroom;
import galley.signoff.Comment;
import galley.signoff.Margin;
import galley.signoff.Outcome;
import galley.signoff.StoryFile;
import galley.story.Anchor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley comment ID`: say something about words of a story, answer, resolve; without words, list what was said.
@Command(name = "comment", description = "Comment on a story, answer, resolve; without --words, list its comments. Without ID: every open one.")
final class CommentCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "ID", arity = "0..1")
    @Nullable String id;

    @Option(names = "--as", paramLabel = "PERSON", description = "Who speaks.")
    @Nullable String person;

    @Option(names = "--on", paramLabel = "WORDS", description = "The words of the story it is about; left out, it is about the whole story.")
    @Nullable String on;

    @Option(names = "--words", paramLabel = "TEXT", description = "What is said.")
    @Nullable String words;

    @Option(names = "--answer", paramLabel = "N", description = "Answer comment N with --words.")
    @Nullable Integer answer;

    @Option(names = "--resolve", paramLabel = "N", description = "Resolve comment N.")
    @Nullable Integer resolve;

    @Option(names = "--open-again", paramLabel = "N", description = "Open comment N again.")
    @Nullable Integer openAgain;

    @Override
    public Integer call() {
        try (var room = galley.open()) {
            if (id == null) {
                return listAll(room);
            }
            var story = StoryCommand.story(room, id);
            var file = room.flow().file(story).orElseThrow();
            if (resolve != null) {
                return told(room.flow().resolve(story, GalleyCommand.person(room, person, galley.terminal), thread(file, resolve)), "Resolved.", story);
            }
            if (openAgain != null) {
                return told(room.flow().openAgain(story, GalleyCommand.person(room, person, galley.terminal), thread(file, openAgain)), "Opened again.", story);
            }
            if (words == null) {
                return list(described(room, file));
            }
            var by = GalleyCommand.person(room, person, galley.terminal);
            Outcome<Comment> outcome = answer != null ? room.flow().answer(story, by, thread(file, answer), words)
                    : room.flow().comment(story, by, on == null ? null : anchor(file, on), words);
            return told(outcome, by.name() + " commented on " + story + ".", story);
        }
    }

    private int told(Outcome<?> outcome, String done, UUID story) {
        return Told.of(outcome, galley, done, Map.of("story", story));
    }

    static Anchor anchor(StoryFile file, String words) {
        return Anchor.on(file.text(), words).orElseThrow(() -> new Refusal("The story does not say “" + words + "”. Nothing was changed."));
    }

    private static UUID thread(StoryFile file, int number) {
        return file.margin().threads().stream().filter(t -> t.number() == number).findFirst().map(t -> t.first().id())
                .orElseThrow(() -> new Refusal("This story has no comment " + number + "."));
    }

    private int listAll(OpenNewsroom room) {
        return list(room.store().margins().open().keySet().stream().flatMap(story -> room.flow().file(story).stream())
                .flatMap(file -> described(room, file).stream()).filter(c -> (boolean) c.get("open")).toList());
    }

    private int list(List<Map<String, Object>> comments) {
        if (galley.json) {
            galley.terminal.json(Map.of("comments", comments));
        } else {
            comments.forEach(c -> galley.terminal.out.println(c.get("number") + "\t" + ((boolean) c.get("open") ? "open" : "resolved") + "\t" + c.get("by") + "\t"
                    + (c.get("on") == null ? "" : "“" + c.get("on") + "”" + ((boolean) c.get("orphan") ? " (gone)" : "")) + "\t" + c.get("words")));
        }
        return Exit.DONE;
    }

    static List<Map<String, Object>> described(OpenNewsroom room, StoryFile file) {
        return file.margin().threads().stream().map(t -> described(room, file, t)).toList();
    }

    private static Map<String, Object> described(OpenNewsroom room, StoryFile file, Margin.Thread thread) {
        var first = thread.first();
        var map = new LinkedHashMap<String, Object>();
        map.put("story", file.story().id());
        map.put("number", thread.number());
        map.put("open", thread.isOpen());
        map.put("by", name(room, first.by()));
        map.put("at", first.at());
        map.put("on", first.anchor() == null ? null : first.anchor().quote());
        map.put("orphan", first.anchor() != null && first.anchor().in(file.text()).isEmpty());
        map.put("words", first.words());
        map.put("answers", thread.answers().stream().map(a -> Map.of("by", name(room, a.by()), "at", a.at(), "words", a.words())).toList());
        return map;
    }

    static String name(OpenNewsroom room, UUID person) {
        return room.people().byId(person).map(p -> p.name()).orElse("?");
    }
}
