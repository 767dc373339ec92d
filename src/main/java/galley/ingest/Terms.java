package galley.ingest;

import java.util.UUID;

/// On what terms a feed's words may be printed, beside its [galley.story.Rights].
///
/// @param excerpt how many of the wire's own words a story may hold; 0 for no such limit
/// @param licence its name or address, as the outlet states it; or empty
/// @param credit the line under which the outlet wants to be named; empty for its printed name
public record Terms(int excerpt, String licence, String credit) {

    /// Nothing agreed.
    public static final Terms NONE = new Terms(0, "", "");

    public Terms {
        if (excerpt < 0) {
            throw new IllegalArgumentException("An excerpt has a number of words, or 0 for no limit.");
        }
        licence = licence.strip();
        credit = credit.strip();
    }

    /// Keeps the terms of the newsroom's feeds.
    public interface Book {

        Terms of(UUID feed);

        void keep(UUID feed, Terms terms);
    }
}
