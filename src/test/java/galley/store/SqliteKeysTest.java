package galley.store;

import galley.signoff.KeysContract;
import galley.signoff.PublicKeyRecord;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteKeysTest extends KeysContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected PublicKeyRecord.Keys keys() {
        return store.it().keys();
    }

    @Override
    protected UUID person(String name) {
        return store.person(name);
    }
}
