package galley.publish.page;

import galley.desk.Newsroom.Policy;
import galley.story.StoryText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Courier's whole site, every page that can be made.
final class CourierSite {

    private CourierSite() {}

    /// Every file of the site by its path.
    static Map<String, byte[]> files() {
        var site = Courier.site();
        var files = new LinkedHashMap<String, byte[]>(SiteMark.files(site.newsroom().name()));
        var text = new LinkedHashMap<String, String>();
        var articles = articles();
        articles.forEach((path, view) -> text.put(path, ArticlePage.render(view, site)));
        text.put(SitePaths.HOME, SitePages.home(home(), site));
        for (var section : site.sections()) {
            text.put(section.path(), SitePages.section(new SectionView(section, teasers(section.name())), site));
        }
        text.put(SitePaths.PEOPLE, SitePages.people(people(), site));
        people().forEach(person -> text.put(person.path(), SitePages.person(person, site)));
        text.put(SitePaths.CORRECTIONS, SitePages.corrections(new CorrectionsView(List.of(
                new CorrectionsView.Line(Courier.storm().text().headline(), Courier.storm().path(), "en-GB", Instant.parse("2026-11-17T12:44:00Z"), Courier.storm().text().corrections().getFirst().text()),
                new CorrectionsView.Line("Island ferry fares rise 4 per cent in January", Courier.path("Island ferry fares rise 4 per cent in January"), "en-GB", Instant.parse("2026-11-17T10:52:00Z"), "An earlier version said 14 per cent. Fares rise by 4 per cent."))), site));
        text.put(SitePaths.HOW_WE_WORK, SitePages.howWeWork(site));
        for (var policy : Policy.values()) {
            text.put(SitePaths.policy(policy), SitePages.policy(policy, site));
        }
        text.put(SitePaths.NOT_FOUND, SitePages.notFound(site));
        text.put(SitePaths.CHECKER, SitePages.own(SitePaths.CHECKER, "Check a page", "Check who signed a page of The Larn Courier.",
                "<p id=\"answer\">The checker needs script.</p>", "document.getElementById(\"answer\").textContent = \"Ready.\";", site));
        text.put(SitePaths.FEED, RssFeed.render(feed(), Courier.NOON, site));
        text.put(SitePaths.ATOM, NewsFeeds.atom(feed(), Courier.NOON, site));
        text.put(SitePaths.JSON_FEED, NewsFeeds.json(feed(), site));
        text.put(SitePaths.TRENDING, NewsFeeds.trending(site));
        text.put(SitePaths.NEWS_SITEMAP, Sitemap.news(shortStories(), site));
        text.put(SitePaths.SEARCH, SitePages.search(1, site));
        text.put("search/1.json", SearchIndex.render(shortStories().stream().map(story -> new SearchIndex.Entry(story, List.of("quay"), "First words.")).toList()));
        articles.values().stream().flatMap(view -> view.text().tags().stream()).distinct().forEach(tag -> {
            var path = SitePaths.tag(tag);
            text.put(path, SitePages.section(new SectionView(new SiteView.Section(tag, path), "tag-about", List.of(storm()),
                    new SectionView.Turn(path, null, SitePaths.older(path, 1), 0)), site));
            text.put(SitePaths.older(path, 1), SitePages.section(new SectionView(new SiteView.Section(tag, path), "tag-about", shortStories(),
                    new SectionView.Turn(SitePaths.older(path, 1), path, null, 1)), site.forArchive()));
        });
        articles.values().stream().map(view -> view.text().category()).filter(c -> !c.isBlank()).distinct().forEach(name -> text.putIfAbsent(SitePaths.section(name),
                SitePages.section(new SectionView(SiteView.Section.named(name), List.of()), site)));
        text.put(SitePaths.ARCHIVE, SitePages.archive(new SectionView(new SiteView.Section("Archive", SitePaths.ARCHIVE), "archive-about", shortStories(),
                new SectionView.Turn(SitePaths.ARCHIVE, null, null, 0)), List.of(new SitePages.Shelf("Sections", site.sections())), site));
        text.put("2026/11/10/withdrawn.html", SitePages.killed(new KillNotice("2026/11/10/withdrawn.html", "en-GB", Courier.NOON, Courier.NOON,
                "The person we took for the mayor was somebody else."), site));
        text.put(SitePaths.SITEMAP, Sitemap.render(articles.values().stream().map(a -> new Sitemap.Entry(a.path(), a.published())).toList(), site));
        text.put(SitePaths.ROBOTS, Sitemap.robots(site));
        text.put(SitePaths.KEYS, "{\"keys\":[]}");
        text.forEach((path, page) -> files.put(path, page.getBytes(StandardCharsets.UTF_8)));
        files.put("pictures/storm-chart.png", CourierPictures.waves());
        files.put("pictures/harbour-map.png", CourierPictures.map());
        return files;
    }

