package galley.store;

import galley.desk.Settings;
import galley.story.InOneGo;
import galley.story.InOneGoContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteInOneGoTest extends InOneGoContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected InOneGo inOneGo() {
        return store.it().inOneGo();
    }

    @Override
    protected Settings settings() {
        return store.it().settings();
    }
}
