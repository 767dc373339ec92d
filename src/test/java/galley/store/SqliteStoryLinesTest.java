package galley.store;

import galley.signoff.SignOffs;
import galley.signoff.StoryLine;
import galley.signoff.StoryLinesContract;
import galley.story.Stories;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteStoryLinesTest extends StoryLinesContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected StoryLine.Lines lines() {
        return store.it().lines();
    }

    @Override
    protected Stories stories() {
        return store.it().stories();
    }

    @Override
    protected SignOffs signOffs() {
        return store.it().signOffs();
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
