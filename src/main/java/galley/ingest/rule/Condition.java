package galley.ingest.rule;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// One thing that must be true of an item, written as an editor would say it: `title contains harbour`, `language is en`,
/// `category is not Sport`, `text matches \bbridge(s)?\b`, `age over 2 days`, `words under 80`.
///
/// @param value as it was written
public record Condition(Field field, Verb verb, String value) {

    /// What of an item is looked at.
    public enum Field { TITLE, SUMMARY, BODY, TEXT, AUTHOR, CATEGORY, LANGUAGE, SOURCE, LINK, AGE, WORDS }

    public enum Verb {
        CONTAINS("contains"), LACKS("lacks"), IS_NOT("is not"), IS("is"), MATCHES("matches"), OVER("over"), UNDER("under");

        private final String said;

        Verb(String said) {
            this.said = said;
        }

        public String said() {
            return said;
        }
    }

    private static final Pattern AGE = Pattern.compile("(\\d{1,5})\\s*(minute|hour|day|week)s?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final int LONGEST = 500;

    public Condition {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("A condition needs something to look for, of at most " + LONGEST + " characters.");
        }
        boolean counts = field == Field.AGE || field == Field.WORDS;
        if (counts != (verb == Verb.OVER || verb == Verb.UNDER)) {
            throw new IllegalArgumentException(counts ? "Age and words are “over” or “under” something." : "Only age and words can be “over” or “under” something.");
        }
        if (field == Field.AGE && !AGE.matcher(value).matches()) {
            throw new IllegalArgumentException("An age is a number of minutes, hours, days or weeks, such as “2 days”, not “" + value + "”.");
        }
        if (field == Field.WORDS && !NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException("Words are counted in a number, not in “" + value + "”.");
        }
        if (verb == Verb.MATCHES) {
            try {
                Pattern.compile(value);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("“" + value + "” is no regular expression: " + e.getDescription() + ".");
            }
        }
    }

    /// Reads a condition as it is written.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    public static Condition read(String sentence) {
        var words = sentence.strip().split("\\s+", 2);
        for (var field : Field.values()) {
            if (words.length == 2 && field.name().equalsIgnoreCase(words[0])) {
                for (var verb : Verb.values()) {
                    if (words[1].toLowerCase(Locale.ROOT).startsWith(verb.said() + " ")) {
                        return new Condition(field, verb, words[1].substring(verb.said().length()));
                    }
                }
            }
        }
        throw new IllegalArgumentException("“" + sentence.strip() + "” is no condition. Write one of " + String.join(", ", Stream.of(Field.values()).map(Condition::said).toList())
                + ", then contains, lacks, is, is not, matches, over or under, then what to look for.");
    }

    /// As it is written.
    public String sentence() {
        return said(field) + " " + verb.said() + " " + value;
    }

    private static String said(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    boolean holds(Subject subject) {
        return switch (verb) {
            case CONTAINS -> values(subject).stream().anyMatch(found -> folded(found).contains(folded(value)));
            case LACKS -> values(subject).stream().noneMatch(found -> folded(found).contains(folded(value)));
            case IS -> values(subject).stream().anyMatch(this::is);
            case IS_NOT -> values(subject).stream().noneMatch(this::is);
            case MATCHES -> {
                var sought = new BoundedSearch(value);
                yield values(subject).stream().anyMatch(sought::finds);
            }
            case OVER -> number(subject) > wanted();
            case UNDER -> number(subject) < wanted();
        };
    }

    private List<String> values(Subject subject) {
        var item = subject.item();
        return switch (field) {
            case TITLE -> List.of(item.title());
            case SUMMARY -> List.of(subject.summary());
            case BODY -> List.of(subject.body());
            case TEXT -> List.of(subject.text());
            case AUTHOR -> item.authors();
            case CATEGORY -> item.categories();
            case LANGUAGE -> List.of(item.language());
            case SOURCE -> List.of(subject.source());
            case LINK -> item.link() == null ? List.of() : List.of(item.link());
            case AGE, WORDS -> List.of();
        };
    }

    /// "en" is also British English.
    private boolean is(String found) {
        var one = folded(found.strip());
        var other = folded(value);
        return one.equals(other) || field == Field.LANGUAGE && one.startsWith(other + "-");
    }

    private long number(Subject subject) {
        if (field == Field.AGE) {
            return Duration.between(subject.item().time(), subject.now()).toMinutes();
        }
        var words = subject.body().length() >= subject.summary().length() ? subject.body() : subject.summary();
        return words.isBlank() ? 0 : words.strip().split("\\s+").length;
    }

    private long wanted() {
        if (field == Field.WORDS) {
            return Long.parseLong(value);
        }
        var age = AGE.matcher(value);
        if (!age.matches()) {
            throw new IllegalStateException(value);
        }
        return Long.parseLong(age.group(1)) * switch (age.group(2)) {
            case "minute" -> 1;
            case "hour" -> 60;
            case "day" -> 24 * 60;
            default -> 7 * 24 * 60;
        };
    }

    private static String folded(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
