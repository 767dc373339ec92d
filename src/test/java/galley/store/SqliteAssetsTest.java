package galley.store;

import galley.story.Assets;
import galley.story.AssetsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAssetsTest extends AssetsContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected Assets assets() {
        return store.it().assets();
    }
}
