package galley.store;

import galley.signoff.AuditLog;
import galley.signoff.AuditLogContract;
import galley.story.InOneGo;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAuditLogTest extends AuditLogContract {

    @RegisterExtension
    final OpenStore store = new OpenStore();

    @Override
    protected AuditLog audit() {
        return store.it().audit();
    }

    @Override
    protected InOneGo inOneGo() {
        return store.it().inOneGo();
    }
}