    static void write(Path root) throws IOException {
        for (var entry : files().entrySet()) {
            var file = root.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }

    /// Pages that no newsroom should print and that must still hold together: gate them apart, for they break the rules on purpose.
    static void writeExtremes(Path root) throws IOException {
        Files.createDirectories(root);
        for (var extreme : List.of(Courier.longHeadline(), Courier.unbrokenHeadline(), Courier.hostile())) {
            Files.writeString(root.resolve(extreme.story() + ".html"), ArticlePage.render(extreme, Courier.site()));
        }
    }

    static Map<String, ArticleView> articles() {
        var all = new LinkedHashMap<>(Courier.articles());
        int number = 100;
        for (var teaser : shortStories()) {
            var text = new StoryText("", teaser.headline(), teaser.standfirst(), "", "", "<p>" + teaser.standfirst() + "</p>", List.of(), "", "",
                    List.of(), null, List.of(), teaser.section(), List.of(), "en-GB", "");
            all.putIfAbsent(teaser.path(), Courier.signed(number++, text));
        }
        return all;
    }

    static HomeView home() {
        var blocks = new ArrayList<HomeView.Block>();
        for (var section : Courier.site().sections()) {
            var teasers = teasers(section.name()).stream().filter(t -> !t.equals(storm()) && !shortStories().subList(0, 5).contains(t)).toList();
            if (!teasers.isEmpty()) {
                blocks.add(new HomeView.Block(section, teasers.subList(0, Math.min(4, teasers.size()))));
            }
        }
        return new HomeView(Instant.parse("2026-11-17T14:00:00Z"), storm(), shortStories().subList(0, 5), blocks, Courier.storm().corrected());
    }

    static List<Teaser> teasers(String section) {
        var teasers = new ArrayList<Teaser>();
        if (section.equals("Weather")) {
            teasers.add(storm());
        }
        if (section.equals("Society")) {
            var text = Courier.arabic().text();
            teasers.add(new Teaser(text.headline(), Courier.arabic().path(), "ar", text.standfirst(), "Society", "وكالة الساحل", Courier.NOON, null, null));
        }
        shortStories().stream().filter(t -> t.section().equals(section)).forEach(teasers::add);
        return teasers;
    }

    static Teaser storm() {
        var view = Courier.storm();
        return new Teaser(view.text().headline(), view.path(), "en-GB", view.text().standfirst(), "Weather", "Northwire", view.published(),
                view.modified(), view.pictures().getFirst());
    }

    static List<Teaser> shortStories() {
        return List.of(
                teaser("Council votes to rebuild the east breakwater", "Politics", "By one vote, and after nine hours, the old wall is to go.", 25, null),
                teaser("What the new wall will cost, and who pays", "Economy", "Eleven million crowns, half of it from harbour dues.", 34, null),
                teaser("Velmark teachers accept pay offer and end three-week strike", "Society", "Lessons begin again on Thursday; the pay rises in two steps.", 95, "Tidewater News"),
                teaser("Orchard growers count the cost of a late frost", "Economy", "A third of the plum harvest is gone, the growers’ union says.", 180, "Northwire"),
                teaser("Island ferry fares rise 4 per cent in January", "Transport", "Season tickets stay as they are until the spring.", 210, null),
                teaser("In pictures: a night on the fish quay", "Weather", "What the storm left behind.", -110, null),
                teaser("Old library to reopen in spring with a reading room for children", "Culture", "The roof is done, the shelves are not.", 260, "Tidewater News"),
                teaser("Budget committee wants the audit of the tram line made public", "Politics", "The contract is eleven years old and has been amended forty times.", 300, null),
                teaser("Harbour dues: the figures since 1990", "Economy", "They have not risen as fast as the price of stone.", 310, null),
                teaser("Night buses to run until two on Fridays", "Transport", "The trial lasts until Easter.", 320, "Northwire"),
                teaser("Larnholm rowers win the strait race by half a length", "Sport", "It is their first win in the eight since 1988.", 330, "Tidewater News"),
                teaser("A film about the lighthouse keepers, made by one of them", "Culture", "It has no dialogue and is eighty minutes long.", 340, null));
    }

    private static Teaser teaser(String headline, String section, String standfirst, int minutesAgo, @Nullable String source) {
        return new Teaser(headline, Courier.path(headline), "en-GB", standfirst, section, source, Courier.NOON.minus(Duration.ofMinutes(minutesAgo)), null, null);
    }

    static List<PersonView> people() {
        var since = Instant.parse("2026-03-02T09:00:00Z");
        return List.of(
                new PersonView("Rosa Lindqvist", List.of("editor"), List.of("City desk"), List.of(new PersonView.Key(Courier.KEY_ROSA, since, null)), null,
                        List.of(new StoryLink(Courier.storm().text().headline(), Courier.storm().path(), "en-GB", "Weather", Courier.NOON, "edited"))),
                new PersonView("Idris Bello", List.of("senior editor", "editorial board"), List.of("Senior Editor"), List.of(new PersonView.Key(Courier.KEY_IDRIS, since, null)), null,
                        List.of(new StoryLink(Courier.storm().text().headline(), Courier.storm().path(), "en-GB", "Weather", Courier.NOON, "reviewed"))),
                new PersonView("Ines Okafor", List.of("editor"), List.of(), List.of(), null, List.of()),
                new PersonView("Tomas Lind", List.of("senior editor"), List.of(), List.of(new PersonView.Key("9hX1c0e2f5d4c5b9b0e5a3d8f3f7a11GkxQ0tS8xbr1", since, Instant.parse("2026-09-30T16:00:00Z"))), Instant.parse("2026-09-30T16:00:00Z"), List.of()));
    }

    static List<RssFeed.Item> feed() {
        var items = new ArrayList<RssFeed.Item>();
        items.add(new RssFeed.Item("urn:uuid:01936f00-0000-7000-8000-000000000001", storm(), "https://northwire.example/feed.xml"));
        shortStories().forEach(story -> items.add(new RssFeed.Item("urn:uuid:" + java.util.UUID.nameUUIDFromBytes(story.path().getBytes(StandardCharsets.UTF_8)), story, null)));
        return items;
    }
}
