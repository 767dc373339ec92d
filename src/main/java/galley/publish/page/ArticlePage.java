package galley.publish.page;

import galley.story.StoryText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The page of one story. Everything inside its `article` is a signed part, a claim, or marked as furniture.
public final class ArticlePage {

    private static final int DESCRIPTION = 200;
    /// Enough of the words to find the description in, however many spaces they have.
    private static final int READ = 1_000;

    private final ArticleView view;
    private final Frame frame;
    private final PageWords words;
    private final StoryBody body;

    private ArticlePage(ArticleView view, StoryBody body, SiteView site) {
        var text = view.text();
        this.view = view;
        this.body = body;
        var description = description(text, body);
        this.frame = new Frame(site, view.path(), text.language(), ArticleData.oneLine(text.headline()), description, true,
                view.pictures().isEmpty() ? SiteMark.share(site.newsroom().name()) : view.pictures().getFirst(),
                meta(view), ArticleData.of(view, body, site, description), Inlined.style(Inlined.Kind.ARTICLE, text.language(), site.theme(), view.path()),
                List.of(Inlined.SCRIPT),
                view.signoff() == null ? null : JsonLd.insideScript(view.signoff()), text.category(), null);
        this.words = frame.wordsIn(text.language());
    }

    public static String render(ArticleView view, SiteView site) {
        return Markup.of("article.jte", new ArticlePage(view, StoryBody.of(view.text().body()), site));
    }

    /// The same as it is written to the disk.
    ///
    /// @param body of the same story
    public static byte[] bytes(ArticleView view, StoryBody body, SiteView site) {
        return Markup.bytes("article.jte", new ArticlePage(view, body, site));
    }

    public ArticleView view() {
        return view;
    }

    public Frame frame() {
        return frame;
    }

    /// Labels inside the article: the story's language.
    public PageWords words() {
        return words;
    }

    public StoryText text() {
        return view.text();
    }

    /// The category and the tags, each once, with the page of all their stories.
    public List<Tag> tags() {
        var tags = new LinkedHashMap<String, Tag>();
        var category = view.text().category().strip();
        if (!category.isEmpty()) {
            tags.put(category, new Tag(category, SitePaths.section(category)));
        }
        view.text().tags().stream().map(String::strip).filter(name -> !name.isEmpty())
                .forEach(name -> tags.putIfAbsent(name, new Tag(name, SitePaths.tag(name))));
        return List.copyOf(tags.values());
    }

    /// @param path of the page of all its stories
    public record Tag(String name, String path) {}

    /// Where a reader can check this page: the checker page, told which page to check; without one, the words on how to do it.
    public String checkLink() {
        var checker = frame.site().checkPath();
        return checker == null ? frame.to(SitePaths.HOW_WE_WORK) + "#check"
                : frame.to(checker) + "?page=" + URLEncoder.encode(view.path(), StandardCharsets.UTF_8);
    }

    /// The place on the page that names a signature's record; the board's members share one.
    public @Nullable String anchor(SignatureLine line) {
        return view.signature(line.role()).filter(line::equals).map(first -> line.role().anchor()).orElse(null);
    }

    public @Nullable Claim claim(Claim.Kind kind) {
        return view.claim(kind).orElse(null);
    }

    /// How large the headline can be set: the longer, the smaller. Wide letters count twice.
    public @Nullable String headlineSize() {
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(view.text().headline());
        int length = 0;
        for (int from = letters.first(), to = letters.next(); to != BreakIterator.DONE; from = to, to = letters.next()) {
            length += isWide(view.text().headline().codePointAt(from)) ? 2 : 1;
        }
        return length <= 75 ? null : length <= 120 ? "long" : length <= 220 ? "longer" : "longest";
    }

    public String initials() {
        var source = view.text().source();
        return source == null ? "" : galley.desk.Initials.of(source.name());
    }

    /// The body with the dateline run into its first paragraph and the second and later pictures between its paragraphs.
    public String body() {
        if (view.pictures().size() < 2 && view.text().dateline().isBlank()) {
            return body.html();
        }
        var body = this.body.tidy().clone();
        var blocks = new ArrayList<>(body.children());
        spreadPictures(body, blocks);
        if (datelineRunsIn()) {
            // The dash between is drawn by the style sheet: furniture among signed words would be one thing more to tamper with.
            body.children().first().prependText(" ");
            body.children().first().prependElement("span").addClass("dateline").attr("data-part", "dateline").text(Markup.printable(view.text().dateline()));
        }
        return body.html();
    }

    /// Whether the dateline can stand at the beginning of the first paragraph.
    public boolean datelineRunsIn() {
        return !view.text().dateline().isBlank() && body.beginsWithParagraph();
    }

    public String context() {
        return StoryMarkup.tidy(view.text().context(), claim(Claim.Kind.ORIGINAL_ANALYSIS) == null ? 3 : 4).html();
    }

    /// Whether there is anything to put into the box.
    public boolean hasContextBox() {
        var text = view.text();
        return !text.context().isBlank() || !text.methodology().isBlank() || !text.evidence().isEmpty()
                || List.of(Claim.Kind.ORIGINAL_ANALYSIS, Claim.Kind.PRIMARY_SOURCES, Claim.Kind.BOARD, Claim.Kind.METHODOLOGY)
                        .stream().anyMatch(kind -> claim(kind) != null);
    }

    private void spreadPictures(Element body, List<Element> blocks) {
        int more = view.pictures().size() - 1;
        for (int i = 1; i <= more; i++) {
            int after = Math.round((float) blocks.size() * i / (more + 1)) - 1;
            // Not between a heading and what it heads.
            while (after >= 0 && blocks.get(after).normalName().startsWith("h")) {
                after--;
            }
            var figure = figure(i);
            if (blocks.isEmpty()) {
                body.appendChild(figure);
            } else if (after < 0) {
                blocks.getFirst().before(figure);
            } else {
                blocks.get(after).after(figure);
                blocks.set(after, figure);
            }
        }
    }

    private Element figure(int i) {
        var html = Markup.of("figure.jte", Map.of("page", frame, "said", view.text().pictures().get(i),
                "picture", view.pictures().get(i), "lead", false));
        return Jsoup.parseBodyFragment(html).selectFirst("figure");
    }

    private static String description(StoryText text, StoryBody body) {
        var words = text.standfirst().isBlank() ? body.plain() : text.standfirst();
        var line = ArticleData.oneLine(words.isBlank() ? text.headline() : words.length() <= READ ? words : words.substring(0, READ));
        if (line.length() <= DESCRIPTION) {
            return line;
        }
        int space = line.lastIndexOf(' ', DESCRIPTION);
        int end = space > DESCRIPTION / 2 ? space : DESCRIPTION;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static List<Frame.Meta> meta(ArticleView view) {
        var meta = new ArrayList<Frame.Meta>();
        meta.add(new Frame.Meta("article:published_time", Frame.iso(view.published())));
        meta.add(new Frame.Meta("article:modified_time", Frame.iso(view.modified() == null ? view.published() : view.modified())));
        if (!view.text().category().isBlank()) {
            meta.add(new Frame.Meta("article:section", view.text().category()));
        }
        view.text().tags().forEach(tag -> meta.add(new Frame.Meta("article:tag", tag)));
        return meta;
    }

    private static boolean isWide(int codePoint) {
        var script = Character.UnicodeScript.of(codePoint);
        return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA || script == Character.UnicodeScript.HANGUL;
    }
}
