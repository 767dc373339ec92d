package galley.store;

import galley.story.Wire;
import galley.story.WireLine;
import galley.story.WireLinesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteWireLinesTest extends WireLinesContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected Wire wire() {
        return store.it().wire();
    }

    @Override
    protected WireLine.Lines lines() {
        return store.it().wireLines();
    }
}
