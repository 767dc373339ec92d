package galley.screen.stories;

import galley.notice.TroubleLog;
import galley.screen.common.Notices;
import galley.work.Work;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

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

    /// Rows that stand below one of the answer's own.
    private record Opened(int base, List<Slot> below) {}

    private final StoryRows.Answer answer;
    private final Work work;
    private final Notices notices;
    /// In order of their places; replaced whole, because rows are read away from the window's thread.
    private volatile List<Opened> opened = List.of();
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
        var now = opened;
        return places.stream().map(i -> place(i, now)).filter(p -> p.below() != null || p.base() >= 0 && p.base() < answer.size())
                .flatMap(p -> p.below() != null ? Stream.of(p.below().row()) : answer.read(p.base(), p.base() + 1).stream()).toList();
    }

    @Override
    public int size() {
        return answer.size() + opened.stream().mapToInt(o -> o.below().size()).sum();
    }

    /// A place in the list: one of the answer's rows, or a row that was opened below one.
    private record Spot(int base, @Nullable Slot below) {}

    private static Spot place(int index, List<Opened> opened) {
        int more = 0;
        for (var one : opened) {
            int first = one.base() + 1 + more;
            if (index < first) {
                break;
            }
            if (index < first + one.below().size()) {
                return new Spot(one.base(), one.below().get(index - first));
            }
            more += one.below().size();
        }
        return new Spot(index - more, null);
    }

    /// Whether other rows stand open below this place.
    boolean isOpen(int index) {
        var spot = place(index, opened);
        return spot.below() == null && opened.stream().anyMatch(o -> o.base() == spot.base());
    }

    /// The place above whose rows this one was opened; the same place for a row of the answer.
    int above(int index) {
        var spot = place(index, opened);
        return spot.below() == null ? index : spot.base() + opened.stream().filter(o -> o.base() < spot.base()).mapToInt(o -> o.below().size()).sum();
    }

    /// Shows rows below a place. Those above stay where they are.
    void open(int index, List<StoryRow> rows) {
        var spot = place(index, opened);
        if (spot.below() != null || isOpen(index) || rows.isEmpty()) {
            return;
        }
        mark(index, StoryRow.Among.OPEN);
        var below = rows.stream().map(row -> {
            var slot = new Slot();
            slot.row.set(row);
            return slot;
        }).toList();
        beginChange();
        opened = Stream.concat(opened.stream(), Stream.of(new Opened(spot.base(), below))).sorted(Comparator.comparingInt(Opened::base)).toList();
        nextAdd(index + 1, index + 1 + below.size());
        endChange();
    }

    /// Takes away the rows that were opened below a place.
    void close(int index) {
        var spot = place(index, opened);
        var closing = opened.stream().filter(o -> o.base() == spot.base()).findFirst();
        if (spot.below() != null || closing.isEmpty()) {
            return;
        }
        mark(index, StoryRow.Among.CLOSED);
        beginChange();
        opened = opened.stream().filter(o -> o.base() != spot.base()).toList();
        nextRemove(index + 1, closing.get().below());
        endChange();
    }

    private void mark(int index, StoryRow.Among among) {
        var slot = get(index);
        if (slot.row().event() != null) {
            slot.row.set(slot.row().with(slot.row().event().standing(among)));
        }
    }

    @Override
    public Slot get(int at) {
        var spot = place(at, opened);
        if (spot.below() != null) {
            return spot.below();
        }
        int index = spot.base();
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
        var slots = Stream.concat(pages.values().stream().flatMap(Arrays::stream), opened.stream().flatMap(o -> o.below().stream()));
        slots.filter(slot -> id.equals(slot.row().id())).toList().forEach(slot -> slot.row.set(row.with(slot.row().event())));
    }

    private Slot[] slots(int page) {
        var slots = new Slot[Math.min(PAGE, answer.size() - page * PAGE)];
        Arrays.setAll(slots, _ -> new Slot());
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
