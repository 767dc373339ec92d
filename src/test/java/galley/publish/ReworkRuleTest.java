package galley.publish;

import static org.assertj.core.api.Assertions.assertThat;

import galley.publish.OwnWords.Source;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReworkRuleTest {

    private final OwnWords own = new OwnWords(List.of(new Source("wire", "The harbour stayed closed on Tuesday because of the storm. Nobody was hurt, the pilots said in the evening.")));

    private List<OwnWords.Sentence> measured(String text) {
        return own.sentences(List.of(text), Locale.ENGLISH);
    }

    @Test
    void aReworkedTextHoldsFewOfTheWiresOwnSentences() {
        assertThat(ReworkRule.of(measured("Nobody was hurt, the pilots said in the evening. We asked the council why no warning had been given to the ships that lay "
                + "outside, and got no answer by the time this went out."))).isEmpty();
        assertThat(ReworkRule.of(measured("The harbour stayed closed on Tuesday because of the storm. Nobody was hurt, the pilots said in the evening."))).singleElement()
                .satisfies(f -> {
                    assertThat(f.isError()).isTrue();
                    assertThat(f.words()).contains("100 per cent");
                    assertThat(f.place()).isEqualTo("body");
                });
    }
}
