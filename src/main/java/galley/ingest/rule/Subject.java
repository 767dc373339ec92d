package galley.ingest.rule;

import galley.story.WireItem;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// An item as rules see it: its words without markup.
public final class Subject {

    /// Rules judge by the beginning of a very long text.
    private static final int LONGEST = 20_000;

    private final UUID feed;
    private final String source;
    private final WireItem item;
    private final Instant now;
    private final UnaryOperator<String> plainText;
    private String summary = "";
    private String body = "";
    private boolean read;

    /// @param source the outlet's printed name
    /// @param plainText takes the markup off
    public Subject(UUID feed, String source, WireItem item, Instant now, UnaryOperator<String> plainText) {
        this.feed = feed;
        this.source = source;
        this.item = item;
        this.now = now;
        this.plainText = plainText;
    }

    UUID feed() {
        return feed;
    }

    String source() {
        return source;
    }

    WireItem item() {
        return item;
    }

    Instant now() {
        return now;
    }

    String summary() {
        read();
        return summary;
    }

    String body() {
        read();
        return body;
    }

    String text() {
        return item.title() + "\n" + summary() + "\n" + body();
    }

    private void read() {
        if (!read) {
            summary = words(item.summary());
            body = words(item.body());
            read = true;
        }
    }

    private String words(String html) {
        var words = plainText.apply(html);
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
