package galley.screen.common;

import java.util.Locale;

/// How long a passphrase would hold a thief with a copy of the key file, in words.
///
/// A guess from length and variety, with repeats and the person's own name counted out. It errs on the low side.
public enum PassphraseStrength {
    NONE(""), SHORT("Too short: at least 8 characters"), WEAK("Weak: easily guessed"), FAIR("Fair: add another word"), GOOD("Good"),
    STRONG("Strong");

    private static final int SHORTEST = 8;

    private final String words;

    PassphraseStrength(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// From 0 to 1, for a bar.
    public double share() {
        return ordinal() / (double) (values().length - 1);
    }

    public boolean isEnough() {
        return ordinal() >= WEAK.ordinal();
    }

    /// @param name of the person, which is the first thing a thief tries
    public static PassphraseStrength of(String passphrase, String name) {
        if (passphrase.isEmpty()) {
            return NONE;
        }
        if (passphrase.length() < SHORTEST) {
            return SHORT;
        }
        double bits = distinctive(withoutName(passphrase, name)) * Math.log(alphabet(passphrase)) / Math.log(2);
        return bits < 35 ? WEAK : bits < 55 ? FAIR : bits < 75 ? GOOD : STRONG;
    }

    private static String withoutName(String passphrase, String name) {
        var rest = passphrase.toLowerCase(Locale.ROOT);
        for (var part : name.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (part.length() > 2) {
                rest = rest.replace(part, "");
            }
        }
        return rest;
    }

    /// Characters that neither repeat nor run on from the one before ("aaaa", "1234", "abcd").
    private static double distinctive(String text) {
        double count = 0;
        for (int i = 0; i < text.length(); i++) {
            int step = i == 0 ? 99 : text.charAt(i) - text.charAt(i - 1);
            boolean seen = i > 1 && text.indexOf(text.substring(i - 1, i + 1)) < i - 1;
            count += Math.abs(step) <= 1 || seen ? 0.25 : 1;
        }
        return count;
    }

    private static int alphabet(String text) {
        int size = 0;
        size += text.chars().anyMatch(Character::isLowerCase) ? 12 : 0;
        size += text.chars().anyMatch(Character::isUpperCase) ? 14 : 0;
        size += text.chars().anyMatch(Character::isDigit) ? 8 : 0;
        size += text.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 6 : 0;
        size += text.chars().anyMatch(c -> Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c)) ? 30 : 0;
        return Math.max(size, 2);
    }
}
