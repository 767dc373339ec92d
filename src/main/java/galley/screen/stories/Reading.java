package galley.screen.stories;

import galley.publish.SourceDesk;
import galley.screen.common.Step;
import galley.signoff.Seen;
import galley.story.ReadingText.Paragraph;
import galley.story.WordDiff;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the reading pane shows of one story or wire entry, as it stood when it was read.
///
/// @param seen the state of the text a person decides about; null for a wire entry
/// @param kicker slugline, or where it comes from, and category
/// @param facts words, minutes, sources
/// @param sinceWire what changed since the wire's own words; empty when nothing did or the story is our own
/// @param next the one thing to do next
/// @param stands why it stands still (hold, embargo, changes wanted), in sentences
/// @param news what its sources did since, that nobody has noted yet
/// @param published whether readers have it
/// @param may why each act is refused now; empty words where it is allowed
public record Reading(UUID id, boolean onTheWire, @Nullable Seen seen, List<Step> steps, List<String> kicker, String headline, String standfirst,
                      List<String> facts, List<Paragraph> paragraphs, List<WordDiff.Block> sinceWire, Next next, List<Stand> stands, List<SourceDesk.News> news, boolean published, May may) {

    /// What comes next.
    ///
    /// @param says one sentence
    /// @param detail another, smaller
    /// @param act what the filled button does
    public record Next(String says, String detail, Act act) {}

    /// The acts the pane offers as the next one.
    public enum Act { TAKE, OPEN, REVIEW, EXPORT, PREVIEW, RESTORE }

    /// Something in the story's way.
    public record Stand(galley.screen.common.Mark mark, String words) {}

    /// Reasons against each act.
    public record May(String take, String open, String sign, String review, String sendBack, String lift, String spike, String restore, String hold, String release,
                      String export, String preview, String correct, String kill) {}
}
