package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathsTest {

    @ParameterizedTest
    @CsvSource({
        "Storm keeps Larnholm harbour shut, storm-keeps-larnholm-harbour-shut",
        "The clinic’s supplies, the-clinics-supplies",
        "Zoë & Núñez: 4.2%, zoe-nunez-4-2",
        "Straße, strasse",
        "🌊, u1f30a",
        "'', untitled",
    })
    void wordsBecomeAnAddress(String words, String slug) {
        assertThat(SitePaths.slug(words)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "..", "/etc/passwd", "C:\\Windows", "a\u0000b", "con\u202Etxt.exe", "%2e%2e%2f", "....//"})
    void noCategoryLeavesTheSite(String category) {
        assertThat(SitePaths.section(category)).matches("section/[a-z0-9]+(-[a-z0-9]+)*\\.html");
    }

    @Test
    void aLongHeadlineEndsAtAWord() {
        var slug = SitePaths.slug("committee ".repeat(50));
        assertThat(slug).hasSizeLessThanOrEqualTo(80).endsWith("committee");
    }

    @Test
    void aHeadlineInAnotherScriptLendsItsSlugline() {
        assertThat(SitePaths.article(Courier.NOON, Courier.ZONE, "上田線、運転再開", "ueda-line", "")).isEqualTo("2026/11/17/ueda-line.html");
        assertThat(SitePaths.article(Courier.NOON, Courier.ZONE, "Storm again", "storm-slug", "2")).isEqualTo("2026/11/17/storm-again-2.html");
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, people.html, people.html",
        "2026/11/17/a.html, index.html, ../../../index.html",
        "2026/11/17/a.html, 2026/11/17/b.html, b.html",
        "2026/11/17/a.html, 2026/11/18/b.html, ../18/b.html",
        "policies/ethics.html, people/rosa.html, ../people/rosa.html",
    })
    void aLinkIsTheWayFromPageToPage(String from, String to, String way) {
        assertThat(SitePaths.between(from, to)).isEqualTo(way);
    }
}
