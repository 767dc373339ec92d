package galley.signoff;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.story.Json;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// The audit log as JSON Lines, for whoever keeps it elsewhere: one object a line, with the hashes that chain the lines.
public final class AuditLines {

    private AuditLines() {}

    /// One line's members.
    ///
    /// @param names of people, by id
    public static Map<String, Object> of(AuditEntry entry, Map<UUID, String> names) {
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

    /// Writes lines to a file, which is then there whole or not at all. Answers how many.
    ///
    /// @param lines hands each entry to its reader, oldest first
    /// @throws Trouble when the file cannot be written
    public static int write(Path to, Consumer<Consumer<AuditEntry>> lines, Map<UUID, String> names) {
        var target = to.toAbsolutePath();
        var making = target.resolveSibling(target.getFileName() + ".making");
        var count = new int[1];
        try {
            try (var out = new PrintWriter(new OutputStreamWriter(Files.newOutputStream(making), StandardCharsets.UTF_8))) {
                lines.accept(entry -> {
                    out.print(Json.write(of(entry, names)) + "\n");
                    count[0]++;
                });
                if (out.checkError()) {
                    throw new IOException("no room");
                }
            }
            Files.move(making, target, StandardCopyOption.REPLACE_EXISTING);
            return count[0];
        } catch (IOException e) {
            drop(making, e);
            throw new Trouble(Notice.of(target + " cannot be written.", "Nothing was changed.", "Name a file in a folder that you may write, on a disk with room."), e);
        }
    }

    private static void drop(Path making, IOException cause) {
        try {
            Files.deleteIfExists(making);
        } catch (IOException also) {
            cause.addSuppressed(also);
        }
    }
}
