package galley.story;

import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A wire entry as one line of a list, without its body.
///
/// @param row arrival order, ascending
/// @param category the first the source gives; empty when it gives none
/// @param versions how many versions came
/// @param time when it happened for the reader: published, else arrived
/// @param spiked when it was spiked off the wire; null otherwise
public record WireLine(long row, UUID id, String source, String title, String category, String language, int versions, Instant time,
                       boolean seen, @Nullable Instant spiked) {

    /// What a list may be sorted by.
    public enum Order { ARRIVAL, TITLE, SOURCE, CATEGORY }

    /// Which untaken entries, and how sorted.
    ///
    /// @param words that must occur; empty for all
    /// @param source only this one; empty for all
    /// @param category only this one; empty for all
    /// @param spiked the spiked ones instead of the open ones
    public record Question(String words, String source, String category, boolean spiked, Order order, boolean ascending) {

        /// Everything open, newest first.
        public static final Question NEWEST = new Question("", "", "", false, Order.ARRIVAL, false);
    }

    /// Lists the wire. A list is asked once for the rows it has, which is quick however long it is, and then for the lines
    /// that somebody looks at.
    public interface Lines {

        /// Rows of all lines that answer, in order; when words are asked for, of the ten thousand newest that have them.
        long[] rows(Question question);

        /// The newest lines, open or not, that have these words, newest first.
        List<WireLine> newest(String words, int limit);

        /// The lines of these rows, in the order of the rows.
        List<WireLine> lines(List<Long> rows);

        /// How many are open from each source, most first.
        SequencedMap<String, Long> openBySource();

        /// The row of the newest arrival, open or not; 0 before any.
        long newest();

        /// How many open entries arrived after this row.
        long openAfter(long row);
    }
}
