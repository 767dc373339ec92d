package galley.store;

import galley.ingest.Feeds;
import galley.ingest.FeedsContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedsTest extends FeedsContract {

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Feeds feeds() {
        return store.feeds();
    }

    @Override
    protected UUID newId() {
        return Store.newId();
    }
}
