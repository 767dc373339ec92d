package galley.publish;

import galley.story.BlockText;
import galley.story.CanonicalWalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/// What the style elements of a page do to signed words: hide them, turn them round, or draw others between them. Sheets that the page loads are
/// not seen.
final class DrawnWords {

    private static final Pattern STRINGS = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private final Element article;
    private final List<StyleSheets.Rule> rules = new ArrayList<>();
    private final Set<String> wrong = new LinkedHashSet<>();
    private final List<String> strings = new ArrayList<>();
    /// Each as it is set first: the light page's value.
    private final Map<String, String> variables = new HashMap<>();

    private DrawnWords(Document page, Element article) {
        this.article = article;
        for (var style : page.select("style")) {
            if (!style.attr("media").strip().equalsIgnoreCase("print")) {
                rules.addAll(StyleSheets.rules(style.data()));
            }
        }
        rules.stream().flatMap(rule -> rule.declarations().stream()).map(d -> d.split(":", 2)).filter(d -> d[0].strip().startsWith("--"))
                .forEach(d -> variables.putIfAbsent(d[0].strip().toLowerCase(Locale.ROOT), d[1].strip().toLowerCase(Locale.ROOT)));
    }

    /// @param wrong sentences about the article
    /// @param strings what style sheets write anywhere on the page
    record Found(List<String> wrong, List<String> strings) {}

    static Found of(Document page, Element article) {
        var drawn = new DrawnWords(page, article);
        drawn.rules.forEach(drawn::rule);
        return new Found(List.copyOf(drawn.wrong), List.copyOf(drawn.strings));
    }

    private void rule(StyleSheets.Rule rule) {
        var drawn = new StringBuilder();
        var hows = new LinkedHashSet<String>();
        for (var declaration : rule.declarations()) {
            int colon = declaration.indexOf(':');
            var name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            var value = declaration.substring(colon + 1).strip();
            if (SheetHarm.WRITING.contains(name)) {
                STRINGS.matcher(value).results().forEach(m -> drawn.append(m.group(1) == null ? m.group(2) : m.group(1)));
                if (SheetHarm.FOREIGN.matcher(value.replaceAll("\"[^\"]*\"|'[^']*'", "")).find()) {
                    drawn.append('[').append(value.replaceAll("\"[^\"]*\"|'[^']*'", " ").strip()).append(']');
                }
            }
            SheetHarm.of(name, value).ifPresent(hows::add);
        }
        if (!drawn.isEmpty()) {
            strings.add(drawn.toString());
        }
        if (SheetHarm.isFaded(rule.declarations(), variables) || SheetHarm.isPale(rule.declarations(), variables) && rules.stream().noneMatch(r -> SheetHarm.isGround(r.declarations(), variables) && concerns(r))) {
            hows.add("hidden");
        }
        boolean draws = SheetHarm.isWords(drawn.toString());
        if (!draws && hows.isEmpty()) {
            return;
        }
        for (var selector : rule.selectors()) {
            boolean pseudo = StyleSheets.isOfPseudoElement(selector);
            for (var element : selected(selector)) {
                if (isSigned(element) && (draws || !pseudo && harms(element, hows))) {
                    if (draws) {
                        wrong.add("A style sheet writes among the signed words: “" + Excerpt.of(BlockText.of(drawn.toString())) + "”.");
                    }
                    return;
                }
                if (!pseudo && article.parents().contains(element) && hows.stream().anyMatch(how -> SheetHarm.applies(how, element))) {
                    wrong.add("The whole article is hidden or turned round by a style sheet.");
                    return;
                }
            }
        }
    }

    /// One element is enough to name a rule by.
    private boolean harms(Element element, Set<String> hows) {
        var said = CanonicalWalk.said(element);
        var how = said.isEmpty() ? Optional.<String>empty() : hows.stream().filter(h -> SheetHarm.applies(h, element)).findFirst();
        how.ifPresent(h -> wrong.add("Signed text is " + SheetHarm.named(h) + " by a style sheet: “" + Excerpt.of(said) + "”."));
        return how.isPresent();
    }

    private boolean isSigned(Element element) {
        return (element == article || element.parents().contains(article)) && element.closest("[data-unsigned]") == null;
    }

    private boolean concerns(StyleSheets.Rule rule) {
        return rule.selectors().stream().anyMatch(s -> !StyleSheets.isOfPseudoElement(s) && selected(s).stream().anyMatch(e -> isSigned(e) || article.parents().contains(e)));
    }

    private List<Element> selected(String selector) {
        try {
            var root = article.ownerDocument();
            return root == null ? List.of() : root.select(StyleSheets.widened(selector));
        } catch (Selector.SelectorParseException | IllegalArgumentException notUnderstood) {
            return List.of();
        }
    }
}
