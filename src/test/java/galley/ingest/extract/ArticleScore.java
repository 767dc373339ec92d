package galley.ingest.extract;

import galley.ingest.FeedDates;
import galley.story.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How well the extractor reads a folder of pages whose article is known. Text is compared by shingles of four tokens, a token
/// being a run of letters or figures, as public benchmarks do.
public final class ArticleScore {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");
    private static final int SHINGLE = 4;

    /// One page: its scores, and which facts were asked for and right.
    public record Page(String name, double precision, double recall, double f1, Map<String, Boolean> facts, Extracted got) {}

    private ArticleScore() {}

    /// Every page of a folder that has `source.html`, `expected.html` and `expected-metadata.json`, by name.
    public static List<Page> of(Path folder) {
        try (var pages = Files.list(folder)) {
            return pages.filter(Files::isDirectory).sorted().parallel().map(ArticleScore::page).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page page(Path page) {
        try {
            var got = Extractor.of(Files.readAllBytes(page.resolve("source.html")), "text/html; charset=utf-8", "http://fakehost/test/page.html");
            var expected = Lines.of(Jsoup.parse(Files.readString(page.resolve("expected.html"))).body());
            var scores = compare(expected, got.text());
            return new Page(page.getFileName().toString(), scores[0], scores[1], scores[2], facts(Json.MAPPER.readTree(Files.readString(page.resolve("expected-metadata.json"))), got), got);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Precision, recall and F1.
    static double[] compare(String expected, String got) {
        var wanted = shingles(expected);
        var had = shingles(got);
        double right = 0;
        for (var shingle : had.entrySet()) {
            right += Math.min(shingle.getValue(), wanted.getOrDefault(shingle.getKey(), 0));
        }
        double all = had.values().stream().mapToInt(n -> n).sum();
        double asked = wanted.values().stream().mapToInt(n -> n).sum();
        double precision = all == 0 ? asked == 0 ? 1 : 0 : right / all;
        double recall = asked == 0 ? 1 : right / asked;
        return new double[] {precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)};
    }

    private static Map<List<String>, Integer> shingles(String text) {
        var tokens = new ArrayList<String>();
        var m = TOKEN.matcher(text);
        while (m.find()) {
            tokens.add(m.group());
        }
        var shingles = new HashMap<List<String>, Integer>();
        for (int i = 0; !tokens.isEmpty() && i < Math.max(1, tokens.size() - SHINGLE + 1); i++) {
            shingles.merge(List.copyOf(tokens.subList(i, Math.min(tokens.size(), i + SHINGLE))), 1, Integer::sum);
        }
        return shingles;
    }

    private static Map<String, Boolean> facts(JsonNode expected, Extracted got) {
        var facts = new java.util.TreeMap<String, Boolean>();
        judge(facts, "title", expected.path("title").asString(""), got.title());
        judge(facts, "byline", expected.path("byline").asString(""), got.byline());
        judge(facts, "language", expected.path("lang").asString(""), got.language());
        judge(facts, "siteName", expected.path("siteName").asString(""), got.siteName());
        Instant date = FeedDates.read(expected.path("publishedTime").asString(""));
        if (date != null) {
            facts.put("published", date.equals(got.published()));
        }
        return facts;
    }

    private static void judge(Map<String, Boolean> facts, String name, String expected, @Nullable String got) {
        if (!expected.isBlank()) {
            facts.put(name, got != null && plain(expected).equals(plain(got)));
        }
    }

    /// "By" before a name is neither right nor wrong.
    private static String plain(String words) {
        return words.strip().replaceFirst("(?i)^(by|par|written by)\\s+", "").replaceAll("\\s+", " ").strip().toLowerCase(java.util.Locale.ROOT);
    }
}
