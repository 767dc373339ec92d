package galley.app.command;

import galley.app.OpenNewsroom;
import galley.signoff.StoryFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley acknowledge ID FINDING`: let a warning stand, by its name.
@Command(name = "acknowledge", description = "Let a warning stand, by its name; galley story show ID --json lists them under preflight.")
final class AcknowledgeCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(index = "0", paramLabel = "ID")
    String id = "";

    @Parameters(index = "1", paramLabel = "FINDING")
    String finding = "";

    @Option(names = "--as", paramLabel = "PERSON", description = "Who has seen it.")
    @Nullable String person;

    @Override
    public Integer call() {
        try (var room = galley.open()) {
            var by = GalleyCommand.person(room, person, galley.terminal);
            var story = StoryCommand.story(room, id);
            return Told.of(room.flow().acknowledge(story, by, finding), galley, by.name() + " let “" + finding + "” stand.", Map.of("story", story));
        }
    }

    static List<Map<String, Object>> described(OpenNewsroom room, StoryFile file) {
        return room.flow().preflight(file).stream().map(f -> {
            var map = new LinkedHashMap<String, Object>();
            map.put("name", f.name());
            map.put("weight", f.weight().code());
            map.put("words", f.words());
            map.put("place", f.place());
            map.put("acknowledgedBy", file.margin().acknowledged(f).map(a -> CommentCommand.name(room, a.by())).orElse(null));
            return (Map<String, Object>) map;
        }).toList();
    }
}
