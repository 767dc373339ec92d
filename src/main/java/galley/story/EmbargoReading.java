package galley.story;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a time out of the words behind the instruction.
final class EmbargoReading {

    static final int FAR = 1_500;
    static final int NEAR = 120;
    static final Pattern INSTRUCTION = Pattern.compile("(?:(?<![\\p{L}-])EMBARGO(?:ED)?(?![\\p{L}])(?!\\s+(?i:on|against|by|of)\\b)"
            + "|(?:^|[\\n\\[(*]\\s*|(?<=[.!:]\\s))(?i:embargo(?:ed|é|ée)?)\\s*(?::|(?=(?i:until|till|to|bis|jusqu|hasta|fino|al?|tot)\\b))"
            + "|(?i:\\b(?:strictly\\s+)?embargoed\\s+(?:until|till|to|for)\\b|\\bunder\\s+(?:strict\\s+)?embargo\\s+(?:until|till)\\b|\\bsperrfrist\\b|\\bsous\\s+embargo\\b"
            + "|\\bbajo\\s+embargo\\b|\\bembargado\\s+hasta\\b|\\bsotto\\s+embargo\\b|\\bonder\\s+embargo\\b"
            + "|\\bnot\\s+for\\s+(?:publication|release|broadcast|use)\\s+(?:before|until|till)\\b|\\bhold\\s+for\\s+release\\b|\\bdo\\s+not\\s+(?:publish|release|use)\\s+(?:before|until|till)\\b))");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[t ](\\d{2}):(\\d{2})(?::\\d{2})?)?");
    private static final Pattern DAY_MONTH = Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s+(?:de\\s+|of\\s+)?(\\p{L}{3,})\\.?,?(?:\\s+(?:de\\s+|del\\s+)?(\\d{4}))?");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s+(\\d{4}))?");
    private static final Pattern FIGURES = Pattern.compile("(?<!\\d)(\\d{1,2})([./])(\\d{1,2})[./](\\d{4})");
    private static final Pattern COLON = Pattern.compile("(?<![\\d:.])(\\d{1,2})[:.h](\\d{2})(?::\\d{2})?\\s*(a\\.?m\\.?|p\\.?m\\.?)?(?![\\d./])");
    private static final Pattern WORDED = Pattern.compile("(?<![\\d:.])(\\d{1,2})\\s*(a\\.?m\\.?|p\\.?m\\.?|uhr|heures|horas|h|o'clock|uur)(?![\\p{L}])");
    private static final Pattern FOUR = Pattern.compile("(?<![\\d-])([01]\\d|2[0-3])([0-5]\\d)\\s*(?:hrs|hours|h)?\\s*(?=(?:gmt|utc|bst|c?est|cet|cest|edt|e?t|p[sd]?t|mez|mesz|local|hrs|hours|,|on|$)(?![\\p{L}\\d]))");
    private static final Pattern OFFSET = Pattern.compile("(?:gmt|utc)?\\s?([+-])(\\d{1,2})(?::?(\\d{2}))?(?!\\d)");
    private static final Map<String, Month> MONTHS = months();
    private static final Map<String, DayOfWeek> DAYS = days();
    private static final Map<String, ZoneId> ZONES = zones();

    private final String words;
    private final ZoneId zone;
    private final Instant now;

    EmbargoReading(String words, ZoneId zone, Instant now) {
        this.words = plain(words);
        this.zone = zone;
        this.now = now;
    }

    @Nullable Instant time() {
        try {
            var iso = ISO.matcher(words);
            if (iso.find()) {
                var time = iso.group(4) == null ? clock(words.substring(iso.end())) : LocalTime.of(number(iso.group(4)), number(iso.group(5)));
                return at(LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))), time, words.substring(iso.end()));
            }
            var date = date();
            var time = clock(date.rest());
            if (date.day() != null) {
                return at(date.day(), time, date.rest());
            }
            if (time == null || date.unclear()) {
                return null;
            }
            var today = at(now.atZone(zoneIn(words)).toLocalDate(), time, words);
            return today.isAfter(now) ? today : at(now.atZone(zoneIn(words)).toLocalDate().plusDays(1), time, words);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    /// @param rest the words without the date, in which a time may stand
    private record Found(@Nullable LocalDate day, boolean unclear, String rest) {}

    private Found date() {
        var figures = FIGURES.matcher(words);
        if (figures.find()) {
            int first = number(figures.group(1));
            int second = number(figures.group(3));
            boolean eitherWay = figures.group(2).equals("/") && first <= 12 && second <= 12 && first != second;
            boolean american = figures.group(2).equals("/") && second > 12;
            return new Found(eitherWay ? null : LocalDate.of(number(figures.group(4)), american ? first : second, american ? second : first), eitherWay, without(figures.start(), figures.end()));
        }
        for (var m = DAY_MONTH.matcher(words); m.find(); ) {
            var month = MONTHS.get(m.group(2));
            if (month != null) {
                return new Found(day(m.group(3), month, number(m.group(1))), false, without(m.start(), m.end()));
            }
        }
        for (var m = MONTH_DAY.matcher(words); m.find(); ) {
            var month = MONTHS.get(m.group(1));
            if (month != null) {
                return new Found(day(m.group(3), month, number(m.group(2))), false, without(m.start(), m.end()));
            }
        }
        return named();
    }

    private Found named() {
        var today = now.atZone(zoneIn(words)).toLocalDate();
        for (var word : words.split("[^\\p{L}]+")) {
            if (word.equals("tomorrow") || word.equals("morgen") || word.equals("demain")) {
                return new Found(today.plusDays(1), false, words);
            }
            if (word.equals("today") || word.equals("heute") || word.equals("tonight")) {
                return new Found(today, false, words);
            }
            if (DAYS.containsKey(word)) {
                return new Found(today.with(TemporalAdjusters.nextOrSame(DAYS.get(word))), false, words);
            }
        }
        return new Found(null, false, words);
    }

    /// A date without a year is the next one of that name, unless it was a few days ago.
    private LocalDate day(@Nullable String year, Month month, int day) {
        if (year != null) {
            return LocalDate.of(number(year), month, day);
        }
        var today = now.atZone(zone).toLocalDate();
        var thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today.minusDays(60)) ? LocalDate.of(today.getYear() + 1, month, day) : thisYear;
    }

    private @Nullable LocalTime clock(String in) {
        var colon = COLON.matcher(in);
        if (colon.find()) {
            return clock(number(colon.group(1)), number(colon.group(2)), colon.group(3));
        }
        var worded = WORDED.matcher(in);
        if (worded.find()) {
            return clock(number(worded.group(1)), 0, worded.group(2));
        }
        var four = FOUR.matcher(in);
        if (four.find()) {
            return LocalTime.of(number(four.group(1)), number(four.group(2)));
        }
        return in.matches("(?s).*\\b(?:noon|midi|mittag|mediodia)\\b.*") ? LocalTime.NOON : in.matches("(?s).*\\b(?:midnight|minuit|mitternacht|medianoche)\\b.*") ? LocalTime.MIDNIGHT : null;
    }

    private static LocalTime clock(int hour, int minute, @Nullable String half) {
        if (half == null || !half.matches("[ap]\\.?m\\.?")) {
            return hour == 24 && minute == 0 ? LocalTime.MAX : LocalTime.of(hour, minute);
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no such hour: " + hour + half);
        }
        return LocalTime.of(hour % 12 + (half.startsWith("p") ? 12 : 0), minute);
    }

    private Instant at(LocalDate day, @Nullable LocalTime time, String rest) {
        return day.atTime(time == null ? LocalTime.MIDNIGHT : time).atZone(zoneIn(rest)).toInstant();
    }

    private ZoneId zoneIn(String in) {
        var offset = OFFSET.matcher(in);
        if (offset.find() && number(offset.group(2)) <= 14) {
            int minutes = number(offset.group(2)) * 60 + (offset.group(3) == null ? 0 : number(offset.group(3)));
            return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
        }
        if (in.contains("london time")) {
            return ZoneId.of("Europe/London");
        }
        for (var word : in.split("[^\\p{L}]+")) {
            if (ZONES.containsKey(word)) {
                return ZONES.get(word);
            }
        }
        if (in.matches("(?s).*\\d\\s*z\\b.*") || in.startsWith("z")) {
            return ZoneOffset.UTC;
        }
        return zone;
    }

    private String without(int from, int to) {
        return words.substring(0, from) + " , " + words.substring(to);
    }

    private static int number(String figures) {
        return Integer.parseInt(figures);
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replace('\u00a0', ' ').replace('’', '\'');
    }

    private static List<Locale> languages() {
        return List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.ITALIAN, Locale.of("es"), Locale.of("pt"), Locale.of("nl"), Locale.of("pl"), Locale.of("sv"));
    }

    private static Map<String, Month> months() {
        var months = new HashMap<String, Month>();
        for (var language : languages()) {
            for (var month : Month.values()) {
                for (var style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                    var name = plain(month.getDisplayName(style, language)).replaceAll("[^\\p{L}]", "");
                    if (name.length() > 2) {
                        months.putIfAbsent(name, month);
                    }
                }
            }
        }
        months.put("sept", Month.SEPTEMBER);
        return Map.copyOf(months);
    }

    private static Map<String, DayOfWeek> days() {
        var days = new HashMap<String, DayOfWeek>();
        for (var language : languages()) {
            for (var day : DayOfWeek.values()) {
                days.putIfAbsent(plain(day.getDisplayName(TextStyle.FULL, language)), day);
            }
        }
        return Map.copyOf(days);
    }

    /// Summer and winter names mean their offset; names that cover both follow the place.
    private static Map<String, ZoneId> zones() {
        var zones = new HashMap<String, ZoneId>();
        for (var pair : List.of("gmt Z", "utc Z", "bst +01:00", "cet Europe/Paris", "cest +02:00", "mez Europe/Berlin", "mesz +02:00", "est -05:00", "edt -04:00", "et America/New_York",
                "cst -06:00", "cdt -05:00", "mst -07:00", "mdt -06:00", "pst -08:00", "pdt -07:00", "pt America/Los_Angeles", "eet Europe/Athens", "eest +03:00", "msk +03:00",
                "wet Europe/Lisbon", "west +01:00", "jst +09:00", "kst +09:00", "hkt +08:00", "sgt +08:00", "aest +10:00", "aedt +11:00", "sast +02:00", "nzst +12:00", "nzdt +13:00")) {
            zones.put(pair.split(" ")[0], ZoneId.of(pair.split(" ")[1]));
        }
        return Map.copyOf(zones);
    }
}
