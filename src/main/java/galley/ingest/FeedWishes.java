package galley.ingest;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// When a feed does not want to be asked: `skipHours` and `skipDays`, a bit for each hour (UTC) and each day (Monday first).
record FeedWishes(int skipHours, int skipDays) {

    private static final Pattern HOURS = Pattern.compile("<skipHours\\b[^>]*>(.{0,4000}?)</skipHours>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DAYS = Pattern.compile("<skipDays\\b[^>]*>(.{0,4000}?)</skipDays>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HOUR = Pattern.compile("<hour\\b[^>]*>\\s*(\\d{1,2})\\s*<", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("<day\\b[^>]*>\\s*([A-Za-z]+)\\s*<", Pattern.CASE_INSENSITIVE);
    private static final List<String> NAMES = java.util.Arrays.stream(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
    private static final int ALL_HOURS = 0xFFFFFF;
    private static final int ALL_DAYS = 0x7F;
    private static final int HEAD = 32 * 1024;

    static final FeedWishes NONE = new FeedWishes(0, 0);

    /// Looks where channels say it: before the items, or behind them. A feed that wants never to be asked is asked.
    static FeedWishes of(byte[] document) {
        var ends = new String(document, 0, Math.min(document.length, HEAD), StandardCharsets.ISO_8859_1)
                + (document.length <= HEAD ? "" : new String(document, Math.max(HEAD, document.length - HEAD), Math.min(HEAD, document.length - HEAD), StandardCharsets.ISO_8859_1));
        if (!ends.contains("skip") && !ends.contains("SKIP")) {
            return NONE;
        }
        int hours = 0;
        for (var all = HOURS.matcher(ends); all.find(); ) {
            for (var one = HOUR.matcher(all.group(1)); one.find(); ) {
                int hour = Integer.parseInt(one.group(1));
                hours |= hour <= 24 ? 1 << hour % 24 : 0;
            }
        }
        int days = 0;
        for (var all = DAYS.matcher(ends); all.find(); ) {
            for (var one = DAY.matcher(all.group(1)); one.find(); ) {
                int day = NAMES.indexOf(one.group(1).toLowerCase(Locale.ROOT));
                days |= day >= 0 ? 1 << day : 0;
            }
        }
        return new FeedWishes(hours == ALL_HOURS ? 0 : hours, days == ALL_DAYS ? 0 : days);
    }
}
