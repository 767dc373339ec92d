package galley.app.command;

import galley.signoff.Assignment;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley assign ID`: how pressing a story is, until when, and whose.
@Command(name = "assign", description = "Say how pressing a story is, when it is due, and who should see to it.")
final class AssignCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "ID")
    String id = "";

    @Option(names = "--as", paramLabel = "PERSON", description = "Who says so.")
    @Nullable String person;

    @Option(names = "--to", paramLabel = "PERSON", description = "Who should see to it.")
    @Nullable String to;

    @Option(names = "--priority", paramLabel = "P", defaultValue = "normal", description = "urgent, high, normal or low.")
    String priority = "normal";

    @Option(names = "--due", paramLabel = "TIME", description = "When it is due, ISO 8601.")
    @Nullable String due;

    @Override
    public Integer call() {
        try (var room = galley.open()) {
            var by = GalleyCommand.person(room, person, galley.terminal);
            var story = StoryCommand.story(room, id);
            var pressing = Assignment.Priority.of(priority).orElseThrow(() -> new Refusal("There is no priority “" + priority + "”: say urgent, high, normal or low."));
            var outcome = room.flow().assign(story, by, to == null ? null : GalleyCommand.person(room, to, galley.terminal).id(), pressing, time());
            return Told.of(outcome, galley, "Set to " + pressing.code() + ".", Map.of("story", story));
        }
    }

    private @Nullable Instant time() {
        try {
            return due == null ? null : Instant.parse(due);
        } catch (DateTimeParseException e) {
            throw new Refusal("“" + due + "” is no time like 2026-11-17T18:00:00Z.");
        }
    }
}
