package galley.publish;

import galley.desk.Newsroom;
import galley.desk.Newsroom.Policy;
import galley.desk.Person;
import galley.desk.Role;
import galley.publish.page.CorrectionsView;
import galley.publish.page.HomeView;
import galley.publish.page.KillNotice;
import galley.publish.page.Look;
import galley.publish.page.NewsFeeds;
import galley.publish.page.PersonView;
import galley.publish.page.RssFeed;
import galley.publish.page.SearchIndex;
import galley.publish.page.SectionView;
import galley.publish.page.SiteMark;
import galley.publish.page.SitePages;
import galley.publish.page.SitePaths;
import galley.publish.page.SiteView;
import galley.publish.page.Sitemap;
import galley.publish.page.StoryLink;
import galley.publish.page.Teaser;
import galley.publish.page.Trending;
import galley.publish.theme.Theme;
import galley.signoff.KeySet;
import galley.signoff.PublicKeyRecord;
import galley.story.Correction;
import galley.story.PublishedLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides which files the site has and what each is made from.
///
/// So that one new story leaves an archive of ten thousand alone, whatever grows is cut where it is old: lists and indexes are cut into
/// parts numbered from the oldest, which never change once full, and only the newest [#LIVE] stories carry what moves (the ticker, newer
/// stories on the same thing); older pages ask for the ticker when they are read. A correction moves the story itself, the lists that name
/// it and the front page, and no other story's page.
final class SitePlanner {

    static final int LIVE = 100;
    private static final int TICKER = 6;
    private static final int RELATED = 4;
    private static final int CORRECTED = 5;
    private static final int TOP = 4;
    private static final int FEED_ITEMS = 50;
    private static final int HEARD = 5_000;
    /// A first page holds at least this many stories and less than twice as many.
    private static final int LIST = 30;
    private static final int ARCHIVE_LIST = 100;
    private static final int SITEMAP_PART = 1_000;
    private static final int SEARCH_PART = 250;
    private static final int NEWS_ITEMS = 1_000;
    private static final Duration NEWS = Duration.ofDays(2);
    private static final int NAVIGATION = 12;
    private static final int SIGNED = 100;
    private static final int CORRECTIONS = 300;

    private final Newsroom newsroom;
    private final PlanMemory memory;
    private final SiteWriter.Shelves shelves;
    private final SitePictures pictures;
    /// What still stands, newest first.
    private final List<PublishedLine> lines;
    private final List<PublishedLine> killed;
    private final Topics topics;
    /// When anything was published last.
    private final Instant asOf;
    private final List<Person> people;
    private final List<PublicKeyRecord> keys;
    private final Map<String, Person> signers = new HashMap<>();
    private final SiteView live;
    private final SiteView archive;
    private final List<PublishedLine> correctedLines;
    /// From what every page is made.
    private final Mix everywhere;
    /// From what pages that carry the ticker are made besides.
    private final Mix moving;

