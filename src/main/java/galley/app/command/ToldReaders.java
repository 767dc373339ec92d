package galley.app.command;

import galley.signoff.Outcome;
import galley.signoff.Status;
import galley.story.Correction;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley story correct`, `update`, `clarify`: tells readers what changed in a published story, before both people sign it again.
abstract sealed class ToldReaders implements Callable<Integer> {

    @ParentCommand
    @Nullable StoryCommand parent;

    @Parameters(paramLabel = "ID")
    String id = "";

    @Option(names = "--as", paramLabel = "PERSON", description = "Who says it.")
    @Nullable String person;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "What readers are told. The changed words are added.")
    String reason = "";

    private final Correction.Kind kind;

    private ToldReaders(Correction.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Integer call() {
        var galley = parent.galley;
        try (var room = galley.open()) {
            var by = GalleyCommand.person(room, person, galley.terminal);
            var file = room.flow().file(StoryCommand.story(room, id)).orElseThrow();
            var outcome = room.flow().correct(file.story().id(), by, kind, file.seen(), reason);
            var note = outcome instanceof Outcome.Done<?> ? room.flow().file(file.story().id()).orElseThrow().note() : null;
            var more = new LinkedHashMap<String, Object>();
            more.put("story", file.story().id());
            more.put("kind", kind.code());
            more.put("note", note == null ? null : note.printed());
            more.put("status", Status.of(room.flow().file(file.story().id()).orElseThrow()).code());
            return Told.of(outcome, galley, note == null ? "" : "Readers will be told: " + note.printed() + "\nBoth people sign again before it is exported.", more);
        }
    }

    @Command(name = "correct", description = "Tell readers that something was wrong. Change the words first, then say why.")
    static final class Correct extends ToldReaders {
        Correct() {
            super(Correction.Kind.CORRECTION);
        }
    }

    @Command(name = "update", description = "Tell readers that something new was added.")
    static final class Update extends ToldReaders {
        Update() {
            super(Correction.Kind.UPDATE);
        }
    }

    @Command(name = "clarify", description = "Tell readers that something could be misread.")
    static final class Clarify extends ToldReaders {
        Clarify() {
            super(Correction.Kind.CLARIFICATION);
        }
    }
}
