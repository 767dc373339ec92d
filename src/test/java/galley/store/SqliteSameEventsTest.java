package galley.store;

import galley.story.SameEvents;
import galley.story.SameEventsContract;
import galley.story.Wire;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSameEventsTest extends SameEventsContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected Wire wire() {
        return store.it().wire();
    }

    @Override
    protected SameEvents events() {
        return store.it().sameEvents();
    }
}