    /// @param all newest first, withdrawn stories included
    SitePlanner(Newsroom newsroom, List<PublishedLine> all, SiteWriter.Shelves shelves, SitePictures pictures, Theme theme, PlanMemory memory) {
        this.newsroom = newsroom;
        this.memory = memory;
        this.shelves = shelves;
        this.pictures = pictures;
        this.lines = all.stream().filter(line -> line.killed() == null).toList();
        this.killed = all.stream().filter(line -> line.killed() != null).toList();
        this.topics = memory.topics(lines, LIVE, RELATED);
        this.asOf = lines.stream().map(PublishedLine::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        this.people = shelves.people().all();
        this.keys = shelves.keys().all();
        var byId = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        keys.forEach(key -> {
            var person = key.person() == null ? null : byId.get(key.person());
            if (person != null) {
                signers.put(key.kid(), person);
            }
        });
        this.correctedLines = lines.stream().filter(line -> !line.corrections().isEmpty())
                .sorted(Comparator.comparing((PublishedLine line) -> line.corrections().getLast().at()).reversed()).toList();
        this.live = new SiteView(newsroom, navigation(), trending(), SitePaths.CHECKER, false, theme);
        this.archive = live.forArchive();
        this.everywhere = Mix.START.with(Look.FINGERPRINT).with(said(newsroom)).with(live.sections().toString()).with(String.valueOf(live.checkPath()))
                .with(said(people)).with(keys.toString()).with(theme.fingerprint());
        this.moving = everywhere.with(live.trending().toString());
    }

    /// In one order whatever order a set has today: the same newsroom is the same text.
    private static String said(Newsroom n) {
        return n.name() + n.site() + n.language() + n.zone() + n.contact() + n.licence() + new java.util.TreeMap<>(n.policies());
    }

    private static String said(List<Person> people) {
        return people.stream().map(p -> p.id() + p.name() + new java.util.TreeSet<>(p.roles()) + p.credits() + p.left()).collect(Collectors.joining());
    }

    Newsroom newsroom() {
        return newsroom;
    }

    SiteView site(boolean isLive) {
        return isLive ? live : archive;
    }

    @Nullable Person signer(String kid) {
        return signers.get(kid);
    }

    List<StoryLink> corrected() {
        return correctedLines.stream().limit(CORRECTED).map(line -> new StoryLink(line.headline(), line.path(), line.language(), line.category(),
                line.corrections().getLast().at(), "")).toList();
    }

    /// The stories that a page names.
    List<StoryLink> related(SitePlan.Item.OfStory item) {
        return java.util.Arrays.stream(item.related()).mapToObj(lines::get).map(line -> link(line, "")).toList();
    }

    /// Stories to name beside one that is not published yet.
    List<StoryLink> relatedTo(String category, List<String> tags) {
        return lines.stream().filter(line -> line.category().equals(category) && !category.isBlank() || line.tags().stream().anyMatch(tags::contains))
                .limit(RELATED).map(line -> link(line, "")).toList();
    }

    static StoryLink link(PublishedLine line, String note) {
        return new StoryLink(line.headline(), line.path(), line.language(), line.category(), line.firstAt(), note);
    }

    /// The categories with the most stories, by name.
    private List<SiteView.Section> navigation() {
        return topics.of(Topics.Kind.SECTION).stream().sorted(Comparator.comparing((Topics.Topic t) -> -t.stories().size()).thenComparing(Topics.Topic::name))
                .limit(NAVIGATION).map(t -> new SiteView.Section(t.name(), t.path())).sorted(Comparator.comparing(SiteView.Section::name)).toList();
    }

    private Trending trending() {
        if (lines.isEmpty()) {
            return Trending.none(Instant.EPOCH);
        }
        // What trends moves with what is new. A correction makes nothing newer: it leaves every page alone that carries the ticker.
        var asOf = lines.getFirst().firstAt();
        var since = asOf.minus(TrendingNow.WINDOW);
        var choices = shelves.choices().standing();
        var candidates = new ArrayList<TrendingNow.Candidate>();
        for (int i = 0; i < lines.size() && !lines.get(i).firstAt().isBefore(since); i++) {
            var line = lines.get(i);
            candidates.add(new TrendingNow.Candidate(line.headline(), line.begins(), line.source(), line.firstAt(), choices.getOrDefault(line.story(), TrendingDesk.Choice.LEAVE), i));
        }
        var ranked = TrendingNow.of(candidates, memory.events(shelves.wire().heardSince(since, HEARD), asOf), TICKER);
        return new Trending(ranked.stream().map(r -> link(lines.get(r.story().index()), r.sources() + (r.sources() == 1 ? " source" : " sources"))).toList(),
                asOf, TrendingNow.rule(ranked));
    }

    // ---- the plan

    SitePlan plan() {
        var plan = new SitePlan();
        stories(plan);
        memory.keep(plan);
        killed.forEach(line -> plan.add(line.path(), everywhere.with(String.valueOf(line.killed())), () -> utf8(SitePages.killed(notice(line), archive))));
        front(plan);
        topics.all().forEach(topic -> list(plan, topic));
        archive(plan);
        search(plan);
        peoplePages(plan);
        ownPages(plan);
        feeds(plan);
        sitemaps(plan);
        var marks = live.theme().marks();
        SiteMark.PATHS.forEach(path -> plan.add(path, Mix.START.with(Look.FINGERPRINT).with(newsroom.name()).with(marks.containsKey(path) ? live.theme().fingerprint() : ""),
                () -> marks.containsKey(path) ? marks.get(path) : SiteMark.file(path, newsroom.name())));
        live.theme().files().forEach((path, bytes) -> plan.add(path, Mix.START.with(live.theme().fingerprint()), () -> bytes));
        return plan;
    }

    private void stories(SitePlan plan) {
        var named = lines.stream().mapToLong(SitePlanner::named).toArray();
        var recorded = everywhere.with("ninjs");
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean isLive = i < LIVE;
            var related = topics.related(i);
            var from = (isLive ? moving : everywhere).with(line.publication());
            for (int other : related) {
                from = from.with(named[other]);
            }
            long page = from.key();
            var known = memory.same(2 * i, line, page, isLive, related);
            plan.add(known != null ? known : new SitePlan.Item.OfStory(line.path(), page, line, true, isLive, related));
            long record = recorded.with(line.publication()).key();
            known = memory.same(2 * i + 1, line, record, isLive, related);
            plan.add(known != null ? known : new SitePlan.Item.OfStory(SitePaths.ninjs(line.path()), record, line, false, isLive, related));
            line.pictures().forEach(picture -> pictures.plan(picture, plan));
        }
    }

