package galley.signoff;

import java.time.Instant;

/// Something a person wants to do with a story. Every door (window, command line, bulk action, scheduler) asks with one of these.
public sealed interface Act {

    /// Type: change the draft.
    record Write() implements Act {}

    /// @param printedAs the signer's own name or one of their credits
    record Sign(Meaning meaning, Seen seen, String printedAs) implements Act {}

    record SendBack(Seen seen, String reason) implements Act {}

    /// Lift "changes wanted".
    record Lift() implements Act {}

    record Spike(String reason) implements Act {}

    record Restore() implements Act {}

    record Hold(String reason) implements Act {}

    record Release() implements Act {}

    record LegalHold(String reason) implements Act {}

    record LegalRelease() implements Act {}

    /// @param until null lifts it
    record Embargo(@org.jspecify.annotations.Nullable Instant until) implements Act {}

    record Export() implements Act {}
}
