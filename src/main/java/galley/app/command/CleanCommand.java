package galley.app.command;

import galley.ingest.Cleaner;
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

    @Override
    public Integer call() {
        int failed = 0;
        for (var file : files) {
            try {
                galley.terminal.json(Map.of("html", Cleaner.clean(read(file))));
            } catch (IOException | InvalidPathException e) {
                galley.terminal.json(Map.of("html", "", "problem", "The file " + file + " could not be read."));
                galley.terminal.err.println("galley: the file " + file + " could not be read.");
                failed++;
            }
        }
        return failed == 0 ? Exit.DONE : failed == files.size() ? Exit.REFUSED : Exit.IN_PART;
    }

    /// Bytes that are no UTF-8 become replacement characters, as in a browser.
    private String read(String file) throws IOException {
        return new String(file.equals("-") ? galley.terminal.allInput() : Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
    }
}