    /// From what a link to the story is made; see [#link]. A changed body leaves the pages alone that only name the story.
    private static long named(PublishedLine line) {
        return Mix.START.with(line.headline()).with(line.path()).with(line.language()).with(line.category()).with(line.firstAt().getEpochSecond())
                .with(line.firstAt().getNano()).bits();
    }

    private KillNotice notice(PublishedLine line) {
        return new KillNotice(line.path(), line.language(), line.firstAt(), line.killed().at(), line.killed().reason());
    }

    private void front(SitePlan plan) {
        var home = home();
        plan.add(SitePaths.HOME, moving.with(home.toString()), () -> utf8(SitePages.home(home, live)));
        plan.add(SitePaths.TRENDING, moving.with("trending"), () -> utf8(NewsFeeds.trending(live)));
    }

    private HomeView home() {
        // The story on top is in the newsroom's language where it can be: it is what strangers see first.
        var own = java.util.Locale.forLanguageTag(newsroom.language()).getLanguage();
        var first = lines.stream().limit(FEED_ITEMS).toList();
        var lead = first.stream().filter(line -> !line.pictures().isEmpty() && java.util.Locale.forLanguageTag(line.language()).getLanguage().equals(own)).findFirst()
                .or(() -> first.stream().filter(line -> !line.pictures().isEmpty()).findFirst()).or(() -> first.stream().findFirst());
        var shown = new java.util.HashSet<UUID>();
        lead.ifPresent(line -> shown.add(line.story()));
        var top = first.stream().filter(line -> !shown.contains(line.story())).limit(TOP).toList();
        top.forEach(line -> shown.add(line.story()));
        var blocks = new ArrayList<HomeView.Block>();
        for (var topic : topics.of(Topics.Kind.SECTION)) {
            var section = new SiteView.Section(topic.name(), topic.path());
            if (live.sections().contains(section)) {
                var stories = topic.stories().in(lines).stream().filter(line -> !shown.contains(line.story())).limit(TOP).map(SitePlanner::teaser).toList();
                if (!stories.isEmpty()) {
                    blocks.add(new HomeView.Block(section, stories));
                }
            }
        }
        blocks.sort(Comparator.comparing(block -> block.section().name()));
        return new HomeView(asOf, lead.map(SitePlanner::teaser).orElse(null), top.stream().map(SitePlanner::teaser).toList(), blocks, corrected());
    }

    private static Teaser teaser(PublishedLine line) {
        return new Teaser(line.headline(), line.path(), line.language(), line.standfirst(), line.category(), line.source().isEmpty() ? null : line.source(),
                line.firstAt(), line.corrections().isEmpty() ? null : line.corrections().getLast().at(),
                line.pictures().isEmpty() ? null : SitePictures.of(line.pictures().getFirst()));
    }

    // ---- lists

    private void list(SitePlan plan, Topics.Topic topic) {
        var about = switch (topic.kind()) {
            case SECTION -> "section-about";
            case TAG -> "tag-about";
            case SOURCE -> "source-about";
        };
        list(plan, new SiteView.Section(topic.name(), topic.path()), about, topic.stories().in(lines), LIST,
                topic.kind() == Topics.Kind.SECTION);
    }

    private void archive(SitePlan plan) {
        list(plan, new SiteView.Section(SitePages.say(live, "archive"), SitePaths.ARCHIVE), "archive-about", lines, ARCHIVE_LIST, true);
    }

