package galley.store;

import galley.story.Wire;
import galley.story.WireContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteWireTest extends WireContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected Wire wire() {
        return store.it().wire();
    }
}
