package galley.screen.stories;

import galley.screen.common.Place;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the table is asked to show.
///
/// @param place a queue or a source
/// @param words that must occur; empty for all
/// @param source from `source:`; empty for all
/// @param category from `category:`; empty for all
/// @param status from `status:`; empty for all
public record StoryQuestion(Place place, String words, String source, String category, String status, By by, boolean ascending) {

    /// By what the table can be sorted: its columns, and how pressing a story is.
    public enum By { STATE, HEADLINE, SOURCE, CATEGORY, AGE, EDITED, REVIEWED, PRIORITY }

    private static final Pattern NARROWING = Pattern.compile("(?i)(?<!\\S)(source|category|status):(?:\"([^\"]*)\"?|(\\S*))");

    /// Reads what was typed: words, and `source:Northwire category:"Sea ports" status:ready` among them.
    public static StoryQuestion of(Place place, String typed, By by, boolean ascending) {
        var source = "";
        var category = "";
        var status = "";
        var found = NARROWING.matcher(typed);
        while (found.find()) {
            var value = (found.group(2) != null ? found.group(2) : found.group(3)).strip();
            switch (found.group(1).toLowerCase(Locale.ROOT)) {
                case "source" -> source = value;
                case "category" -> category = value;
                default -> status = value.toLowerCase(Locale.ROOT);
            }
        }
        return new StoryQuestion(place, found.replaceAll(" ").strip().replaceAll("\\s+", " "), source, category, status, by, ascending);
    }

    /// Adds a narrowing to what was typed, in place of one of the same kind.
    public static String with(String typed, String kind, String value) {
        var rest = typed.replaceAll("(?i)(?<!\\S)" + kind + ":(\"[^\"]*\"?|\\S*)", "").replaceAll("\\s+", " ").strip();
        var narrowing = kind + ":" + (value.contains(" ") ? '"' + value + '"' : value);
        return rest.isEmpty() ? narrowing + " " : rest + " " + narrowing + " ";
    }

    /// Whether it asks for less than the whole place.
    public boolean isNarrowed() {
        return !words.isEmpty() || !source.isEmpty() || !category.isEmpty() || !status.isEmpty();
    }
}
