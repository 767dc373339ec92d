package galley.ingest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody whom a feed names as author.
public record Author(@Nullable String name, @Nullable String email, @Nullable String url) {

    private static final Pattern EMAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern SEPARATORS = Pattern.compile("^[\\s,;:|–—-]+|[\\s,;:|–—-]+$");
    private static final int LONGEST = 1_000;

    /// Reads the one-line forms: `Jane (jane@example.org)`, `jane@example.org (Jane)`, `Jane <jane@example.org>`.
    static @Nullable Author read(@Nullable String line) {
        if (line == null || line.isBlank()) {
            return null;
        }
        var words = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        if (Cleaner.looksLikeMarkup(words)) {
            words = Cleaner.plainText(words);
        }
        words = words.replaceAll("\\s+", " ").strip();
        var found = EMAIL.matcher(words);
        if (!found.find()) {
            return words.isEmpty() ? null : new Author(words, null, null);
        }
        var email = found.group();
        if (found.find() && !found.group().equals(email)) {
            return new Author(words, null, null);
        }
        var name = words.replace("mailto:", "").replace(email, "").replace("()", "").replace("<>", "").strip();
        name = SEPARATORS.matcher(name).replaceAll("");
        if (name.startsWith("(") && name.endsWith(")") || name.startsWith("\"") && name.endsWith("\"") && name.length() > 1) {
            name = name.substring(1, name.length() - 1).strip();
        }
        return new Author(name.isEmpty() ? null : name, email, null);
    }

    static @Nullable Author of(@Nullable String name, @Nullable String email, @Nullable String url) {
        var plain = blankToNull(name);
        var address = blankToNull(email);
        var page = blankToNull(url);
        if (plain == null && address == null && page == null) {
            return null;
        }
        var parts = address == null && plain != null ? read(plain) : null;
        return parts == null ? new Author(plain, address, page) : new Author(parts.name(), parts.email(), page);
    }

    /// As in a credit line: name and address, or whichever there is.
    public String line() {
        if (name != null && email != null) {
            return name + " (" + email + ")";
        }
        return name != null ? name : email != null ? email : url != null ? url : "";
    }

    /// For a byline: the name, or whatever there is instead of one.
    public String byline() {
        return name != null ? name : line();
    }

    private static @Nullable String blankToNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.replaceAll("\\s+", " ").strip();
    }
}
