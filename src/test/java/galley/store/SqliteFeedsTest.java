package galley.store;

import galley.ingest.Feeds;
import galley.ingest.FeedsContract;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteFeedsTest extends FeedsContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected Feeds feeds() {
        return store.it().feeds();
    }

    @Override
    protected UUID newId() {
        return Store.newId();
    }
}
