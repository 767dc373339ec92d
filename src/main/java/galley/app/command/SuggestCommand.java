package galley.app.command;

import galley.app.OpenNewsroom;
import galley.signoff.StoryFile;
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

/// `galley suggest ID`: other words for some of a story's; accept or reject one.
@Command(name = "suggest", description = "Suggest other words for some of a story's; --accept N writes them into the text as your words, --reject N does not.")
final class SuggestCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "ID")
    String id = "";

    @Option(names = "--as", paramLabel = "PERSON", description = "Who suggests or decides.")
    @Nullable String person;

    @Option(names = "--change", paramLabel = "WORDS", description = "The words of the story that should change.")
    @Nullable String change;

    @Option(names = "--to", paramLabel = "WORDS", description = "What they should become; empty to strike them.")
    String to = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    String reason = "";

    @Option(names = "--accept", paramLabel = "N", description = "Accept suggestion N.")
    @Nullable Integer accept;

    @Option(names = "--reject", paramLabel = "N", description = "Reject suggestion N.")
    @Nullable Integer reject;

    @Override
    public Integer call() {
        try (var room = galley.open()) {
            var by = GalleyCommand.person(room, person, galley.terminal);
            var story = StoryCommand.story(room, id);
            var file = room.flow().file(story).orElseThrow();
            var more = Map.of("story", story);
            if (accept != null) {
                return Told.of(room.flow().accept(story, by, suggestion(file, accept), file.seen()), galley, "Accepted: the words are " + by.name() + "'s now.", more);
            }
            if (reject != null) {
                return Told.of(room.flow().reject(story, by, suggestion(file, reject)), galley, "Rejected.", more);
            }
            if (change == null) {
                throw new Refusal("Say --change WORDS --to WORDS, --accept N or --reject N.");
            }
            return Told.of(room.flow().suggest(story, by, CommentCommand.anchor(file, change), to, reason), galley, by.name() + " suggested other words.", more);
        }
    }

    private static UUID suggestion(StoryFile file, int number) {
        return file.margin().suggestions().stream().filter(s -> s.number() == number).findFirst().map(s -> s.suggestion().id())
                .orElseThrow(() -> new Refusal("This story has no suggestion " + number + "."));
    }

    static List<Map<String, Object>> described(OpenNewsroom room, StoryFile file) {
        return file.margin().suggestions().stream().map(s -> {
            var map = new LinkedHashMap<String, Object>();
            map.put("number", s.number());
            map.put("by", CommentCommand.name(room, s.suggestion().by()));
            map.put("change", s.suggestion().anchor().quote());
            map.put("to", s.suggestion().becomes());
            map.put("reason", s.suggestion().reason());
            map.put("became", s.settled() == null ? null : s.settled().how().code());
            return (Map<String, Object>) map;
        }).toList();
    }
}
