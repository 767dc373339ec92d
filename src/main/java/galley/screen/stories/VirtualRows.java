package galley.screen.stories;

import galley.notice.TroubleLog;
import galley.screen.common.Notices;
import galley.work.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;

/// The rows of one answer, as many as there are, of which only those are read that somebody looks at. Belongs to the
/// window's thread; reading does not.
public final class VirtualRows extends ObservableListBase<VirtualRows.Slot> {

    private static final int PAGE = 100;
    private static final int KEPT = 40;

    /// A place in the list. Its row comes when it has been read, and may be replaced; the place never moves.
    public static final class Slot {
        private final ReadOnlyObjectWrapper<StoryRow> row = new ReadOnlyObjectWrapper<>(this, "row", StoryRow.reading());

        public StoryRow row() {
            return row.get();
        }

        public ReadOnlyObjectProperty<StoryRow> rowProperty() {
            return row.getReadOnlyProperty();
        }
    }

    private final StoryRows.Answer answer;
    private final Work work;
    private final Notices notices;
    private final Map<Integer, Slot[]> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Slot[]> eldest) {
            return size() > KEPT;
        }
    };

    /// @param first the first rows, read together with the answer
    VirtualRows(StoryRows.Answer answer, List<StoryRow> first, Work work, Notices notices) {
        this.answer = answer;
        this.work = work;
        this.notices = notices;
        if (answer.size() > 0) {
            var page = slots(0);
            pages.put(0, page);
            fill(page, first);
        }
    }

    /// Reads an answer's first rows.
    static List<StoryRow> first(StoryRows.Answer answer) {
        return answer.read(0, Math.min(PAGE, answer.size()));
    }

    /// Reads the rows of these places, as they are now. Slow.
    List<StoryRow> at(List<Integer> places) {
        return places.stream().filter(i -> i >= 0 && i < answer.size()).flatMap(i -> answer.read(i, i + 1).stream()).toList();
    }

    @Override
    public int size() {
        return answer.size();
    }

    @Override
    public Slot get(int index) {
        int number = index / PAGE;
        var page = pages.get(number);
        if (page == null) {
            page = slots(number);
            pages.put(number, page);
            read(number, page);
        }
        return page[index % PAGE];
    }

    /// Two answers are two lists, also when the same rows are in them; and to compare them would read them all.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /// Shows this row in place of the one with the same id. Nothing moves.
    void change(UUID id, StoryRow row) {
        for (var page : pages.values()) {
            for (var slot : page) {
                if (id.equals(slot.row().id())) {
                    slot.row.set(row);
                }
            }
        }
    }

    private Slot[] slots(int page) {
        var slots = new Slot[Math.min(PAGE, answer.size() - page * PAGE)];
        java.util.Arrays.setAll(slots, _ -> new Slot());
        return slots;
    }

    private void read(int number, Slot[] page) {
        int from = number * PAGE;
        work.start("read rows", (_, _) -> answer.read(from, from + page.length), rows -> fill(page, rows), fault -> {
            pages.remove(number);
            notices.tell(TroubleLog.tell("reading the list", fault));
        });
    }

    /// A line that has left the newsroom since the answer leaves its page short; its slot stays empty.
    private static void fill(Slot[] page, List<StoryRow> rows) {
        for (int i = 0; i < Math.min(page.length, rows.size()); i++) {
            page[i].row.set(rows.get(i));
        }
    }
}
