package galley.app.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley sendback ID`: changes wanted, with a reason; or, with `--lift`, no longer.
@Command(name = "sendback", description = "Send a story back with a reason; --lift takes that back.")
final class SendBackCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "ID")
    String id = "";

    @Option(names = "--as", paramLabel = "PERSON", description = "Who sends it back.")
    @Nullable String person;

    @Option(names = "--reason", paramLabel = "TEXT", description = "What has to change, and why.")
    String reason = "";

    @Option(names = "--lift", description = "Lift “changes wanted”.")
    boolean lift;

    @Override
    public Integer call() {
        try (var room = galley.open()) {
            var senior = GalleyCommand.person(room, person, galley.terminal);
            var story = StoryCommand.story(room, id);
            var outcome = lift ? room.flow().lift(story, senior)
                    : room.flow().sendBack(story, senior, room.flow().file(story).orElseThrow().seen(), reason);
            return Told.of(outcome, galley, lift ? "Lifted." : senior.name() + " sent " + story + " back.", Map.of("story", story));
        }
    }
}
