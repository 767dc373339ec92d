package galley.store;

import galley.signoff.Assignment;
import galley.signoff.Margins;
import galley.signoff.MarginsContract;
import galley.story.Stories;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteMarginsTest extends MarginsContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected Margins margins() {
        return store.it().margins();
    }

    @Override
    protected Assignment.Assignments assignments() {
        return store.it().assignments();
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
