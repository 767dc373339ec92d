package galley.store;

import galley.desk.Settings;
import galley.desk.SettingsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSettingsTest extends SettingsContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected Settings settings() {
        return store.it().settings();
    }
}
