package galley.app.command;

import galley.desk.Person;
import galley.signoff.AuditEntry;
import galley.story.Json;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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
    public Integer call() throws IOException {
        try (var room = galley.open()) {
            var names = room.people().all().stream().collect(Collectors.toMap(Person::id, Person::name));
            var story = id == null ? null : StoryCommand.story(room, id);
            Consumer<Consumer<AuditEntry>> lines = story == null ? room.store().audit()::each : reader -> room.store().audit().of(story).forEach(reader);
            if (to != null) {
                int count = write(to, lines, names);
                if (galley.json) {
                    galley.terminal.json(Map.of("lines", count, "file", to.toAbsolutePath().toString()));
                } else {
                    galley.terminal.out.println(count + " lines are in " + to.toAbsolutePath() + ".");
                }
            } else if (galley.json) {
                var all = new ArrayList<Map<String, Object>>();
                lines.accept(entry -> all.add(line(entry, names)));
                galley.terminal.json(Map.of("entries", all));
            } else {
                lines.accept(entry -> galley.terminal.out.println(Json.write(line(entry, names))));
            }
            return Exit.DONE;
        }
    }

    private static int write(Path to, Consumer<Consumer<AuditEntry>> lines, Map<UUID, String> names) throws IOException {
        var target = to.toAbsolutePath();
        var making = target.resolveSibling(target.getFileName() + ".making");
        var count = new int[1];
        try {
            try (var out = new PrintWriter(new OutputStreamWriter(Files.newOutputStream(making), StandardCharsets.UTF_8))) {
                lines.accept(entry -> {
                    out.print(Json.write(line(entry, names)) + "\n");
                    count[0]++;
                });
                if (out.checkError()) {
                    throw new IOException("no room");
                }
            }
            Files.move(making, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal(target + " cannot be written. Nothing was changed. Name a file in a folder that you may write, on a disk with room.");
        } finally {
            Files.deleteIfExists(making);
        }
        return count[0];
    }

    private static Map<String, Object> line(AuditEntry entry, Map<UUID, String> names) {
        var line = new LinkedHashMap<String, Object>();
        line.put("sequence", entry.sequence());
        line.put("at", entry.at().toString());
        line.put("person", entry.person());
        line.put("name", entry.person() == null ? null : names.get(entry.person()));
        line.put("action", entry.action());
        line.put("story", entry.story());
        line.put("detail", entry.detail());
        line.put("previous", entry.previous());
        line.put("hash", entry.hash());
        return line;
    }
}
