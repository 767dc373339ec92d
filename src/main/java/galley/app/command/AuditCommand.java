package galley.app.command;

import galley.desk.Person;
import galley.signoff.AuditEntry;
import galley.signoff.AuditLines;
import galley.story.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley audit`: who did what and when, one JSON object a line, with the hashes that chain the lines.
@Command(name = "audit", description = "Print the audit log as JSON Lines: of one story, or of the whole newsroom.")
final class AuditCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Only this story.")
    @Nullable String id;

    @Option(names = "--to", paramLabel = "FILE", description = "Write to a file, which is then there whole or not at all.")
    @Nullable Path to;

    @Override
    public Integer call() {
        try (var room = galley.open()) {
            var names = room.people().all().stream().collect(Collectors.toMap(Person::id, Person::name));
            var story = id == null ? null : StoryCommand.story(room, id);
            Consumer<Consumer<AuditEntry>> lines = story == null ? room.store().audit()::each : reader -> room.store().audit().of(story).forEach(reader);
            if (to != null) {
                int count = AuditLines.write(to, lines, names);
                if (galley.json) {
                    galley.terminal.json(Map.of("lines", count, "file", to.toAbsolutePath().toString()));
                } else {
                    galley.terminal.out.println(count + " lines are in " + to.toAbsolutePath() + ".");
                }
            } else if (galley.json) {
                var all = new ArrayList<Map<String, Object>>();
                lines.accept(entry -> all.add(AuditLines.of(entry, names)));
                galley.terminal.json(Map.of("entries", all));
            } else {
                lines.accept(entry -> galley.terminal.out.println(Json.write(AuditLines.of(entry, names))));
            }
            return Exit.DONE;
        }
    }
}
