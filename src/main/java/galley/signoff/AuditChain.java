package galley.signoff;

import java.util.ArrayList;
import java.util.List;

/// Reads the audit log from its first line and says where it does not fit together.
public final class AuditChain {

    private AuditChain() {}

    /// One sentence for each break, in order; empty when the chain is whole.
    public static List<String> breaks(AuditLog log) {
        var found = new ArrayList<String>();
        var last = new AuditEntry[1];
        log.each(entry -> {
            long expected = last[0] == null ? 1 : last[0].sequence() + 1;
            if (entry.sequence() != expected) {
                found.add("Audit line " + expected + " is missing; the next is " + entry.sequence() + ".");
            } else if (!entry.previous().equals(last[0] == null ? AuditEntry.NO_PREVIOUS : last[0].hash())) {
                found.add("Audit line " + entry.sequence() + " does not follow from the line before it.");
            }
            if (!entry.seal().equals(entry.hash())) {
                found.add("Audit line " + entry.sequence() + " (" + entry.action() + ", " + entry.at() + ") was altered.");
            }
            last[0] = entry;
        });
        return found;
    }
}
