package galley.story;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A published change, said openly. It is part of the text, so both people sign it with the words it is about.
///
/// @param text what readers are told
/// @param kind null reads as a correction: so it was before there were kinds
/// @param changes the words before and now, generated from both texts; empty when they are not told
public record Correction(Instant at, String text, @Nullable Kind kind, @Nullable String changes) {

    /// What kind of change it is: something was wrong, something new came, something could be misread.
    public enum Kind {
        CORRECTION, UPDATE, CLARIFICATION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Correction {
        kind = kind == null ? Kind.CORRECTION : kind;
        changes = changes == null ? "" : changes;
    }

    public Correction(Instant at, String text) {
        this(at, text, Kind.CORRECTION, "");
    }

    /// The words as they stand on the page, and as they are signed.
    public String printed() {
        return changes.isEmpty() ? text : (text + " " + changes).strip();
    }
}
