package galley.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Well-known news feeds to begin with, by language, from a list that lies beside the program.
public final class StarterFeeds {

    /// @param language as ISO 639 names it, in two letters
    public record Starter(String language, String outlet, String url, String site) {}

    private static final List<Starter> ALL = read();

    private StarterFeeds() {}

    public static List<Starter> all() {
        return ALL;
    }

    /// Those in the language of a tag such as "pt-BR"; the English ones where there are none.
    public static List<Starter> in(String tag) {
        var language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        var found = ALL.stream().filter(starter -> starter.language().equals(language.equals("nb") || language.equals("nn") ? "no" : language)).toList();
        return found.isEmpty() ? ALL.stream().filter(starter -> starter.language().equals("en")).toList() : found;
    }

    private static List<Starter> read() {
        try (var in = StarterFeeds.class.getResourceAsStream("/galley/ingest/starter-feeds.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t"))
                    .map(row -> new Starter(row[0], row[1], row[2], row[3])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
