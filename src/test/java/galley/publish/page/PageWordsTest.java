package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "es", "fr", "he", "ja", "uk"})
    void everyLanguageHasTheSameWordsWithTheSamePlaces(String language) throws Exception {
        var english = book("en");
        var other = book(language);
        assertThat(new TreeSet<>(other.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        for (var key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void pluralsFollowTheLanguage() {
        assertThat(words("en-GB").say("sources", 1)).isEqualTo("one source");
        assertThat(words("en-GB").say("sources", 5)).isEqualTo("5 sources");
        assertThat(words("ar").say("sources", 2)).isEqualTo("مصدران");
        assertThat(words("ar").say("sources", 11)).isEqualTo("11 مصدرًا");
        assertThat(words("uk").say("sources", 3)).isEqualTo("3 джерела");
    }

    @Test
    void timesSayTheirZoneInTheNewsroomsWay() {
        assertThat(words("en-GB").dayAndTime(Courier.NOON)).isEqualTo("17 Nov 2026, 12:06 GMT");
        assertThat(words("ja").day(Courier.NOON)).isEqualTo("2026年11月17日");
        assertThat(words("ar").day(Courier.NOON)).isEqualTo("17 نوفمبر 2026");
    }

    @Test
    void aLanguageWithoutWordsGetsTheNewsrooms() {
        assertThat(words("el").say("evidence")).isEqualTo("Evidence");
        assertThat(words("el").language()).isEqualTo("en-GB");
        assertThat(PageWords.in("not a language", "../../etc", Courier.ZONE).say("evidence")).isEqualTo("Evidence");
    }

    @Test
    void wordsThatDoNotExistAreNotGuessed() {
        assertThatThrownBy(() -> words("en").say("verified-by-magic")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PageWords words(String language) {
        return PageWords.in(language, "en-GB", Courier.ZONE);
    }

    private static TreeSet<String> places(String pattern) {
        new MessageFormat(pattern);
        return Pattern.compile("\\{(\\d)").matcher(pattern).results().map(place -> place.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties book(String language) throws Exception {
        var book = new Properties();
        try (var in = PageWords.class.getResourceAsStream("/galley/publish/words/" + language + ".properties")) {
            book.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return book;
    }
}
