package galley.store;

import galley.story.Stories;
import galley.story.StoriesContract;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteStoriesTest extends StoriesContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

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
