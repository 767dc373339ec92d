package galley.signoff;

import galley.story.Anchor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    record Embargo(@Nullable Instant until) implements Act {}

    /// Tell readers what changed since the last export.
    record Correct(galley.story.Correction.Kind kind, Seen seen, String reason) implements Act {}

    /// Withdraw after publication.
    record Kill(String reason) implements Act {}

    record Export() implements Act {}

    /// Print before the second review, and say so on the page.
    record EmergencyExport(String reason) implements Act {}

    /// Say something in the margin, or answer.
    ///
    /// @param answers the comment that began the thread; null to begin one
    record Comment(@Nullable UUID answers, String words) implements Act {}

    /// @param thread the comment that began it
    record Resolve(UUID thread) implements Act {}

    record OpenAgain(UUID thread) implements Act {}

    /// @param anchor the words that should become others
    record Suggest(Anchor anchor, String becomes) implements Act {}

    record Accept(UUID suggestion, Seen seen) implements Act {}

    record Reject(UUID suggestion) implements Act {}

    /// Let a warning stand, by its name.
    record Acknowledge(String finding) implements Act {}

    /// Say how pressing a story is, until when, and whose.
    record Assign() implements Act {}
}
