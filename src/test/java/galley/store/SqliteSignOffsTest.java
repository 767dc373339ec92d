package galley.store;

import galley.signoff.SignOffs;
import galley.signoff.SignOffsContract;
import galley.story.Stories;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSignOffsTest extends SignOffsContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected SignOffs signOffs() {
        return store.it().signOffs();
    }

    @Override
    protected Stories stories() {
        return store.it().stories();
    }

    @Override
    protected UUID person(String name) {
        return store.person(name);
    }

    @Override
    protected UUID newId() {
        return Store.newId();
    }
}
