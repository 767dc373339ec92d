package galley.store;

import galley.desk.Person;
import galley.desk.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// An empty SQLite store for each test of a contract.
final class OpenStore implements BeforeEachCallback, AfterEachCallback {

    private Path folder;
    private Store store;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("galley-store");
        store = Store.open(folder);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Store it() {
        return store;
    }

    Path folder() {
        return folder;
    }

    UUID person(String name) {
        var id = Store.newId();
        store.people().add(new Person(id, name, Set.of(Role.EDITOR), List.of(), Instant.parse("2026-11-17T08:00:00Z"), null));
        return id;
    }
}
