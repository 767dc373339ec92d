package galley.publish.page;

import galley.desk.Newsroom.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of the site that are not articles.
public final class SitePages {

    private SitePages() {}

    public static String home(HomeView view, SiteView site) {
        var newsroom = site.newsroom();
        var data = List.of(website(site).put("publisher", JsonLd.reference(Publisher.id(newsroom))), Publisher.of(newsroom));
        return Markup.of("home.jte", Map.of("view", view, "page", frame(site, SitePaths.HOME, newsroom.name(),
                words(site).say("home-about", newsroom.name()), data, Inlined.Kind.FRONT, "", view.asOf())));
    }

    /// A list of stories: a category's, a tag's, a source's.
    public static String section(SectionView view, SiteView site) {
        var section = view.section();
        return Markup.of("section.jte", Map.of("view", view, "page", list(view, site, section.name())));
    }

    /// The list of all stories; its first page also names every category, tag and source.
    public static String archive(SectionView view, List<Shelf> shelves, SiteView site) {
        return Markup.of("archive.jte", Map.of("view", view, "shelves", view.turn().number() == 0 ? shelves : List.of(), "page", list(view, site, view.section().name())));
    }

    /// Topics of one kind, under a heading.
    public record Shelf(String name, List<SiteView.Section> topics) {}

    private static Frame list(SectionView view, SiteView site, String title) {
        var about = words(site).say(view.about().isEmpty() ? "section-about" : view.about(), view.section().name(), site.newsroom().name());
        var number = view.turn().number() == 0 ? "" : " " + words(site).say("list-part", view.turn().number());
        return frame(site, view.turn().path(), title + number, about + number, webPage("CollectionPage", view.turn().path(), title + number, site),
                Inlined.Kind.FRONT, view.section().name(), null);
    }

    /// The page that looks through the index in the reader's own browser.
    ///
    /// @param parts of the index
    public static String search(int parts, SiteView site) {
        var words = words(site);
        var page = plain(site, SitePaths.SEARCH, words.say("search"), words.say("search-about", site.newsroom().name()), "WebPage");
        return Markup.of("search.jte", Map.of("parts", parts, "page", page.withScript(Inlined.SEARCH)));
    }

    /// What stands in the place of a withdrawn story.
    public static String killed(KillNotice notice, SiteView site) {
        var words = words(site);
        return Markup.of("killed.jte", Map.of("notice", notice, "page", plain(site, notice.path(), words.say("killed"), words.say("killed-words"), "WebPage").unlisted()));
    }

    /// Fixed words in the newsroom's language.
    public static String say(SiteView site, String key) {
        return words(site).say(key);
    }

    public static String corrections(CorrectionsView view, SiteView site) {
        var words = words(site);
        return Markup.of("corrections.jte", Map.of("view", view, "page", plain(site, SitePaths.CORRECTIONS, words.say("corrections"),
                words.say("corrections-about", site.newsroom().name()), "CollectionPage")));
    }

    /// @param people in the order in which they are shown
    public static String people(List<PersonView> people, SiteView site) {
        var words = words(site);
        return Markup.of("people.jte", Map.of("people", people, "page", plain(site, SitePaths.PEOPLE, words.say("people"),
                words.say("people-about", site.newsroom().name()), "CollectionPage")));
    }

    public static String person(PersonView person, SiteView site) {
        var address = SitePaths.canonical(site.newsroom().site(), person.path());
        var description = words(site).say("person-about", person.name(), site.newsroom().name());
        var data = List.of(JsonLd.node("ProfilePage").put("@id", address + "#page").put("url", address).put("name", person.name())
                .put("inLanguage", site.newsroom().language()).put("isPartOf", website(site))
                .put("mainEntity", JsonLd.node("Person").put("@id", address).put("name", person.name()).put("url", address)
                        .put("jobTitle", String.join(", ", person.roles()))
                        .put("worksFor", person.left() == null ? Publisher.of(site.newsroom()) : null)));
        return Markup.of("person.jte", Map.of("person", person,
                "page", frame(site, person.path(), person.name(), description, data, Inlined.Kind.PLAIN, "", null)));
    }

    /// How the newsroom works and where its policies stand.
    public static String howWeWork(SiteView site) {
        var words = words(site);
        return Markup.of("how-we-work.jte", Map.of("page", plain(site, SitePaths.HOW_WE_WORK, words.say("how-we-work"),
                words.say("how-about", site.newsroom().name()), "AboutPage")));
    }

    public static String policy(Policy policy, SiteView site) {
        var text = site.newsroom().policies().getOrDefault(policy, "");
        return own(SitePaths.policy(policy), policy.title(), policy.title() + ": " + site.newsroom().name() + ".",
                PlainText.html(text), null, site);
    }

    public static String notFound(SiteView site) {
        var words = words(site);
        return Markup.of("not-found.jte", Map.of("page", plain(site, SitePaths.NOT_FOUND, words.say("not-found"),
                words.say("not-found-words"), "WebPage")));
    }

    /// The page that checks pages in the reader's browser.
    ///
    /// @param keys the newsroom's key set, as JSON: a page that asks for it anew could not be opened from a disk
    /// @param config what the checker has to know of this program's words, as JSON
    public static String checker(String keys, String config, SiteView site) {
        var words = words(site);
        var page = frame(site, SitePaths.CHECKER, words.say("check-a-page"), words.say("how-check"), webPage("WebPage", SitePaths.CHECKER,
                words.say("check-a-page"), site), Inlined.Kind.CHECK, "", null).withScript(Inlined.CHECKER);
        return Markup.of("check.jte", Map.of("page", page, "keys", JsonLd.insideScript(keys), "config", JsonLd.insideScript(config)));
    }

    /// Any other page in the newsroom's frame.
    ///
    /// @param html its content below the heading, trusted
    /// @param script its own script, let in by hash; null for none
    public static String own(String path, String title, String description, String html, @Nullable String script, SiteView site) {
        var page = plain(site, path, title, description, "WebPage");
        return Markup.of("own.jte", Map.of("html", html,
                "page", script == null ? page : page.withScript(Inlined.of(script))));
    }

    private static Frame plain(SiteView site, String path, String title, String description, String type) {
        return frame(site, path, title, description, webPage(type, path, title, site), Inlined.Kind.PLAIN, "", null);
    }

    private static Frame frame(SiteView site, String path, String title, String description, List<JsonLd> data, Inlined.Kind kind,
                               String here, @Nullable Instant edition) {
        var language = words(site).language();
        return new Frame(site, path, language, title, description, false, SiteMark.share(site.newsroom().name()), List.of(),
                JsonLd.graph(data), Inlined.style(kind, language, site.theme(), path), List.of(Inlined.SCRIPT), null, here, edition);
    }

    private static List<JsonLd> webPage(String type, String path, String title, SiteView site) {
        var address = SitePaths.canonical(site.newsroom().site(), path);
        var nodes = new ArrayList<JsonLd>();
        nodes.add(JsonLd.node(type).put("@id", address).put("url", address).put("name", title)
                .put("inLanguage", site.newsroom().language()).put("isPartOf", website(site))
                .put("publisher", Publisher.of(site.newsroom())));
        return nodes;
    }

    private static JsonLd website(SiteView site) {
        var newsroom = site.newsroom();
        return JsonLd.node("WebSite").put("@id", newsroom.site() + "#site").put("name", newsroom.name())
                .put("url", newsroom.site().toString()).put("inLanguage", newsroom.language());
    }

    private static PageWords words(SiteView site) {
        return PageWords.in(site.newsroom().language(), site.newsroom().language(), site.newsroom().zone());
    }
}
