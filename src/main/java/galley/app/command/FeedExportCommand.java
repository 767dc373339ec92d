package galley.app.command;

import galley.desk.Newsroom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley feed export`: the newsroom's feeds as OPML.
@Command(name = "export", description = "Write the newsroom's feeds as OPML, with folders and all that was imported with them.")
final class FeedExportCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable FeedCommand parent;

    @Parameters(paramLabel = "FILE|-", arity = "0..1", description = "“-” or nothing writes to standard output.")
    String file = "-";

    @Override
    public Integer call() {
        var galley = parent.galley;
        try (var room = galley.open()) {
            var opml = room.subscriptions().handOut(room.settings().newsroom().map(Newsroom::name).orElse("Galley") + ": feeds");
            if (file.equals("-")) {
                galley.terminal.out.print(opml);
                galley.terminal.out.flush();
                return Exit.DONE;
            }
            write(opml);
            int feeds = room.store().feeds().all().size();
            if (galley.json) {
                galley.terminal.json(Map.of("file", file, "feeds", feeds));
            } else {
                galley.terminal.out.println("Wrote " + feeds + " feeds to " + file);
            }
            return Exit.DONE;
        }
    }

    /// Beside the file first, so that a full disk leaves the old list whole.
    private void write(String opml) {
        try {
            var path = Path.of(file).toAbsolutePath();
            var beside = path.resolveSibling(path.getFileName() + ".part");
            Files.writeString(beside, opml);
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | InvalidPathException e) {
            throw new Refusal("The file " + file + " could not be written. Nothing was changed. Check that you may write there.");
        }
    }
}
