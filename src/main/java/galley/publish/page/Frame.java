package galley.publish.page;

import galley.desk.Newsroom.Policy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands around a page's own content: head, ticker, masthead, footer.
///
/// @param path of the page inside the site
/// @param language of the page, BCP 47
/// @param title without the newsroom's name
/// @param article whether this is an article to those who share it
/// @param share the picture shown where the page is shared
/// @param meta more properties for the head, such as `article:tag`
/// @param data JSON-LD, safe inside a script element
/// @param style the style sheet of this kind of page
/// @param scripts what runs on it: the ticker and relative times, and what else it brings
/// @param signoff the signature block, safe inside a script element; null for none
/// @param here the section the page belongs to, or empty
/// @param edition the date in the masthead of a front page; null elsewhere
public record Frame(SiteView site, String path, String language, String title, String description, boolean article,
                    PagePicture share, List<Meta> meta, String data, Inlined style, List<Inlined> scripts,
                    @Nullable String signoff, String here, @Nullable Instant edition) {

    public record Meta(String property, String content) {}

    Frame withScript(Inlined script) {
        var more = Stream.concat(scripts.stream(), Stream.of(script)).toList();
        return new Frame(site, path, language, title, description, article, share, meta, data, style, more, signoff, here, edition);
    }

    /// A page that search engines should forget.
    Frame unlisted() {
        var more = Stream.concat(meta.stream(), Stream.of(UNLISTED)).toList();
        return new Frame(site, path, language, title, description, article, share, more, data, style, scripts, signoff, here, edition);
    }

    /// What robots are told.
    public String robots() {
        return meta.contains(UNLISTED) ? "noindex" : "max-image-preview:large, max-snippet:-1, max-video-preview:-1";
    }

    /// The properties to print in the head.
    public List<Meta> properties() {
        return meta.stream().filter(m -> m != UNLISTED).toList();
    }

    private static final Meta UNLISTED = new Meta("robots", "noindex");

    /// Words of masthead, ticker and footer: the newsroom's language.
    public PageWords words() {
        return wordsIn(site.newsroom().language());
    }

    public PageWords wordsIn(String language) {
        return PageWords.in(language, site.newsroom().language(), site.newsroom().zone());
    }

    public String name() {
        return site.newsroom().name();
    }

    public boolean isHome() {
        return path.equals(SitePaths.HOME);
    }

    public String canonical() {
        return address(path);
    }

    /// The public address of another path of the site.
    public String address(String other) {
        return SitePaths.canonical(site.newsroom().site(), other);
    }

    /// What to write in a link to another page. The page for lost readers is served at any depth, so its links start at the root.
    public String to(String other) {
        return path.equals(SitePaths.NOT_FOUND) ? site.newsroom().site().getRawPath() + (other.equals(SitePaths.HOME) ? "" : other)
                : SitePaths.between(path, other);
    }

    /// A link given by a claim: an anchor of this page, an address of the web, or a path of the site.
    public String follow(String href) {
        return href.startsWith("#") ? "#" + href.replaceAll("[^\\w-]", "") : isWeb(href) ? href : to(href);
    }

    public static boolean isWeb(String href) {
        return href.regionMatches(true, 0, "https://", 0, 8) || href.regionMatches(true, 0, "http://", 0, 7);
    }

    /// `rtl`, or null for the usual direction, which needs no word.
    public @Nullable String direction() {
        return PageWords.isRightToLeft(language) ? "rtl" : null;
    }

    /// The language to name on an element whose words are in `other`; null when it is the page's own.
    public @Nullable String langIfOther(String other) {
        return other.isEmpty() || other.equals(language) ? null : other;
    }

    /// The direction to name on an element whose words are in `other`; null when it is the page's own.
    public @Nullable String dirIfOther(String other) {
        return PageWords.isRightToLeft(other) == PageWords.isRightToLeft(language) ? null : PageWords.isRightToLeft(other) ? "rtl" : "ltr";
    }

    /// The policies this newsroom has written, in the order of their enum.
    public List<Policy> policies() {
        return List.of(Policy.values()).stream().filter(p -> !site.newsroom().policies().getOrDefault(p, "").isBlank()).toList();
    }

    /// Where the terms of use stand; null when the newsroom names none.
    public @Nullable String licence() {
        return Publisher.licence(site.newsroom()).orElse(null);
    }

    /// How to reach the newsroom: a link, or null when it has not said.
    public @Nullable String contact() {
        var contact = site.newsroom().contact().strip();
        return isWeb(contact) || contact.startsWith("mailto:") ? contact
                : contact.matches("[^@\\s]+@[^@\\s]+") ? "mailto:" + contact : null;
    }

    /// The widths at which a picture lies on the site; null when there is one only.
    public @Nullable String srcset(PagePicture picture) {
        if (picture.renditions().isEmpty()) {
            return null;
        }
        return picture.renditions().stream().map(r -> to(r.path()) + " " + r.width() + "w").collect(Collectors.joining(", "))
                + ", " + to(picture.path()) + " " + picture.width() + "w";
    }

    /// The small line below a linked headline: section, time, note.
    public String below(StoryLink link) {
        return Stream.of(link.section(), link.at() == null ? "" : words().shortTime(link.at()), link.note())
                .filter(words -> !words.isBlank()).collect(Collectors.joining(", "));
    }

    /// Locale as Open Graph writes it: `en_GB`; null when the language has no region.
    public @Nullable String ogLocale() {
        return language.matches("[a-z]{2,3}-[A-Z]{2}") ? language.replace('-', '_') : null;
    }

    /// Nothing but what this page itself carries, and pictures and look-ups at its own site.
    public String contentSecurityPolicy() {
        return "default-src 'none'; style-src '" + style.hash() + "'; script-src "
                + scripts.stream().map(script -> "'" + script.hash() + "'").collect(Collectors.joining(" ")) + "; img-src 'self'" + (site.theme().hasFonts() ? "; font-src 'self'" : "") + "; connect-src 'self'; base-uri 'none'; form-action 'none'";
    }

    /// A block of the newsroom's own, checked; null when it has none of this name.
    public @Nullable String block(String name) {
        return site.theme().block(name, this::to);
    }

    /// An instant as machines read it, to the second.
    public static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
