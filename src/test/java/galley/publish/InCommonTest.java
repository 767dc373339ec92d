package galley.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InCommonTest {

    private static String marked(String passage, String other) {
        return InCommon.of(passage, other).stream().map(piece -> piece.common() ? "[" + piece.text() + "]" : piece.text()).collect(Collectors.joining());
    }

    @Test
    void runsOfThreeWordsAndTellingWordsAreMarkedOnBothSides() {
        var ours = "Ferries to Skell will not sail before Thursday, the harbour office says.";
        var wire = "The harbour office said on Monday that no ferry sails to Skell before Thursday.";
        assertThat(marked(ours, wire)).isEqualTo("Ferries to [Skell] will not sail [before Thursday, the harbour office] says.");
        assertThat(marked(wire, ours)).isEqualTo("[The harbour office] said on Monday that no ferry sails to [Skell before Thursday].");
    }

    @Test
    void smallWordsAloneAreNotAndNothingIsLost() {
        assertThat(InCommon.of("It is as it was.", "He said it was so.")).isEqualTo(List.of(new InCommon.Piece("It is as it was.", false)));
        assertThat(marked("", "x")).isEmpty();
    }

    @Test
    void writingWithoutSpacesIsComparedToo() {
        assertThat(marked("港の防波堤は閉まる", "防波堤が閉まる")).isEqualTo("港の[防波堤]は[閉まる]");
    }
}
