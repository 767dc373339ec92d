package galley.ingest.rule;

import java.util.regex.Pattern;

/// Looks for a regular expression, but not for ever: some expressions need years for a text of a hundred letters. One that has
/// found nothing in time has found nothing.
final class BoundedSearch {

    private static final long LONGEST = 50_000_000;
    private static final int BETWEEN_LOOKS = 256;

    private final Pattern pattern;

    BoundedSearch(String expression) {
        this.pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean finds(String text) {
        try {
            return pattern.matcher(new Watched(text, System.nanoTime() + LONGEST)).find();
        } catch (TooLong | StackOverflowError gaveUp) {
            return false;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the search took too long", null, false, false);
        }
    }

    /// A text that looks at the clock while it is read.
    private static final class Watched implements CharSequence {

        private final CharSequence text;
        private final long end;
        private int untilLook = BETWEEN_LOOKS;

        Watched(CharSequence text, long end) {
            this.text = text;
            this.end = end;
        }

        @Override
        public char charAt(int index) {
            if (--untilLook <= 0) {
                untilLook = BETWEEN_LOOKS;
                if (System.nanoTime() > end) {
                    throw new TooLong();
                }
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int stop) {
            return new Watched(text.subSequence(start, stop), end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
