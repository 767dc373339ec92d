package galley.screen;

import static galley.store.NewsroomInATest.PASSPHRASE;
import static galley.store.NewsroomInATest.done;

import galley.desk.Person;
import galley.publish.TrendingDesk;
import galley.screen.common.Acting;
import galley.screen.common.Place;
import galley.screen.common.Theme;
import galley.screen.common.Times;
import galley.screen.stories.AtAWord;
import galley.screen.stories.NewsroomRows;
import galley.screen.stories.Readings;
import galley.screen.stories.StoriesView;
import galley.screen.stories.StoriesViewModel;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Sitting;
import galley.store.NewsroomInATest;
import galley.story.FullText;
import galley.story.Hash;
import galley.story.Publication;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WireItem;
import galley.work.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A newsroom in the middle of a day, for window tests and pictures: a story in every state, wire in four scripts.
public final class BusyDay implements AutoCloseable {

    private static final String[][] WIRE = {
        {"وكالة الساحل", "إعادة فتح الميناء الشرقي أمام قوارب الصيد صباح الخميس", "Economy", "ar"},
        {"港湾通信", "港の防波堤工事、週末にも再開へ 市が見通し", "Economy", "ja"},
        {"Northwire", "Breakwater plan passes by nine votes to six", "Politics", "en"},
        {"Halden Ledger", "What the new east wall will cost, and who pays", "Economy", "en"},
        {"Tidewater News", "Fishers welcome vote but want work done before the autumn storms begin again", "Politics", "en"},
        {"Meridian Press", "Census: Kestrel Sound outgrows the old capital", "Society", "en"},
        {"Northwire", "Gale warning extended for the outer islands until Wednesday night", "Weather", "en"},
        {"Halden Ledger", "Toll bridge operator reports a record summer", "Transport", "en"},
        {"Tidewater News", "Night ferry to Outer Skell returns in spring", "Transport", "en"},
        {"Meridian Press", "Velmark pupils write a play about the strike", "Education", "en"},
        {"Northwire", "Harbour office counts eleven boats adrift, two sunk", "Weather", "en"},
        {"סוכנות הנמל", "הנמל נסגר ליום שני ברציפות בגלל הסערה", "Weather", "he"}};

    public final NewsroomInATest newsroom;
    public final Acting acting;

    public BusyDay(Path folder) {
        newsroom = new NewsroomInATest(folder);
        acting = new Acting(newsroom.idris);
    }

    /// Fills the day.
    public BusyDay filled() {
        for (int i = WIRE.length - 1; i >= 0; i--) {
            newsroom.clock.pass(Duration.ofMinutes(7));
            deliver(WIRE[i][0], WIRE[i][1], WIRE[i][2], WIRE[i][3]);
        }
        var rosa = newsroom.rosa;
        var ines = newsroom.ines;
        var orchard = story(rosa, "Orchard growers count the cost of a late frost", "FROST-ORCHARDS", "Farming", "Halden Ledger");
        sign(orchard, Meaning.EDITED, rosa);
        sign(orchard, Meaning.REVIEWED, newsroom.tomas);
        publish(orchard);
        var lighthouse = story(ines, "Ten things to do in Larnholm this weekend", "WEEKEND-TEN", "Leisure", "Tidewater News");
        done(newsroom.flow.spike(lighthouse.id(), ines, "An advertisement in disguise"));
        var toll = story(ines, "Toll bridge to close at night in winter", "TOLL-BRIDGE", "Transport", "Tidewater News");
        sign(toll, Meaning.EDITED, ines);
        done(newsroom.type(toll, ines, newsroom.file(toll).text().withHeadline("Toll bridge to close at night until March")));
        var quarry = story(rosa, "Quarry inquiry may name its witnesses, judge rules", "QUARRY-INQUIRY", "Justice", "Northwire");
        sign(quarry, Meaning.EDITED, rosa);
        done(newsroom.flow.legalHold(quarry.id(), newsroom.tomas, "until counsel replies"));
        var census = story(ines, "Census: Kestrel Sound outgrows the old capital", "CENSUS", "Society", "Meridian Press");
        sign(census, Meaning.EDITED, ines);
        sign(census, Meaning.REVIEWED, newsroom.tomas);
        done(newsroom.flow.embargo(census.id(), ines, newsroom.clock.instant().plus(Duration.ofHours(3))));
        var velmark = story(rosa, "Velmark teachers accept pay offer and end three-week strike", "VELMARK-STRIKE", "Education", "Northwire");
        sign(velmark, Meaning.EDITED, rosa);
        sign(velmark, Meaning.REVIEWED, newsroom.idris);
        var hospital = story(rosa, "Hospital trust says sorry for 1,140 lost scans", "LOST-SCANS", "Health", "Halden Ledger");
        sign(hospital, Meaning.EDITED, rosa);
        newsroom.clock.pass(Duration.ofMinutes(3));
        done(newsroom.flow.sendBack(hospital.id(), newsroom.idris, newsroom.file(hospital).seen(), "Second source for 1,140, please"));
        story(newsroom.rosa, "Council votes to rebuild the east breakwater", "BREAKWATER-VOTE", "Politics", "Meridian Press");
        var storm = story(ines, "Storm keeps Larnholm harbour shut for a second day", "HARBOUR-STORM", "Weather", "Northwire");
        sign(storm, Meaning.EDITED, ines);
        newsroom.clock.pass(Duration.ofMinutes(21));
        sameEvent("Council votes to rebuild the east breakwater (as it came)", "Breakwater plan passes by nine votes to six", "What the new east wall will cost, and who pays");
        return this;
    }

