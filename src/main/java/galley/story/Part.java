package galley.story;

import java.util.Locale;
import java.util.Optional;

/// The signed parts of a story, in the order in which `story-text/1` lists them, wherever they stand on a page.
public enum Part {
    HEADLINE, STANDFIRST, BYLINE, DATELINE, BODY, IMAGE, CAPTION, CREDIT, SOURCE, CONTEXT, METHODOLOGY, EVIDENCE, CORRECTION;

    /// The name in `data-part` and in the signed statement.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Part> of(String code) {
        for (var part : values()) {
            if (part.code().equals(code)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
