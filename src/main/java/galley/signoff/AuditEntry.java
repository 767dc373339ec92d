package galley.signoff;

import galley.story.Hash;
import galley.story.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the audit log. Each names the hash of the line before it, so that a line changed, dropped or slipped in is found.
///
/// @param sequence 1, 2, 3, ... without gaps
/// @param previous the hash of the line before; 64 zeros for the first
/// @param hash SHA-256 over all other fields, lower-case hex
public record AuditEntry(long sequence, Instant at, @Nullable UUID person, String action, @Nullable UUID story, String detail,
                         String previous, String hash) {

    public static final String NO_PREVIOUS = "0".repeat(64);

    public static AuditEntry after(@Nullable AuditEntry last, Instant at, @Nullable UUID person, String action, @Nullable UUID story,
                                   String detail) {
        var unsealed = new AuditEntry(last == null ? 1 : last.sequence + 1, at, person, action, story, detail,
                last == null ? NO_PREVIOUS : last.hash, "");
        return new AuditEntry(unsealed.sequence, at, person, action, story, detail, unsealed.previous, unsealed.seal());
    }

    /// What the hash has to be: over the JSON array of all other fields, UTF-8.
    public String seal() {
        return Hash.hex(Json.write(Arrays.asList(sequence, at.toString(), person == null ? null : person.toString(), action,
                story == null ? null : story.toString(), detail, previous)));
    }
}
