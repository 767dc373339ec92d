package galley.store;

import galley.desk.People;
import galley.desk.PeopleContract;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlitePeopleTest extends PeopleContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected People people() {
        return store.it().people();
    }

    @Override
    protected UUID newId() {
        return Store.newId();
    }
}