    private void list(SitePlan plan, SiteView.Section name, String about, List<PublishedLine> stories, int length, boolean moves) {
        int full = Math.max(0, stories.size() / length - 1);
        boolean isArchive = name.path().equals(SitePaths.ARCHIVE);
        for (int page = 0; page <= full; page++) {
            var some = page == 0 ? stories.subList(0, stories.size() - full * length)
                    : stories.subList(stories.size() - page * length, stories.size() - (page - 1) * length);
            var newer = page == 0 ? null : page == full ? name.path() : SitePaths.older(name.path(), page + 1);
            var older = page == 1 || full == 0 ? null : SitePaths.older(name.path(), page == 0 ? full : page - 1);
            var turn = new SectionView.Turn(page == 0 ? name.path() : SitePaths.older(name.path(), page), newer, older, page);
            var from = (page == 0 && moves ? moving : everywhere).with(name.name()).with(turn.toString());
            for (var line : some) {
                from = from.with(line.publication());
            }
            if (isArchive && page == 0) {
                from = from.with(index().toString());
            }
            var site = page == 0 && moves ? live : archive;
            plan.add(turn.path(), from, () -> {
                var view = new SectionView(name, about, some.stream().map(SitePlanner::teaser).toList(), turn);
                return utf8(isArchive ? SitePages.archive(view, index(), site) : SitePages.section(view, site));
            });
        }
    }

    /// All topics, for the archive's first page.
    private List<SitePages.Shelf> index() {
        return List.of(shelf("sections", Topics.Kind.SECTION), shelf("topics", Topics.Kind.TAG), shelf("outlets", Topics.Kind.SOURCE));
    }

    private SitePages.Shelf shelf(String key, Topics.Kind kind) {
        return new SitePages.Shelf(SitePages.say(live, key), topics.of(kind).stream().sorted(Comparator.comparing(Topics.Topic::name, String.CASE_INSENSITIVE_ORDER))
                .map(t -> new SiteView.Section(t.name(), t.path())).toList());
    }

    /// Parts numbered from the oldest; only the last one grows.
    private <T> void parts(SitePlan plan, String of, String ending, int size, List<PublishedLine> stories, Mix with, Function<List<PublishedLine>, byte[]> made) {
        int parts = (stories.size() + size - 1) / size;
        for (int part = 1; part <= parts; part++) {
            var some = stories.subList(Math.max(0, stories.size() - part * size), stories.size() - (part - 1) * size);
            var from = with.with(of);
            for (var line : some) {
                from = from.with(line.publication());
            }
            plan.add(SitePaths.part(of, part, ending), from, () -> made.apply(some));
        }
    }

    private void search(SitePlan plan) {
        int parts = (lines.size() + SEARCH_PART - 1) / SEARCH_PART;
        plan.add(SitePaths.SEARCH, moving.with(parts), () -> utf8(SitePages.search(parts, live)));
        parts(plan, "search", "json", SEARCH_PART, lines, Mix.START.with(Look.FINGERPRINT),
                some -> utf8(SearchIndex.render(some.stream().map(line -> new SearchIndex.Entry(teaser(line), line.tags(), line.begins())).toList())));
    }

    // ---- people and what the newsroom says of itself

    private void peoplePages(SitePlan plan) {
        var signed = new HashMap<UUID, List<StoryLink>>();
        for (var line : lines) {
            if (line.signed().stream().allMatch(one -> signed.getOrDefault(one.person(), List.of()).size() == SIGNED)) {
                continue;
            }
            var how = new LinkedHashMap<UUID, String>();
            line.signed().forEach(s -> how.merge(s.person(), s.meaning(), (a, b) -> a + ", " + b));
            how.forEach((person, meanings) -> {
                var links = signed.computeIfAbsent(person, p -> new ArrayList<>());
                if (links.size() < SIGNED) {
                    links.add(link(line, meanings));
                }
            });
        }
        var views = people.stream().map(person -> new PersonView(person.name(), person.roles().stream().sorted().map(Role::words).toList(), person.credits(),
                keys.stream().filter(k -> person.id().equals(k.person())).map(k -> new PersonView.Key(k.kid(), k.from(), k.until())).toList(),
                person.left(), signed.getOrDefault(person.id(), List.of()))).toList();
        plan.add(SitePaths.PEOPLE, moving.with("people").with(views.toString()), () -> utf8(SitePages.people(views, live)));
        views.forEach(view -> plan.add(view.path(), moving.with(view.toString()), () -> utf8(SitePages.person(view, live))));
    }