    /// The window over this newsroom, as the program wires it.
    public MainWindow window(Theme theme, Work work) {
        var store = newsroom.store;
        var times = new Times(newsroom.clock);
        var tallies = new NewsroomTallies(store.wireLines(), store.lines(), Set::of,
                new NewsroomRows(store.wireLines(), store.lines(), store.stories(), store.wire(), store.sameEvents(), store.assignments(), store.people(), times, "en", newsroom.sources()::open), List::of, newsroom.sources()::open);
        var model = new MainViewModel("Quay Post", tallies, List.of(newsroom.rosa, newsroom.ines, newsroom.idris, newsroom.tomas), acting, work);
        var window = new MainWindow(model, theme, work);
        var stories = stories(window, work, () -> model.kept(times.toTheSecond(times.now())));
        window.add(() -> new StoriesView(stories), Place.InQueue.class, Place.FromSource.class);
        window.withPull(new Pulling(work, (_, _) -> new Pulling.Brought(31, 4, 0), window, stories::lookForNew));
        return window;
    }

    /// The stories screen's model over this newsroom.
    public StoriesViewModel stories(MainWindow window, Work work, Runnable changed) {
        return new StoriesViewModel(desk(changed), work, window, window);
    }

    public StoriesViewModel.Desk desk(Runnable changed) {
        var store = newsroom.store;
        var times = new Times(newsroom.clock);
        return new StoriesViewModel.Desk(
                new NewsroomRows(store.wireLines(), store.lines(), store.stories(), store.wire(), store.sameEvents(), store.assignments(), store.people(), times, "en-GB", newsroom.sources()::open),
                new Readings(store.wire(), newsroom.flow, store.people(), times, newsroom.watched()), newsroom.flow, store.wire(),
                new Sitting(newsroom.keyFiles, newsroom.clock), (item, _) -> StoryText.of(item.title(), item.body()),
                galley.screen.stories.Columns.all(), (_, _) -> new Outcome.Done<>("2026/11/17/page.html"), _ -> List.of("2026/11/17/frost.html", "index.html"),
                new AtAWord.Services(this::fullText, new TrendingDesk(store.trendingChoices(), store.stories(), store.people(), store.audit(), store.inOneGo(), newsroom.clock),
                        () -> store.trendingChoices().standing()), acting, times, changed);
    }

    /// The article behind a wire entry, as a page would give it.
    private FullText fullText(UUID entry) {
        var item = newsroom.store.wire().entry(entry).orElseThrow().latest();
        var text = new FullText(UUID.randomUUID(), entry, item.version(), item.link(), newsroom.clock.instant(), item.title(), null, null, "en", null,
                "<p>The whole article: " + item.title() + ".</p><p>And all the rest of it that the feed left out, to the last line.</p>", Hash.hex("page"), Hash.hex("text"), null);
        newsroom.store.wire().keepFullText(text);
        return text;
    }

