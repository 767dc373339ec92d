package galley.screen.common;

/// The shapes that stand for a story's state, each with its word: shape first, colour second.
/// Drawn in a box of 16 by 16; colours are the `-galley-` variables of the same name.
public enum Mark {
    WIRE("Wire", "", Shapes.RING, ""),
    DRAFT("Draft", "M8 8V1.9A6.1 6.1 0 0 1 14.1 8Z", Shapes.RING, ""),
    EDITED("Edited", "M8 1.9A6.1 6.1 0 0 1 8 14.1Z", Shapes.RING, ""),
    AWAITING("Awaiting", "M8 8H1.9A6.1 6.1 0 1 0 8 1.9Z", Shapes.RING, ""),
    SENT_BACK("Sent back", "M1.2 8L14 1.4V14.6Z", "", ""),
    READY("Ready", Shapes.DISC, "", Shapes.TICK),
    PUBLISHED("Published", "M2.2 1.2H13.8Q14.8 1.2 14.8 2.2V13.8Q14.8 14.8 13.8 14.8H2.2Q1.2 14.8 1.2 13.8V2.2Q1.2 1.2 2.2 1.2Z", "", ""),
    CORRECTED("Corrected", "", "M2.1 2.1H13.9V13.9H2.1ZM5.2 9.6L8 6.2L10.8 9.6", ""),
    KILLED("Killed", "M4.9 .6H11.1L15.4 4.9V11.1L11.1 15.4H4.9L.6 11.1V4.9Z", "", "M5.4 5.4L10.6 10.6M10.6 5.4L5.4 10.6"),
    SPIKED("Spiked", "", "M1.8 2.6H14.2L8 14Z", ""),
    HOLD("Hold", "M3 1.2H6.6V14.8H3ZM9.4 1.2H13V14.8H9.4Z", "", ""),
    EMBARGO("Embargo", "", Shapes.RING + "M8 4.4V8.2L10.4 9.7", ""),
    LAPSED("Lapsed", "", Shapes.BROKEN_RING + "M3.4 12.6L12.6 3.4", "");

    /// Paths several marks share.
    private static final class Shapes {
        static final String RING = "M8 1.9A6.1 6.1 0 1 1 8 14.1A6.1 6.1 0 1 1 8 1.9Z";
        static final String DISC = "M8 .8A7.2 7.2 0 1 1 8 15.2A7.2 7.2 0 1 1 8 .8Z";
        static final String TICK = "M4.9 8.4L7.2 10.7L11.2 5.7";
        /// Six arcs of 36 degrees with gaps of 24.
        static final String BROKEN_RING = arcs(6.3, 6, 36);

        private static String arcs(double r, int count, double degrees) {
            var path = new StringBuilder();
            for (int i = 0; i < count; i++) {
                double from = Math.toRadians(360.0 / count * i + 12);
                double to = from + Math.toRadians(degrees);
                path.append(String.format(java.util.Locale.ROOT, "M%.2f %.2fA%.1f %.1f 0 0 1 %.2f %.2f", 8 + r * Math.cos(from), 8 + r * Math.sin(from), r, r,
                        8 + r * Math.cos(to), 8 + r * Math.sin(to)));
            }
            return path.toString();
        }
    }

    private final String word;
    private final String filled;
    private final String drawn;
    private final String inside;

    Mark(String word, String filled, String drawn, String inside) {
        this.word = word;
        this.filled = filled;
        this.drawn = drawn;
        this.inside = inside;
    }

    /// The word that always stands beside the shape.
    public String word() {
        return word;
    }

    /// The name of its pseudo-class and colour: `sent-back`.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String filled() {
        return filled;
    }

    String drawn() {
        return drawn;
    }

    String inside() {
        return inside;
    }
}
