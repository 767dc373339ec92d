package galley.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The article of a page that is built by script: the longest run of sentences in the data that stands in the page for its script.
final class ScriptData {

    private static final JsonMapper FIRST_VALUE = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final Pattern GIVEN = Pattern.compile("[\\w$.\\]\"']\\s*=\\s*(?=[{\\[])");
    private static final Pattern TAG = Pattern.compile("<(p|br|div|h2|li)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_WORDS = Pattern.compile("image|photo|video|embed|(^|[^a-z])ad([^a-z]|$)|advert|related|newsletter|promo|link_?list", Pattern.CASE_INSENSITIVE);
    private static final List<String> WORDS = List.of("text", "html", "content", "value", "body", "children", "nodes", "paragraphs", "data", "props", "model", "attributes");
    private static final int DEEPEST = 40;
    private static final int SCRIPTS = 40;
    private static final int LONGEST = 4_000_000;
    private static final int A_SENTENCE = 40;
    private static final int ENOUGH = 200;

    private double most = ENOUGH;
    private @Nullable Element best;

    private ScriptData() {}

    static @Nullable Element longest(String page) {
        var data = new ScriptData();
        Prepared.parse(page, "").select("script").stream().map(Element::data).filter(script -> script.length() > ENOUGH && script.length() < LONGEST).limit(SCRIPTS).forEach(data::read);
        return data.best;
    }

    private void read(String script) {
        var start = script.stripLeading();
        var given = GIVEN.matcher(start);
        var value = start.startsWith("{") || start.startsWith("[") ? start : given.find() ? start.substring(given.end()) : "";
        if (value.isEmpty()) {
            return;
        }
        try {
            look(FIRST_VALUE.readTree(value), 0);
        } catch (JacksonException program) {
            // a program, not data: it says nothing that can be read
            return;
        }
    }

    private void look(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isString()) {
            var words = node.stringValue();
            if (words.length() > ENOUGH && TAG.matcher(words).find()) {
                take(Prepared.parse(words, "").body());
            }
        } else {
            if (node.isArray()) {
                var run = new Element("div");
                node.forEach(each -> paragraph(each, run, depth));
                take(run);
            }
            node.forEach(each -> look(each, depth + 1));
        }
    }

    private void take(Element run) {
        double sentences = run.select("p, h2, li, blockquote, div").stream().map(Element::ownText).filter(ScriptData::isSentence).mapToInt(Weight::of).sum();
        if (sentences > most * 1.05) {
            most = sentences;
            best = run;
        }
    }

    private static boolean isSentence(String words) {
        return Weight.of(words) >= A_SENTENCE && words.chars().anyMatch(letter -> Weight.isStop((char) letter)) && !words.startsWith("http") && !words.contains("{");
    }

    private static void paragraph(JsonNode block, Element run, int depth) {
        var kind = block.isObject() ? block.path("type").asString(block.path("__typename").asString(block.path("_type").asString(""))) : "";
        if (NOT_WORDS.matcher(kind).find()) {
            return;
        }
        var words = words(block, depth);
        if (words.isBlank()) {
            return;
        }
        if (TAG.matcher(words).find()) {
            Prepared.parse(words, "").body().children().forEach(run::appendChild);
        } else {
            var name = kind.toLowerCase(java.util.Locale.ROOT).contains("head") ? "h2" : "p";
            run.appendElement(name).append(words.indexOf('<') >= 0 ? words : galley.ingest.Cleaner.escape(words));
        }
    }

    private static String words(JsonNode node, int depth) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (depth > DEEPEST || NOT_WORDS.matcher(node.path("type").asString("")).find()) {
            return "";
        }
        var parts = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(each -> parts.add(words(each, depth + 1)));
        } else {
            for (var name : WORDS) {
                var said = node.has(name) ? words(node.get(name), depth + 1) : "";
                if (!said.isBlank()) {
                    return said;
                }
            }
        }
        return String.join("", parts);
    }
}
