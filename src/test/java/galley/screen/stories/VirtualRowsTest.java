package galley.screen.stories;

import static org.assertj.core.api.Assertions.assertThat;

import galley.notice.Notice;
import galley.screen.common.Command;
import galley.screen.common.Mark;
import galley.screen.common.Notices;
import galley.work.ImmediateWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VirtualRowsTest {

    private static final int MANY = 100_000;

    private final List<Integer> read = new ArrayList<>();

    private final StoryRows.Answer wire = new StoryRows.Answer() {
        @Override
        public int size() {
            return MANY;
        }

        @Override
        public List<StoryRow> read(int from, int to) {
            read.add(from);
            return IntStream.range(from, to).mapToObj(VirtualRowsTest::row).toList();
        }
    };

    private final VirtualRows rows = new VirtualRows(wire, VirtualRows.first(wire), new ImmediateWork(), new Silent());

    @Test
    void aHundredThousandRowsAreThereAndOnlyALookIsRead() {
        assertThat(rows).hasSize(MANY);
        assertThat(rows.get(0).row().headline()).isEqualTo("Item 0");
        assertThat(rows.get(99_999).row().headline()).isEqualTo("Item 99999");
        assertThat(rows.get(50_017).row().headline()).isEqualTo("Item 50017");

        assertThat(read).containsExactly(0, 99_900, 50_000);
    }

    @Test
    void aLookBackReadsNothingAgain() {
        IntStream.range(0, 3_000).forEach(i -> rows.get(i).row());
        var before = read.size();
        IntStream.range(0, 3_000).forEach(i -> rows.get(i).row());

        assertThat(read).hasSize(before);
    }

    @Test
    void aChangedRowStaysInItsPlace() {
        var third = rows.get(2);
        rows.change(third.row().id(), third.row().seen());

        assertThat(rows.get(2)).isSameAs(third);
        assertThat(third.row().unseen()).isFalse();
    }

    @Test
    void twoAnswersAreTwoListsEvenWhenTheyHoldTheSame() {
        var again = new VirtualRows(wire, VirtualRows.first(wire), new ImmediateWork(), new Silent());

        assertThat(rows.equals(again)).isFalse();
        assertThat(read).containsExactly(0, 0);
    }

    private static StoryRow row(int i) {
        return new StoryRow(UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)}), true, Mark.WIRE, "Item " + i, "", null, "Northwire",
                "", Instant.EPOCH, null, null, true, "en");
    }

    private static final class Silent implements Notices {
        @Override
        public void say(String icon, String words, Command... acts) {}

        @Override
        public void tell(Notice notice) {
            throw new AssertionError(notice.inOneLine());
        }
    }
}