    public Story story(Person by, String headline, String slugline, String category, String source) {
        newsroom.clock.pass(Duration.ofMinutes(9));
        var entry = deliver(source, headline + " (as it came)", category, "en");
        return done(newsroom.flow.take(entry, by, item -> text(headline, slugline, category, source)));
    }

    public UUID deliver(String source, String title, String category, String language) {
        return deliver(source, title, category, language, null);
    }

    public UUID deliver(String source, String title, String category, String language, @Nullable Instant published) {
        var item = new WireItem(UUID.randomUUID(), UUID.randomUUID(), 1, title, "https://wire.example/" + Hash.hex(title).substring(0, 8), title,
                "Short.", body(language), List.of(), List.of(category), language, null, published, null, newsroom.clock.instant(), null, Hash.hex("raw"),
                Hash.hex(title));
        newsroom.store.wire().deliver(UUID.nameUUIDFromBytes(source.getBytes(java.nio.charset.StandardCharsets.UTF_8)), source,
                List.of(new Wire.Delivery(title, item)));
        return newsroom.store.wire().untaken(Long.MAX_VALUE, 1).getFirst().id();
    }

    /// As the grouping would find it.
    private void sameEvent(String... titles) {
        var all = newsroom.store.sameEvents().after(0, 100);
        var entries = List.of(titles).stream().map(title -> all.stream().filter(r -> r.title().equals(title)).findFirst().orElseThrow().entry()).toList();
        var events = new java.util.HashMap<UUID, UUID>();
        entries.forEach(entry -> events.put(entry, entries.getFirst()));
        newsroom.store.sameEvents().join(events, 0);
    }

    public void sign(Story story, Meaning meaning, Person by) {
        done(newsroom.sign(story, meaning, by));
    }

    private void publish(Story story) {
        newsroom.clock.pass(Duration.ofMinutes(2));
        var now = newsroom.clock.instant();
        done(newsroom.flow.publish(story.id(), newsroom.tomas, file -> new Publication(0, UUID.randomUUID(), story.id(), file.head().id(),
                file.head().digest(), newsroom.tomas.id(), now, now, "https://quay-post.example/frost", "2026/11/17/frost.html", "[]", "{}")));
    }

    private static String body(String language) {
        return switch (language) {
            case "ar" -> "<p>أعلنت سلطة الميناء أن قوارب الصيد ستعود إلى الميناء الشرقي صباح الخميس بعد يومين من العاصفة التي أغلقته.</p>";
            case "ja" -> "<p>市は十七日、東防波堤の復旧工事を週末にも再開する見通しを示した。</p>";
            case "he" -> "<p>הנמל נסגר ביום שלישי ליום שני ברציפות, לאחר שגלים בגובה שישה מטרים שברו את הקיר המזרחי.</p>";
            default -> "<p>As the wire has it, word for word, with the names of two people and one figure.</p><p>More is expected in the course of the day.</p>";
        };
    }

    private static StoryText text(String headline, String slugline, String category, String source) {
        var first = StoryText.of(headline, """
                <p>LARNHOLM – The harbour at Larnholm stayed closed on Tuesday after waves of up to six metres broke over the east wall and \
                threw stones across the fish quay.</p>
                <p>No one was hurt, the harbour office said, but eleven small boats broke their moorings overnight and two sank at the inner pier.</p>
                <h2>What comes next</h2>
                <p>“We will open when the swell drops below two metres, and <em>not an hour earlier</em>,” said the harbour master, Edda Rowe. \
                She expects that on <a href="https://harbour.example/bulletin">Thursday morning</a>.</p>
                <ul><li>Fourteen sailings are cancelled.</li><li>Tickets stay valid for a week.</li></ul>
                <blockquote><p>The wall has done what it was built for, and it will not do it again.</p></blockquote>
                <p>The island line has cancelled all sailings for Tuesday and Wednesday. The lifeboat service asks people to keep off the wall.</p>""");
        return new StoryText(slugline, headline, "Ferries to the outer islands will not sail before Thursday; the lifeboat service asks people to stay off the east wall.",
                "", "", first.body(), List.of(), "", "", List.of(), new galley.story.Source(source, "https://wire.example/"), List.of(), category, List.of(), "en", "");
    }

    public static char[] passphrase() {
        return PASSPHRASE.clone();
    }

    @Override
    public void close() {
        newsroom.close();
    }
}
