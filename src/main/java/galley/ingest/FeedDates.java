package galley.ingest;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dates that feeds write, and refuses those that could mean anything.
///
/// A date without a zone is taken as UTC, a date without a time as midnight, and two figures for a year from 90 up as
/// the last century. Figures out of range (25 o'clock, 31 June) are refused and never rolled over: a wrong date pins a
/// story to the top of the wire, a missing one does not. The leap second and 24:00, the end of a day, are in range.
public final class FeedDates {

    private static final int LONGEST = 80;
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final Instant FIRST_FEED = Instant.parse("1990-01-01T00:00:00Z");

    private static final Pattern FRACTION = Pattern.compile("(?<=:\\d\\d),(?=\\d)");
    private static final Pattern NOTE_ON_ZONE = Pattern.compile("(?<=[+-]\\d{1,2}:?\\d{0,2}|[a-z]) ?\\([^()]*\\)$");
    private static final Pattern ZONE_IN_BRACKETS = Pattern.compile("\\(([a-z]+)\\)$");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final String TIME = "(\\d{1,2})(?::?(\\d{2}|(?<=:)\\d(?!\\d)))?(?::?(\\d{1,2})(?:[.,]\\d*)?)?";
    private static final String CLOCK = "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d*)?)?";
    private static final String ZONE = "\\s*([a-z/_]+|(?:(?:gmt|utc?) ?)?[+-]\\d{1,2}(?::?\\d{2})?)?";

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})(?:-(\\d{1,3})(?:-(\\d{1,2}))?)?(?:(?:t|\\s+)" + TIME + ZONE + ")?(?:\\s*z)?");
    private static final Pattern ISO_TIGHT = Pattern.compile(
            "(\\d{4})(\\d{2})(\\d{2})(?:t?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d*)?)?" + ZONE + ")?");
    private static final Pattern ISO_SHORT_YEAR = Pattern.compile("(\\d{2})-(\\d{2})-(\\d{2})(?:t| )" + CLOCK + ZONE);
    private static final Pattern ISO_DAY_OF_YEAR = Pattern.compile("(\\d{4}|\\d{2})-?(\\d{3})");
    private static final Pattern ISO_WEEK = Pattern.compile("(\\d{4})-?w(\\d{2})(?:-?([1-7]))?(?:t" + TIME + ZONE + ")?");
    private static final Pattern ISO_SHORT = Pattern.compile("-?(\\d{2})-?(\\d{2})(?:-?(\\d{2}))?");
    private static final Pattern SLASHES = Pattern.compile(
            "(?:\\p{L}+\\.? )?(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?: " + CLOCK + ZONE + ")?");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?:\\p{L}+\\.? ?)?(\\d{1,2})\\.?[ -](\\p{L}+)\\.?[ -](\\d{4}|\\d{2})(?: (?:at )?" + CLOCK + " ?([ap]m(?![a-z]))?" + ZONE + ")?");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?:\\p{L}+\\.? )?(\\p{L}+)\\.? (\\d{1,2}) (\\d{4})(?: (?:at )?" + CLOCK + " ?([ap]m(?![a-z]))?" + ZONE + ")?");
    private static final Pattern UNIX = Pattern.compile(
            "(?:\\p{L}+ )?(\\p{L}+) (\\d{1,2}) " + CLOCK + "(?: ([a-z]+|(?:gmt|utc)?[+-]\\d{2}:?\\d{2}))? (\\d{4})");
    private static final Pattern NAMED_MONTH = Pattern.compile(
            "(\\d{4})-(\\p{L}+)\\.?-(\\d{1,2})(?:t" + CLOCK + ZONE + ")?");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年 ?(\\d{1,2})月 ?(\\d{1,2})日(?: ?" + CLOCK + ZONE + ")?");
    private static final Pattern KOREAN = Pattern.compile("(\\d{4})년 ?(\\d{1,2})월 ?(\\d{1,2})일(?: " + CLOCK + ")?");
    private static final Pattern KOREAN_HALF_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}) (오전|오후) " + CLOCK);

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, ZoneOffset> ZONES = zones();

    private FeedDates() {}

    /// The moment that the words name; null when they name none that can be trusted.
    public static @Nullable Instant read(@Nullable String words) {
        if (words == null || words.length() > LONGEST) {
            return null;
        }
        var date = FRACTION.matcher(words).replaceAll(".").replace(',', ' ').replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
        if (date.isEmpty()) {
            return null;
        }
        date = ZONE_IN_BRACKETS.matcher(NOTE_ON_ZONE.matcher(DASHES.matcher(date).replaceAll("-")).replaceFirst("")).replaceFirst("$1");
        try {
            var moment = Character.isDigit(date.charAt(0)) || date.charAt(0) == '-' ? figuresFirst(date) : wordsFirst(date);
            return moment == null || moment.atOffset(ZoneOffset.UTC).getYear() > 9999 ? null : moment;
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }

    /// The date if a newsroom may believe it: after the first feeds, and at most a day ahead of `now`.
    public static @Nullable Instant believable(@Nullable Instant date, Instant now) {
        return date == null || date.isBefore(FIRST_FEED) || date.isAfter(now.plus(1, ChronoUnit.DAYS)) ? null : date;
    }

    private static @Nullable Instant figuresFirst(String date) {
        Matcher m;
        if ((m = ISO.matcher(date)).matches()) {
            return isoDate(m);
        }
        if ((m = ISO_TIGHT.matcher(date)).matches()) {
            return at(day(year(m.group(1)), number(m.group(2)), number(m.group(3))), m, 4, null, zone(m.group(7)));
        }
        if ((m = ISO_SHORT_YEAR.matcher(date)).matches() || (m = CHINESE.matcher(date)).matches()) {
            return at(day(year(m.group(1)), number(m.group(2)), number(m.group(3))), m, 4, null, zone(m.group(7)));
        }
        if ((m = ISO_DAY_OF_YEAR.matcher(date)).matches()) {
            return LocalDate.ofYearDay(year(m.group(1)), number(m.group(2))).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if ((m = ISO_WEEK.matcher(date)).matches()) {
            return at(week(m), m, 4, null, zone(m.group(7)));
        }
        if ((m = ISO_SHORT.matcher(date)).matches() && (date.startsWith("-") || m.group(3) != null)) {
            return day(year(m.group(1)), number(m.group(2)), m.group(3) == null ? 1 : number(m.group(3)))
                    .atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if ((m = DAY_MONTH.matcher(date)).matches()) {
            return dayMonth(m);
        }
        if ((m = SLASHES.matcher(date)).matches()) {
            return at(day(year(m.group(1)), number(m.group(2)), number(m.group(3))), m, 4, null, zone(m.group(7)));
        }
        if ((m = NAMED_MONTH.matcher(date)).matches()) {
            return at(day(year(m.group(1)), month(m.group(2)), number(m.group(3))), m, 4, null, zone(m.group(7)));
        }
        if ((m = KOREAN.matcher(date)).matches()) {
            return at(day(year(m.group(1)), number(m.group(2)), number(m.group(3))), m, 4, null, KOREA);
        }
        if ((m = KOREAN_HALF_DAY.matcher(date)).matches()) {
            return at(day(year(m.group(1)), number(m.group(2)), number(m.group(3))), m, 5,
                    m.group(4).equals("오후") ? "pm" : "am", KOREA);
        }
        return null;
    }

    private static @Nullable Instant wordsFirst(String date) {
        Matcher m;
        if ((m = DAY_MONTH.matcher(date)).matches()) {
            return dayMonth(m);
        }
        if ((m = MONTH_DAY.matcher(date)).matches()) {
            return at(day(year(m.group(3)), month(m.group(1)), number(m.group(2))), m, 4, m.group(7), zone(m.group(8)));
        }
        if ((m = UNIX.matcher(date)).matches()) {
            return at(day(year(m.group(7)), month(m.group(1)), number(m.group(2))), m, 3, null, zone(m.group(6)));
        }
        if ((m = SLASHES.matcher(date)).matches()) {
            return at(day(year(m.group(1)), number(m.group(2)), number(m.group(3))), m, 4, null, zone(m.group(7)));
        }
        return null;
    }

    private static Instant dayMonth(Matcher m) {
        return at(day(year(m.group(3)), month(m.group(2)), number(m.group(1))), m, 4, m.group(7), zone(m.group(8)));
    }

    /// Some writers give the month three figures ("2003-012-31"); alone, three figures are a day of the year.
    private static Instant isoDate(Matcher m) {
        int year = number(m.group(1));
        var second = m.group(2);
        var third = m.group(3);
        var date = second == null ? LocalDate.of(year, 1, 1)
                : third == null && second.length() == 3 ? LocalDate.ofYearDay(year, number(second))
                : day(year, number(second), third == null ? 1 : number(third));
        return at(date, m, 4, null, zone(m.group(7)));
    }

    private static LocalDate week(Matcher m) {
        int year = number(m.group(1));
        var monday = LocalDate.of(year, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(m.group(2))).with(ChronoField.DAY_OF_WEEK, 1);
        if (number(m.group(2)) > LocalDate.of(year, 7, 1).range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum()) {
            throw new DateTimeException("no such week: " + m.group());
        }
        return monday.plusDays(m.group(3) == null ? 0 : number(m.group(3)) - 1L);
    }

    private static Instant at(LocalDate date, Matcher m, int hourGroup, @Nullable String half, ZoneId zone) {
        if (m.group(hourGroup) == null) {
            return date.atStartOfDay(zone).toInstant();
        }
        int hour = number(m.group(hourGroup));
        if (half != null) {
            hour = hour % 12 + (half.equals("pm") ? 12 : 0);
        }
        int minute = numberOr0(m.group(hourGroup + 1));
        int second = numberOr0(m.group(hourGroup + 2));
        if (hour == 24 && minute == 0 && second == 0) {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }
        int leap = second == 60 ? 1 : 0;
        return LocalDateTime.of(date, LocalTime.of(hour, minute, second - leap)).atZone(zone).toInstant().plusSeconds(leap);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static int year(String figures) {
        int year = number(figures);
        return figures.length() > 2 ? year : year + (year < 90 ? 2000 : 1900);
    }

    private static int number(String figures) {
        return Integer.parseInt(figures);
    }

    private static int numberOr0(@Nullable String figures) {
        return figures == null ? 0 : number(figures);
    }

    /// Month names of a dozen languages by their first three letters, accents aside.
    private static int month(String name) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var month = bare.startsWith("juil") || bare.startsWith("ιουλ") ? Integer.valueOf(7) : MONTHS.get(bare.length() > 3 ? bare.substring(0, 3) : bare);
        if (month == null) {
            throw new DateTimeException("no month: " + name);
        }
        return month;
    }

    /// A zone name that nobody knows is read as UTC: off by hours is better than no date at all.
    private static ZoneId zone(@Nullable String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        var bare = name.startsWith("etc/") ? name.substring(4) : name;
        if (bare.matches("(?:gmt|utc?) ?[+-].*")) {
            bare = bare.replaceFirst("^[a-z]+ ?", "");
        }
        if (bare.charAt(0) == '+' || bare.charAt(0) == '-') {
            return offset(bare);
        }
        var known = ZONES.get(bare);
        if (known != null) {
            return known;
        }
        return bare.indexOf('/') < 0 ? ZoneOffset.UTC : ZoneId.getAvailableZoneIds().stream()
                .filter(bare::equalsIgnoreCase).findFirst().<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
    }

    private static ZoneOffset offset(String signed) {
        var figures = signed.substring(1).replace(":", "");
        int hours = number(figures.length() > 2 ? figures.substring(0, figures.length() - 2) : figures);
        int minutes = figures.length() > 2 ? number(figures.substring(figures.length() - 2)) : 0;
        int sign = signed.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        var byMonth = new String[] {"jan ene gen ιαν янв", "feb fev φεβ фев", "mar maa μαρ μαω мар", "apr abr avr απρ апр",
                "may mai maj mau mag mei μαι май мая", "jun jui giu ιου ιον июн", "jul lug ιολ июл", "aug ago aou αυγ авг",
                "sep set sze σεπ сен", "oct okt ott out οκτ окт", "nov νοε ноя", "dec dez dic des δεκ дек"};
        for (int i = 0; i < byMonth.length; i++) {
            for (var name : byMonth[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    private static Map<String, ZoneOffset> zones() {
        var zones = new HashMap<String, ZoneOffset>();
        for (var pair : ("z 0 ut 0 gmt 0 utc 0 wet 0 a -1 n 1 m -12 y 12 adt -3 ast -4 at -4 edt -4 est -5 et -5 cdt -5 cst -6 ct -6"
                + " mdt -6 mst -7 mt -7 pdt -7 pst -8 pt -8 akdt -8 akst -9 hst -10 brt -3 art -3 bst 1 west 1 met 1 mez 1 cet 1 mest 2"
                + " mesz 2 cest 2 eet 2 sast 2 cat 2 eest 3 msk 3 eat 3 gst 4 pkt 5 wib 7 ict 7 hkt 8 sgt 8 awst 8 jst 9 kst 9 aest 10"
                + " aedt 11 nzst 12 nzdt 13").split("(?<=\\d) ")) {
            var both = pair.split(" ");
            zones.put(both[0], ZoneOffset.ofHours(Integer.parseInt(both[1])));
        }
        zones.put("ist", ZoneOffset.ofHoursMinutes(5, 30));
        zones.put("npt", ZoneOffset.ofHoursMinutes(5, 45));
        zones.put("nst", ZoneOffset.ofHoursMinutes(-3, -30));
        zones.put("acst", ZoneOffset.ofHoursMinutes(9, 30));
        return Map.copyOf(zones);
    }
}
