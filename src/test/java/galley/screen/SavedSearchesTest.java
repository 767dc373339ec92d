package galley.screen;

import static org.assertj.core.api.Assertions.assertThat;

import galley.screen.common.Place;
import galley.screen.common.Queue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavedSearchesTest {

    private final List<String> kept = new ArrayList<>();

    @Test
    void whatIsAskedIsKeptWithWhereItWasAskedAndComesBack() {
        var searches = new SavedSearches("", kept::add);
        searches.add(new Place.InQueue(Queue.READY), "harbour ");
        searches.add(new Place.FromSource("Meridian Press"), "ferry");
        searches.add(new Place.InQueue(Queue.READY), "harbour");
        assertThat(searches.all()).containsExactly(new Place.Saved("harbour, ready", "status:ready harbour"),
                new Place.Saved("Meridian Press ferry", "source:\"Meridian Press\" ferry"));
        assertThat(new SavedSearches(kept.getLast(), kept::add).all()).isEqualTo(searches.all());
    }

    @Test
    void aSearchCanBeRemovedAndWhatCannotBeReadIsLeftOut() {
        var searches = new SavedSearches("no tab here\nFerries\tferry\n\t \n", kept::add);
        assertThat(searches.all()).containsExactly(new Place.Saved("Ferries", "ferry"));
        searches.remove(searches.all().getFirst());
        assertThat(kept).containsExactly("");
    }
}
