package galley.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Captured feeds that belong to their publishers and therefore lie beside the project, not in it.
/// A test that asks for them is skipped where they are absent.
final class SharedData {

    private static final Path FOLDER = Path.of("../shared/data");

    private SharedData() {}

    static Path at(String name) {
        var path = FOLDER.resolve(name);
        assumeTrue(Files.exists(path), () -> path + " is not here");
        return path;
    }

    static List<String> lines(String name) {
        try {
            return Files.readAllLines(at(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(at(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
