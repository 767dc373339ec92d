package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StarterFeedsTest {

    @Test
    void everyFeedHasALanguageAnOutletAndAddressesThatCanBeSubscribedTo() {
        var languages = Set.of(Locale.getISOLanguages());

        assertThat(StarterFeeds.all()).hasSizeGreaterThan(60).allSatisfy(starter -> {
            assertThat(languages).contains(starter.language());
            assertThat(starter.outlet()).isNotBlank();
            assertEquals(starter.url(), FeedAddress.of(starter.url()).orElseThrow());
            assertEquals(starter.site(), FeedAddress.of(starter.site()).orElseThrow());
            assertThat(starter.url()).startsWith("https://");
        });
        assertEquals(StarterFeeds.all().size(), StarterFeeds.all().stream().map(StarterFeeds.Starter::url).collect(Collectors.toSet()).size());
    }

    @Test
    void aRegionIsServedInItsLanguageAndAnUnknownOneInEnglish() {
        assertThat(StarterFeeds.in("pt-BR")).isNotEmpty().allMatch(starter -> starter.language().equals("pt"));
        assertThat(StarterFeeds.in("en-GB")).extracting(StarterFeeds.Starter::outlet).contains("Euronews");
        assertEquals(StarterFeeds.in("en"), StarterFeeds.in("gd"));
        assertThat(StarterFeeds.in("nb")).extracting(StarterFeeds.Starter::language).containsOnly("no");
    }
}