    private void ownPages(SitePlan plan) {
        var corrections = corrections();
        page(plan, SitePaths.CORRECTIONS, corrections.toString(), () -> SitePages.corrections(corrections, live));
        page(plan, SitePaths.HOW_WE_WORK, "", () -> SitePages.howWeWork(live));
        var keySet = KeySet.of(keys, shelves.people(), shelves.board().get(), newsroom.name(), newsroom.site().toString()).json();
        page(plan, SitePaths.CHECKER, keySet + CheckerConfig.json(), () -> SitePages.checker(keySet, CheckerConfig.json(), live));
        for (var policy : Policy.values()) {
            if (!newsroom.policies().getOrDefault(policy, "").isBlank()) {
                page(plan, SitePaths.policy(policy), "", () -> SitePages.policy(policy, live));
            }
        }
        page(plan, SitePaths.NOT_FOUND, "", () -> SitePages.notFound(live));
    }

    private void page(SitePlan plan, String path, String from, Supplier<String> page) {
        plan.add(path, moving.with(from), () -> utf8(page.get()));
    }

    private CorrectionsView corrections() {
        var said = new ArrayList<CorrectionsView.Line>();
        for (var line : correctedLines) {
            for (Correction c : line.corrections()) {
                said.add(new CorrectionsView.Line(line.headline(), line.path(), line.language(), c.at(), c.printed(), c.kind()));
            }
        }
        for (var line : killed) {
            said.add(new CorrectionsView.Line("", line.path(), newsroom.language(), line.killed().at(), line.killed().reason(), null));
        }
        said.sort(Comparator.comparing(CorrectionsView.Line::at).reversed());
        return new CorrectionsView(said.stream().limit(CORRECTIONS).toList());
    }

    // ---- feeds and maps

    private void feeds(SitePlan plan) {
        var items = lines.stream().limit(FEED_ITEMS).map(SitePlanner::item).toList();
        var from = moving.with(items.toString()).with(asOf.toString());
        plan.add(SitePaths.FEED, from, () -> utf8(RssFeed.render(items, asOf, live)));
        plan.add(SitePaths.ATOM, from, () -> utf8(NewsFeeds.atom(items, asOf, live)));
        plan.add(SitePaths.JSON_FEED, from, () -> utf8(NewsFeeds.json(items, live)));
        var keySet = KeySet.of(keys, shelves.people(), shelves.board().get(), newsroom.name(), newsroom.site().toString());
        plan.add(SitePaths.KEYS, everywhere.with(keySet.json()), () -> utf8(keySet.json()));
        plan.add(SitePaths.ROBOTS, everywhere, () -> utf8(Sitemap.robots(live)));
    }

    private static RssFeed.Item item(PublishedLine line) {
        return new RssFeed.Item("urn:uuid:" + line.story(), teaser(line), null, line.version() > 1 ? line.at() : line.firstAt(), line.tags());
    }

    private void sitemaps(SitePlan plan) {
        var news = lines.stream().limit(NEWS_ITEMS).filter(line -> line.firstAt().isAfter(asOf.minus(NEWS))).toList();
        var from = everywhere;
        for (var line : news) {
            from = from.with(line.publication());
        }
        plan.add(SitePaths.NEWS_SITEMAP, from, () -> utf8(Sitemap.news(news.stream().map(SitePlanner::teaser).toList(), live)));
        // The pages that are not articles, as far as readers should find them.
        var around = plan.others().values().stream().filter(item -> item.path().endsWith(".html")
                && !item.path().equals(SitePaths.NOT_FOUND) && killed.stream().noneMatch(k -> k.path().equals(item.path()))).map(SitePlan.Item::path).toList();
        if (lines.size() + around.size() <= SITEMAP_PART) {
            var entries = new ArrayList<Sitemap.Entry>();
            around.forEach(path -> entries.add(new Sitemap.Entry(path, path.equals(SitePaths.HOME) && !lines.isEmpty() ? asOf : null)));
            lines.forEach(line -> entries.add(new Sitemap.Entry(line.path(), line.at())));
            plan.add(SitePaths.SITEMAP, everywhere.with(entries.toString()), () -> utf8(Sitemap.render(entries, live)));
            return;
        }
        parts(plan, "sitemap", "xml", SITEMAP_PART, lines, everywhere,
                some -> utf8(Sitemap.render(some.stream().map(line -> new Sitemap.Entry(line.path(), line.at())).toList(), live)));
        int parts = (lines.size() + SITEMAP_PART - 1) / SITEMAP_PART;
        plan.add("sitemap/pages.xml", everywhere.with(around.toString()), () -> utf8(Sitemap.render(around.stream().map(path -> new Sitemap.Entry(path, null)).toList(), live)));
        plan.add(SitePaths.SITEMAP, everywhere.with(parts), () -> utf8(Sitemap.index(parts, live)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
