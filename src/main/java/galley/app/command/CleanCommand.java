package galley.app.command;

import galley.ingest.Cleaner;
import galley.story.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley clean`: HTML as Galley would store it, a line of JSON each, in the order given. Needs no newsroom.
@Command(name = "clean", description = "Clean HTML files and print each as one line of JSON, in order.")
final class CleanCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "FILE|-", arity = "1..*", description = "“-” reads standard input.")
    List<String> files = List.of();

    private int failed;

    @Override
    public Integer call() {
        InOrder.each(files, this::cleaned, cleaned -> {
            galley.terminal.out.println(cleaned.line());
            if (cleaned.problem() != null) {
                galley.terminal.err.println("galley: " + cleaned.problem());
                failed++;
            }
        });
        return failed == 0 ? Exit.DONE : failed == files.size() ? Exit.REFUSED : Exit.IN_PART;
    }

    private record Cleaned(String line, @Nullable String problem) {}

    private Cleaned cleaned(String file) {
        try {
            return new Cleaned(Json.write(Map.of("html", Cleaner.clean(read(file)))), null);
        } catch (IOException | InvalidPathException e) {
            var problem = "The file " + file + " could not be read.";
            return new Cleaned(Json.write(Map.of("html", "", "problem", problem)), problem);
        }
    }

    /// Bytes that are no UTF-8 become replacement characters, as in a browser.
    private String read(String file) throws IOException {
        return new String(file.equals("-") ? galley.terminal.allInput() : Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
    }
}
