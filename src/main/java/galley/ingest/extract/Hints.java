package galley.ingest.extract;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// What the names that page makers give to their boxes say about what is inside. They are hints: a box that holds most of
/// a page's sentences is the article whatever it is called.
final class Hints {

    private static final Pattern BESIDE = Pattern.compile(
            "(?<![a-z])ads?(?![a-z])|adbox|adsense|advert|adslot|ad[-_]*(break|container|unit|wrap|label)|agegate|author[-_]*(bio|box|card)|(?<![a-z])banner|bookmark|breadcrumb|byline[-_]*bio|carousel|combx|comment|consent|cookie|copyright|cover-wrap"
                    + "|disclaimer|(?<![a-z])discuss|disqus|(?<![a-z])donat|dropdown|(?<![a-z])extra|feedback|fineprint|foot(er|line|note[-_]*nav)|gdpr|hentry[-_]*meta|infolinks|js[-_]*error|jump[-_]*(to|link)|keyword|(?<![a-z])legend|livefyre|(?<![a-z])login|log[-_]*in"
                    + "|masthead|(?<![a-z])menu|meta[-_]*data|(?<![a-z])modal|more[-_]*(from|on|stories|news|articles)|most[-_]*(read|(?<![a-z])popular|viewed)|nav(bar|igation|igat)?(?![a-z])|newsletter|next[-_]*(post|article)|noprint|no-print|outbrain|overlay|pager|pagination|paywall|popular|popup|post[-_]*(footer|meta|nav|tags)|prev[-_]*(post|article)"
                    + "|print[-_]*(button|link|tool)|(?<![a-z])promo|(?<![a-z])rating|(?<![a-z])reactions?(?![a-z])|read[-_]*(also|next)|recirc|recommend|related|(?<![a-z])remark|replies|(?<![a-z])respond|(?<![a-z])rss|(?<![a-z])search|shopping|shoutbox|side[-_]*(bar|panel|col)|sidebar|(?<![a-z])sign[-_]*(in|up)(?![a-z])|skip[-_]*(link|to)|skyscraper|(?<![a-z])social|sponsor|subscri"
                    + "|supplemental|taboola|tag[-_]*(list|cloud|s)(?![a-z])|tags(?![a-z])|teaser|toolbar|tool[-_]*box|tooltip|trackback|trending|(?<![a-z])utility|(?<![a-z])widget|yom-remote|zerg|kommentar|commentaire|verwandt|werbung|anzeige|publicid|relacionad|lire[-_]*aussi|partage|compartir",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE = Pattern.compile(
            "article|body|column|content|entry|h-?entry|main|page|post|prose|shadow|story|text|blog|hentry", Pattern.CASE_INSENSITIVE);
    private static final Pattern BODY = Pattern.compile(
            "article-?_*(body|text|content|copy)|(body|story|entry|post|content|news|blog|page)-?_*(body|text|content|copy)|articleBody|storytext|entry-content|post-content|body-?copy|mw-parser-output|markdown-body|prose(?![a-z])",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> ROLES = Set.of("menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "banner", "contentinfo", "search", "tooltip", "toolbar");
    private static final Pattern SHARING = Pattern.compile("(^|[\\s_-])(share|sharing|sharedaddy|social|addthis|addtoany|sociable|follow-?us)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BYLINE = Pattern.compile("byline|author|dateline|writtenby|p-author", Pattern.CASE_INSENSITIVE);

    private static final Pattern JOINT = Pattern.compile("(?<=[a-z])(?=[A-Z][a-z])");
    private static final Pattern BUILDER = Pattern.compile("elementor-widget(-wrap|-container)?(?![-a-z])|(fl|et|vc|wpb)[-_](module|widget|row)(?![-a-z])");

    private Hints() {}

    /// Class and id; an id that repeats the heading inside is a mark for links and says nothing.
    static String names(Element element) {
        var id = element.id();
        if (id.length() > 3) {
            var heading = early(element, "h1, h2, h3, h4, h5, h6");
            if (heading != null && letters(heading.text()).startsWith(letters(id))) {
                id = "";
            }
        }
        return words(element.className() + " " + id + " " + element.attr("data-component") + " " + element.attr("data-testid"));
    }

    /// Names in one writing: `storyBody`, `StoryBody` and `story-body` are the same.
    private static String words(String names) {
        return JOINT.matcher(names).replaceAll("-").toLowerCase(java.util.Locale.ROOT);
    }

    /// Names without those by which page builders call every box, the story's among them.
    private static String withoutBuilders(String names) {
        return BUILDER.matcher(names).replaceAll("");
    }

    private static String letters(String words) {
        return words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// Whether a box begins with words that lead a reader to other pages.
    static boolean leadsElsewhere(Element box) {
        if (box.nameIs("article") || box.nameIs("main")) {
            return false;
        }
        var first = early(box, "h1, h2, h3, h4, h5, h6, header, strong, b, legend, [class*=title], [class*=heading]");
        var words = first == null ? box.ownText().strip() : beginning(first, 100);
        return words.length() < 60 && beginning(box, 100).startsWith(words) && ELSEWHERE.matcher(words).find();
    }

    /// An element that stands near the beginning of a box. Looking farther would read a page of nested boxes once for each.
    private static @Nullable Element early(Element box, String where) {
        return box.stream().skip(1).limit(EARLY).filter(element -> element.is(where)).findFirst().orElse(null);
    }

    /// The first letters under an element, a space between its texts.
    static String beginning(Element element, int length) {
        var words = new StringBuilder();
        var texts = element.nodeStream(TextNode.class).iterator();
        while (words.length() <= length && texts.hasNext()) {
            var text = texts.next();
            if (!text.isBlank()) {
                words.append(text.getWholeText(), 0, Math.min(text.getWholeText().length(), 4 * length)).append(' ');
            }
        }
        return words.toString().replaceAll("[\\s\u00a0]+", " ").strip();
    }

    private static final int EARLY = 12;
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^(you (may|might) (also )?(like|enjoy|be interested)|related( |$)|more (from|on|about|in|stories|news|articles|like)|read (more|next|also)|also read|recommended|recent (posts|articles|stories)|most (read|popular|viewed|shared|commented)|popular|trending"
                    + "|what to read next|up next|top stories|other .{0,20}(columns|news|stories|articles|posts)|latest (news|stories|posts)|featured (slide|stories|posts|articles)|share( this| on| via|:)|follow us|sign up|subscribe|newsletter|leave a (reply|comment)|comments?$|tags:?$|topics:?$|sponsored|promoted|from around the web|around the web|don't miss|see also|watch( also| now)?:|listen:|also on|in pictures:"
                    + "|mehr (zum|aus|von)|lesen sie auch|auch interessant|das könnte|weitere (artikel|meldungen|themen)|meistgelesen|verwandte|à lire|lire aussi|sur le même|les plus lus|dans la même|voir aussi|lee también|te puede|más (noticias|en|leí|sobre)|relacionad|noticias relacionadas|lo más|leia (também|mais)|veja também|mais lidas|saiba mais"
                    + "|leggi anche|potrebbe interess|articoli correlati|i più letti|altri articoli|lees ook|meer (over|van|nieuws)|další (zprávy|články)|související|právě se děje|mohlo by vás|czytaj (też|także|więcej)|zobacz (też|także)|polecane|powiązane|читайте также|похожие|ещё по теме|по теме|популярн|главные новости"
                    + "|関連(記事|ニュース)|あわせて読|おすすめ|ランキング|相关(阅读|新闻|文章|推荐)|推荐阅读|延伸閱讀|相關(新聞|文章)|관련(기사| 기사)|많이 본|اقرأ (أيضا|ايضا)|यह भी (पढ़ें|देखें)|ये भी पढ़ें|संबंधित|อ่าน(เพิ่มเติม|ต่อ|ข่าว)|ข่าว(ที่เกี่ยวข้อง|ยอดนิยม)|xem thêm|đọc thêm|baca juga|ayrıca oku|ilgili haber|διαβάστε (επίσης|ακόμη)|läs (också|mer|även)|les også|læs også|lue myös|olvasta már|kapcsolódó|citește și|vezi și|прочетете още|читайте (также|ещё)|читайте також|مواضيع|ילו עוד|קראו עוד)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// A line that says no more than that something else stands here.
    static boolean isFurniture(String line) {
        return line.length() < 200 && FURNITURE.matcher(line.strip()).matches();
    }

    private static final Pattern FURNITURE = Pattern.compile(
            "\\W*((skip |continue reading after the |story continues below( this)? |article continues (below|after)( this)? )?(advertisements?|ads?)( - .{0,40}| continue reading.{0,30})?|continue reading( the main story)?|publicité|anzeige|werbung|publicidad|pubblicità|publicidade|reclame|advertentie|реклама|reklama|reklam|annonse?|広告|广告|廣告|광고|إعلان|विज्ञापन"
                    + "|share( (this|on|via))?( (story|article|post|page))?|teilen|partager|compartir|condividi|delen|поделиться|loading( comments| more)?|please wait|print|e-?mail|save|listen|copy link|(\\d+ )?comments?|reply|tweet|facebook|twitter|whatsapp|(back )?to top)\\W*"
                    + "|(©|copyright (©|\\(c\\)|(19|20)\\d\\d)).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /// Whether a line's first words lead a reader to another page.
    static boolean opensElsewhere(String line) {
        return ELSEWHERE.matcher(line.replaceFirst("^[^\\p{L}]+", "")).find();
    }

    /// Named like something that stands beside an article.
    static boolean beside(Element element) {
        if (ROLES.contains(element.attr("role"))) {
            return true;
        }
        var names = withoutBuilders(names(element));
        if (names.isBlank() || isBody(element)) {
            return false;
        }
        if (element.nameIs("main") || element.nameIs("article")) {
            // blogs write a story's tags into its class, whatever they are called
            return COMMENT.matcher(names).find();
        }
        return BESIDE.matcher(names).find() && !(ARTICLE.matcher(names).find() && !SURE.matcher(names).find());
    }

    private static final Pattern COMMENT = Pattern.compile("(?<![a-z-])comment(-?(body|item|entry|content|wrap))?(?![a-z-])|(?<![a-z])comments(?![a-z-])|div-comment");

    /// Names that are never an article's, even with "content" or "post" in them.
    private static final Pattern SURE = Pattern.compile(
            "(?<![a-z])comments?(?![a-z])|comment[-_]*(list|form|area|section|thread|body|content|text|box|wrap)|disqus|sidebar|related[-_]*(post|article|stor|content|link)|recommend|newsletter|cookie|consent|taboola|outbrain|post[-_]*(meta|tags|footer|nav)|breadcrumb|most[-_]*(read|popular)|more[-_]*(stories|articles|posts)|author[-_]*(bio|box)|article[-_]*(tags|footer|tools|share|related)|story[-_]*(tags|footer|tools|share|related)|entry[-_]*(meta|footer|tags|utility)|paywall|page[-_]*(footer|nav)|site[-_]*(header|footer)|navbar|main[-_]*(nav|menu)",
            Pattern.CASE_INSENSITIVE);

    static boolean isSure(Element element) {
        return beside(element) && SURE.matcher(names(element)).find();
    }

    static boolean isBody(Element element) {
        return element.attr("itemprop").contains("articleBody") || element.attr("property").contains("articleBody") || BODY.matcher(names(element)).find();
    }

    static boolean isSharing(Element element) {
        return SHARING.matcher(names(element)).find();
    }

    static boolean isByline(Element element) {
        return element.attr("rel").equals("author") || element.attr("itemprop").contains("author") || BYLINE.matcher(names(element)).find();
    }
}
