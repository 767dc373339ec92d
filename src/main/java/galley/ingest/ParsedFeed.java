package galley.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a feed document says, whatever dialect it is written in. Links are absolute where the document allows it, markup is
/// clean, and what the document does not say is null or empty.
///
/// @param wellFormed whether the document was sound as it came; a damaged one may still be read whole
/// @param problems in plain words; a document that is no feed has its reason here and no entries
/// @param cutOff whether the document ends in the middle, so that its last entry may be incomplete
public record ParsedFeed(Head head, List<Entry> entries, boolean wellFormed, List<String> problems, boolean cutOff) {

    public ParsedFeed {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /// What was no feed at all, and why.
    public static ParsedFeed none(String problem) {
        return new ParsedFeed(Head.EMPTY, List.of(), false, List.of(problem), false);
    }

    /// Whether the document is a feed; an empty one is a feed too.
    public boolean isFeed() {
        return head.format != null;
    }

    /// @param ttl minutes that the feed asks to be left alone
    /// @param format such as rss2.0, atom1.0 or json; null when it is no feed
    public record Head(@Nullable Copy title, @Nullable String link, @Nullable Copy description, @Nullable String language,
                       @Nullable Instant updated, List<Author> authors, @Nullable String image, @Nullable Integer ttl,
                       @Nullable String format) {

        static final Head EMPTY = new Head(null, null, null, null, null, List.of(), null, null, null);

        public Head {
            authors = List.copyOf(authors);
        }
    }

    /// One entry as the feed gives it.
    public record Entry(@Nullable String id, @Nullable String link, @Nullable Copy title, @Nullable Copy summary, @Nullable Copy content,
                        @Nullable Instant published, @Nullable Instant updated, List<Author> authors, List<String> categories,
                        @Nullable String language, @Nullable String rights, List<Enclosure> enclosures, List<Media> media) {

        public Entry {
            authors = List.copyOf(authors);
            categories = List.copyOf(categories);
            enclosures = List.copyOf(enclosures);
            media = List.copyOf(media);
        }
    }

    public record Enclosure(String url, @Nullable String type, @Nullable Long length) {}

    public record Media(String url, @Nullable String type, @Nullable Integer width, @Nullable Integer height, @Nullable String caption,
                        @Nullable String credit) {}
}
