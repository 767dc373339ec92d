package galley.screen.stories;

import galley.screen.common.Mark;
import galley.screen.common.PersonMark;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the story table: a wire entry or a story.
///
/// @param id the wire entry's or the story's; null while the line is being read
/// @param onTheWire whether it is a wire entry
/// @param detail what stands under the headline when nothing more pressing does
/// @param addition what is added to its state (hold, embargo, sent back, lapsed) and stands there instead; null when nothing is
/// @param edited who signed or is to sign; null for nobody
/// @param language BCP 47 tag
/// @param event the event that it reports together with others; null while it stands alone
public record StoryRow(@Nullable UUID id, boolean onTheWire, Mark mark, String headline, String detail, @Nullable Addition addition,
                       String source, String category, @Nullable Instant time, @Nullable Signer edited, @Nullable Signer reviewed,
                       boolean unseen, String language, @Nullable Event event) {

    public StoryRow(@Nullable UUID id, boolean onTheWire, Mark mark, String headline, String detail, @Nullable Addition addition,
                    String source, String category, @Nullable Instant time, @Nullable Signer edited, @Nullable Signer reviewed,
                    boolean unseen, String language) {
        this(id, onTheWire, mark, headline, detail, addition, source, category, time, edited, reviewed, unseen, language, null);
    }

    /// Where a row stands among the reports of its event: alone in its place, with the others open below it, or one of those.
    public enum Among { CLOSED, OPEN, BELOW }

    /// An event that several report.
    ///
    /// @param entry the wire entry by which the row belongs to it
    /// @param sources how many outlets report it
    public record Event(UUID entry, int sources, Among among) {

        Event standing(Among now) {
            return new Event(entry, sources, now);
        }

        String words() {
            return "same event · " + sources + (sources == 1 ? " source" : " sources");
        }
    }

    /// A state added to the row's own, in words.
    public record Addition(Mark mark, String words) {}

    /// A person and what their word is worth here.
    ///
    /// @param name empty for a person yet to come
    public record Signer(String name, PersonMark.Word word) {}

    /// Stands in the table until the line has been read.
    static StoryRow reading() {
        return new StoryRow(null, true, Mark.WIRE, "", "", null, "", "", null, null, null, false, "");
    }

    public boolean isRead() {
        return id != null;
    }

    /// Whether it stands below another report of its event.
    public boolean isBelow() {
        return event != null && event.among() == Among.BELOW;
    }

    StoryRow with(@Nullable Event other) {
        return new StoryRow(id, onTheWire, mark, headline, detail, addition, source, category, time, edited, reviewed, unseen, language, other);
    }

    StoryRow seen() {
        return new StoryRow(id, onTheWire, mark, headline, detail, addition, source, category, time, edited, reviewed, false, language, event);
    }
}
