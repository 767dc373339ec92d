package galley.story;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps which wire entries report the same event.
public interface SameEvents {

    /// A report as far as grouping needs it.
    ///
    /// @param row arrival order, ascending
    /// @param lead the beginning of its text, as clean markup
    /// @param event to which it belongs, called by its first entry; null while it stands alone or nobody has asked
    record Report(long row, UUID entry, String language, String title, String lead, Instant arrived, @Nullable UUID event) {}

    /// An event that several entries report.
    ///
    /// @param sources how many outlets report it
    /// @param entries its entries, oldest arrival first
    record Group(UUID event, int sources, List<UUID> entries) {}

    /// The row after which reports arrived since a time.
    long rowBefore(Instant since);

    /// Reports that arrived after a row, in order.
    List<Report> after(long row, int limit);

    /// The row up to which reports have been compared, by this program or an earlier one.
    long compared();

    /// Keeps that entries belong to events; the event's first entry is named as well.
    ///
    /// @param compared the row up to which reports have now been compared: both are kept or neither
    void join(Map<UUID, UUID> eventOfEntry, long compared);

    /// The groups of these entries, by entry; those that stand alone are left out.
    Map<UUID, Group> groups(Collection<UUID> entries);
}
