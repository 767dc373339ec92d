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
public record StoryRow(@Nullable UUID id, boolean onTheWire, Mark mark, String headline, String detail, @Nullable Addition addition,
                       String source, String category, @Nullable Instant time, @Nullable Signer edited, @Nullable Signer reviewed,
                       boolean unseen, String language) {

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

    StoryRow seen() {
        return new StoryRow(id, onTheWire, mark, headline, detail, addition, source, category, time, edited, reviewed, false, language);
    }
}
