package galley.publish.page;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fixed words and the times of a page in the language of its readers. An Arabic story gets Arabic labels although the
/// newsroom works in English; a language nobody has written words for gets the newsroom's, else English.
public final class PageWords {

    private static final Map<String, Optional<Properties>> BOOKS = new ConcurrentHashMap<>();

    private static final Map<Asked, PageWords> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> RIGHT_TO_LEFT = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 100;
    private static final int MOST_SAID = 500;

    /// The languages somebody has written words for.
    static final List<String> LANGUAGES = List.of("ar", "de", "en", "es", "fr", "he", "ja", "uk");

    private final Properties words;
    private final Locale locale;
    private final ULocale plurals;
    private final ZoneId zone;
    /// What has been said and how times are written here: every page says the same.
    private final Map<List<Object>, String> said = new ConcurrentHashMap<>();
    private final Map<String, DateTimeFormatter> formats = new ConcurrentHashMap<>();

    private PageWords(Properties words, Locale locale, ZoneId zone) {
        this.words = words;
        this.locale = locale;
        // Western digits in every script, as the dates have them.
        this.plurals = new ULocale(locale.toLanguageTag() + (locale.toLanguageTag().contains("-u-") ? "-nu-latn" : "-u-nu-latn"));
        this.zone = zone;
    }

    /// @param language of the page, BCP 47
    /// @param otherwise the newsroom's language
    public static PageWords in(String language, String otherwise, ZoneId zone) {
        var asked = new Asked(language, otherwise, zone);
        var known = KNOWN.get(asked);
        if (known == null) {
            known = made(language, otherwise, zone);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(asked, known);
            }
        }
        return known;
    }

    private record Asked(String language, String otherwise, ZoneId zone) {}

    private static PageWords made(String language, String otherwise, ZoneId zone) {
        for (var tag : new String[] {language, otherwise}) {
            var locale = Locale.forLanguageTag(tag);
            var book = book(locale.getLanguage());
            if (book.isPresent()) {
                return new PageWords(book.get(), locale, zone);
            }
        }
        return new PageWords(book("en").orElseThrow(), Locale.UK, zone);
    }

    /// The words of every language there are words for.
    public static Stream<PageWords> everyLanguage() {
        return LANGUAGES.stream().map(language -> in(language, "en", ZoneOffset.UTC));
    }

    /// BCP 47 tag of the language these words are in.
    public String language() {
        return locale.toLanguageTag();
    }

    /// The language to name on an element among these words whose own are in `other`; null when it is the same.
    public @Nullable String langIfOther(String other) {
        return other.isEmpty() || other.equals(language()) ? null : other;
    }

    /// The direction to name on an element among these words whose own are in `other`; null when it is the same.
    public @Nullable String dirIfOther(String other) {
        return isRightToLeft(other) == isRightToLeft(language()) ? null : direction(other);
    }

    /// `rtl` or `ltr`.
    public String direction() {
        return direction(language());
    }

    static boolean isRightToLeft(String language) {
        var known = RIGHT_TO_LEFT.get(language);
        if (known == null) {
            known = new ULocale(language).isRightToLeft();
            if (RIGHT_TO_LEFT.size() < MOST_KNOWN) {
                RIGHT_TO_LEFT.put(language, known);
            }
        }
        return known;
    }

    private static String direction(String language) {
        return isRightToLeft(language) ? "rtl" : "ltr";
    }

    /// The words under `key`, its `{0}`, `{1}`, ... filled in; plural forms as ICU writes them.
    public String say(String key, Object... with) {
        var pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No words for " + key + " in " + locale);
        }
        if (with.length == 0) {
            return pattern;
        }
        var words = new ArrayList<Object>(List.of(with));
        words.add(key);
        var known = said.get(words);
        if (known == null) {
            known = new MessageFormat(pattern, plurals).format(with);
            if (said.size() < MOST_SAID) {
                said.put(words, known);
            }
        }
        return known;
    }

    /// 17 Nov 2026, 12:06 GMT
    public String dayAndTime(Instant at) {
        return formatted("yMMMdHm", at) + " " + formats.computeIfAbsent("zzz", zzz -> DateTimeFormatter.ofPattern(zzz, locale)).format(at.atZone(zone));
    }

    /// 17 Nov 2026
    public String day(Instant at) {
        return formatted("yMMMd", at);
    }

    /// Tuesday 17 November 2026
    public String longDay(Instant at) {
        return formatted("yMMMMEEEEd", at);
    }

    /// 12:06
    public String time(Instant at) {
        return formatted("Hm", at);
    }

    /// 17 Nov, 12:06
    public String shortTime(Instant at) {
        return formatted("MMMdHm", at);
    }

    private String formatted(String skeleton, Instant at) {
        return formats.computeIfAbsent(skeleton, s -> DateTimeFormatter.ofLocalizedPattern(s).withLocale(locale)).format(at.atZone(zone));
    }

    private static Optional<Properties> book(String language) {
        return BOOKS.computeIfAbsent(language, PageWords::read);
    }

    private static Optional<Properties> read(String language) {
        if (!language.matches("[a-z]{2,3}")) {
            return Optional.empty();
        }
        try (var in = PageWords.class.getResourceAsStream("/galley/publish/words/" + language + ".properties")) {
            if (in == null) {
                return Optional.empty();
            }
            var words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(words);
        } catch (IOException e) {
            throw new UncheckedIOException("The words of the language " + language + " cannot be read.", e);
        }
    }
}
