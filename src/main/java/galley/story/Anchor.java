package galley.story;

import java.util.Optional;

/// Words of a text that somebody pointed at: where they stood, what they were, and what stood around them. After an edit they are looked
/// for again by their words; when they are gone, what was said of them stays, as an orphan.
///
/// @param block from 1 within its part, as [TextBlocks] counts
/// @param from first letter within the block
/// @param to behind the last letter
/// @param quote the words
/// @param before the letters in front of them in their block, at most [#AROUND]
/// @param after the letters behind them
public record Anchor(Part part, int block, int from, int to, String quote, String before, String after) {

    /// How many letters on either side are remembered.
    public static final int AROUND = 32;
    /// A quote as long as this is known by itself; a shorter one ("the") by what stands beside it.
    private static final int TELLING = 14;
    private static final int SOME_CONTEXT = 4;

    /// Words in a text as it stands.
    public record Span(Part part, int block, int from, int to) {}

    /// Points at words of a block.
    ///
    /// @throws IllegalArgumentException when the text has no such words
    public static Anchor at(StoryText text, Span span) {
        var block = TextBlocks.of(text, span.part()).stream().filter(b -> b.number() == span.block()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no block " + span.block() + " in the " + span.part().code() + "."));
        var words = block.text();
        if (span.from() < 0 || span.to() > words.length() || span.from() >= span.to()) {
            throw new IllegalArgumentException("There are no words from " + span.from() + " to " + span.to() + " in that block.");
        }
        return new Anchor(span.part(), span.block(), span.from(), span.to(), words.substring(span.from(), span.to()),
                words.substring(Math.max(0, span.from() - AROUND), span.from()), words.substring(span.to(), Math.min(words.length(), span.to() + AROUND)));
    }

    /// Points at the first place where a text says these words; empty when it does not say them.
    public static Optional<Anchor> on(StoryText text, String words) {
        return on(text, words, "");
    }

    /// Points at the place where a text says these words behind those; empty when it does not say them.
    ///
    /// @param before what stands before them in their block, as far as it is known; of places that fit equally the first is meant
    public static Optional<Anchor> on(StoryText text, String words, String before) {
        var wanted = folded(words.replaceAll("\\s+", " ").strip());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var lead = folded(before.replaceAll("\\s+", " "));
        Span best = null;
        int most = -1;
        for (var block : TextBlocks.of(text)) {
            var said = folded(block.text());
            for (int at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1)) {
                int fits = commonEnd(said.substring(0, at), lead);
                if (fits > most) {
                    most = fits;
                    best = new Span(block.part(), block.number(), at, at + wanted.length());
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(at(text, best));
    }

    private static int commonEnd(String one, String other) {
        int count = 0;
        while (count < one.length() && count < other.length() && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
            count++;
        }
        return count;
    }

    /// Where the words stand in this text; empty when they are gone.
    public Optional<Span> in(StoryText text) {
        Span best = null;
        int bestScore = Integer.MIN_VALUE;
        var wanted = folded(quote);
        for (var block : TextBlocks.of(text)) {
            var words = folded(block.text());
            for (int at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
                int score = score(block, words, at);
                if (score > bestScore) {
                    bestScore = score;
                    best = new Span(block.part(), block.number(), at, at + wanted.length());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// How surely an occurrence is the one that was meant; [Integer#MIN_VALUE] when it is another.
    private int score(TextBlocks.Block candidate, String words, int at) {
        int end = at + quote.length();
        if (cutsAWord(words, at, before.isEmpty() ? ' ' : before.charAt(before.length() - 1)) || cutsAWord(words, end, after.isEmpty() ? ' ' : after.charAt(0))) {
            return Integer.MIN_VALUE;
        }
        int context = common(folded(new StringBuilder(before).reverse().toString()), new StringBuilder(words.substring(0, at)).reverse().toString())
                + common(folded(after), words.substring(end));
        boolean sameSpot = candidate.part() == part && candidate.number() == block && at == from;
        boolean wholeBlock = before.isEmpty() && after.isEmpty() && words.length() == quote.length();
        if (quote.length() < TELLING && context < Math.min(SOME_CONTEXT, before.length() + after.length()) && !(wholeBlock && candidate.part() == part)) {
            return Integer.MIN_VALUE;
        }
        return context * 8 + (candidate.part() == part ? 40 : 0) + (sameSpot ? 20 : 0) - Math.min(30, Math.abs(candidate.number() - block));
    }

    /// Whether an edge that was at the end of a word now lies inside one: "port" is not meant by "support".
    private static boolean cutsAWord(String words, int edge, char beyond) {
        return edge > 0 && edge < words.length() && !Character.isLetterOrDigit(beyond)
                && Character.isLetterOrDigit(words.charAt(edge - 1)) && Character.isLetterOrDigit(words.charAt(edge));
    }

    private static int common(String a, String b) {
        int n = 0;
        while (n < a.length() && n < b.length() && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return n;
    }

    /// Signs that are signed alike are found alike, letter for letter.
    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(switch (c) {
                case '\u2018', '\u2019' -> '\'';
                case '\u201C', '\u201D' -> '"';
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' -> '-';
                case '\u00A0', '\u202F', '\u2009' -> ' ';
                default -> c;
            });
        }
        return folded.toString();
    }
}
