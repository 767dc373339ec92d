package galley.app.command;

import galley.story.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Runs the command line as a script would: no terminal, streams captured.
final class Galley {

    private final Path newsroom;

    Galley(Path newsroom) {
        this.newsroom = newsroom;
    }

    record Run(int exit, String out, String err) {

        JsonNode json() {
            return Json.MAPPER.readTree(out);
        }
    }

    Run run(String... args) {
        return with("", args);
    }

    /// @param input what comes on standard input
    Run with(String input, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of("GALLEY_NEWSROOM", newsroom.toString()), null);
        int exit = GalleyCommand.run(terminal, Clock.systemUTC(), args);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
