package galley.app;

import galley.desk.Newsroom;
import galley.desk.People;
import galley.desk.Person;
import galley.desk.Settings;
import galley.ingest.Cleaner;
import galley.ingest.Feed;
import galley.ingest.FeedFinder;
import galley.ingest.Fetcher;
import galley.ingest.Puller;
import galley.ingest.Subscriptions;
import galley.ingest.extract.ArticleFetch;
import galley.ingest.rule.Action;
import galley.ingest.rule.RuleBook;
import galley.ingest.Terms;
import galley.ingest.rule.RuleTrial;
import galley.notice.Trouble;
import galley.publish.ClaimLedger;
import galley.publish.Exporter;
import galley.publish.ExcerptRule;
import galley.publish.HouseRules;
import galley.publish.ReworkRule;
import galley.publish.SiteWriter;
import galley.publish.SourceDesk;
import galley.publish.TrendingDesk;
import galley.publish.TrustPhrases;
import galley.publish.send.Delivery;
import galley.publish.send.Timetable;
import galley.publish.theme.Theme;
import galley.publish.theme.ThemeFolder;
import galley.signoff.CopyFlow;
import galley.signoff.Enrolment;
import galley.signoff.KeyFiles;
import galley.signoff.KeySet;
import galley.signoff.Outcome;
import galley.signoff.Sitting;
import galley.store.Store;
import galley.story.FirstText;
import galley.story.Grouping;
import galley.story.Rights;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.WireEntry;
import galley.story.WireItem;
import galley.work.Cancel;
import galley.work.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A newsroom that is open: its store and everything wired over it. The one place that names a database.
public final class OpenNewsroom implements AutoCloseable {

    private static final int LATELY = 1000;

    private final Path folder;
    private final Clock clock;
    private final Store store;
    private final KeyFiles keyFiles;
    private final CopyFlow flow;
    private final Sitting sitting;
    private final Enrolment enrolment;
    private final ClaimLedger ledger;
    private final SiteWriter site;
    private final ThemeFolder themeFolder;
    private final Exporter exporter;
    private final Grouping grouping;
    private @Nullable Fetcher fetcher;
    private String fetchersContact = "";

    private OpenNewsroom(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.store = Store.open(folder);
        this.grouping = new Grouping(store.sameEvents(), Cleaner::plainText, clock);
        var keyFolder = folder.resolve("keys");
        this.keyFiles = new KeyFiles(keyFolder, clock);
        this.sitting = new Sitting(keyFiles, clock);
        this.enrolment = new Enrolment(store.people(), store.keys(), store.audit(), store.inOneGo(), keyFiles, keyFolder, clock, Store::newId);
        this.ledger = new ClaimLedger(store.wire(), store.assets());
        this.flow = new CopyFlow(new CopyFlow.Shelves(store.stories(), store.wire(), store.signOffs(), store.margins(), store.assignments(),
                store.keys(), store.audit(), store.people(), store.inOneGo(), this::rightsOf, store.settings()::board, new HouseRules().and(new ExcerptRule(entry -> termsOf(entry).excerpt(), store.wire()))
                        .and(new ReworkRule(ledger))), clock, Store::newId);
        this.themeFolder = new ThemeFolder(folder.resolve("theme"), TrustPhrases::looksLikeOne);
        this.site = new SiteWriter(new SiteWriter.Shelves(store.stories(), store.signOffs(), store.wire(), store.assets(), store.people(), store.keys(),
                store.publishedLines(), store.settings()::board, store.trendingChoices()), this::theme);
        this.exporter = new Exporter(flow, store.stories(), store.audit(), ledger, site, enrolment::newsroomKey, clock, Store::newId);
    }

    /// Opens the newsroom in a folder that has one.
    ///
    /// @throws Trouble when there is none, or it cannot be opened
    public static OpenNewsroom at(Path folder, Clock clock) {
        Store.lost(folder).ifPresent(todo -> {
            throw Trouble.of("The newsroom at " + folder + " has lost its file " + Store.FILE + "; keys or copies of it are still here.", "Nothing was changed.", todo);
        });
        if (!Store.exists(folder)) {
            throw Trouble.of("There is no newsroom at " + folder + ".", "Nothing was changed.",
                    "Make one with “galley init”, or name another with --newsroom.");
        }
        return new OpenNewsroom(folder, clock);
    }

    /// Opens the newsroom in a folder, making an empty one where there is none.
    public static OpenNewsroom atOrNew(Path folder, Clock clock) {
        return new OpenNewsroom(folder, clock);
    }

    /// Takes a wire entry as a story, with the wire's words as its first text.
    public Outcome<Story> take(UUID entry, Person by) {
        var found = store.wire().entry(entry);
        var source = found.map(WireEntry::source).orElse("");
        return flow.take(entry, by, item -> firstText(found.map(store.wire()::fullest).filter(full -> full.version() == item.version()).orElse(item), source));
    }

    /// The words a story starts with when this item is taken.
    ///
    /// @param source the outlet's printed name
    public StoryText firstText(WireItem item, String source) {
        var credit = termsOf(item.entry()).credit();
        var text = FirstText.of(item, credit.isEmpty() ? source : credit, settings().newsroom().map(Newsroom::language).orElse("en"), Cleaner::storyMarkup);
        return store.rules().sent(item.entry()).map(sent -> text.withFurniture(text.slugline(), sent.category().orElse(text.category()), tags(sent.tags(), text.tags()), text.language(),
                notes(sent.desk().orElse(""), termsOf(item.entry()).licence()))).orElse(text);
    }

    /// What an editor should know before the first word.
    private static String notes(String desk, String licence) {
        return Stream.of(desk.isEmpty() ? "" : "For the desk: " + desk, licence.isEmpty() ? "" : "Licence of the wire: " + licence).filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private Terms termsOf(UUID entry) {
        return store.wire().entry(entry).map(e -> store.terms().of(e.feed())).orElse(Terms.NONE);
    }

    /// What the rules said first, then the source's own.
    private static List<String> tags(List<String> routed, List<String> own) {
        return Stream.concat(routed.stream(), own.stream()).distinct().toList();
    }

    private Rights rightsOf(UUID entry) {
        return store.wire().entry(entry).flatMap(e -> store.feeds().byId(e.feed())).map(Feed::rights).orElse(Rights.UNSTATED);
    }

    /// The newsroom's own settings.
    ///
    /// @throws Trouble before it has a name
    public Newsroom newsroom() {
        return settings().newsroom().orElseThrow(() -> Trouble.of("The newsroom at " + folder + " has no name yet.", "Nothing was changed.",
                "Name it with “galley init --name NAME”."));
    }

    /// The public keys as readers get them.
    public KeySet keySet() {
        var newsroom = newsroom();
        return KeySet.of(store.keys().all(), people(), settings().board(), newsroom.name(), newsroom.site().toString());
    }

    public Path folder() {
        return folder;
    }

    public Clock clock() {
        return clock;
    }

    public Store store() {
        return store;
    }

    public People people() {
        return store.people();
    }

    public Settings settings() {
        return store.settings();
    }

    public CopyFlow flow() {
        return flow;
    }

    public Sitting sitting() {
        return sitting;
    }

    public Enrolment enrolment() {
        return enrolment;
    }

    /// One for the whole program, so that connections are used again; a new one when the newsroom's contact changes.
    public synchronized Fetcher fetcher() {
        var contact = settings().newsroom().map(Newsroom::contact).orElse("");
        if (fetcher == null || !contact.equals(fetchersContact)) {
            if (fetcher != null) {
                fetcher.closeWhenIdle();
            }
            fetcher = new Fetcher(contact);
            fetchersContact = contact;
        }
        return fetcher;
    }

    /// Pulls feeds; the user agent names how to reach this newsroom.
    public Puller puller() {
        return new Puller(store.forPulling(), fetcher(), clock);
    }

    /// Fetches the articles behind wire items.
    public ArticleFetch articles() {
        return new ArticleFetch(store.wire(), store.feeds(), fetcher(), clock, Store::newId);
    }

    /// After a pull: what reports the same event is grouped, and the articles that feeds' settings ask for are fetched.
    public void afterPull(Cancel cancel) {
        afterPull(true, cancel);
    }

    /// The same for a program that ends with the pull: to group, it has to read the reports of three days first, so it does so only
    /// when something came.
    public void afterPull(boolean brought, Cancel cancel) {
        if (brought) {
            grouping.catchUp();
        }
        boolean rules = store.rules().all().stream().anyMatch(rule -> rule.on() && rule.then().stream().anyMatch(action -> action.kind() == Action.Kind.FULL_TEXT));
        if (rules || store.feeds().all().stream().anyMatch(feed -> feed.wishes().fullText() == Feed.FullText.WHEN_SHORT)) {
            articles().fetchWanted(store.wire().untaken(Long.MAX_VALUE, LATELY), entry -> rules && store.rules().sent(entry).filter(RuleBook.Sent::fullText).isPresent(), cancel);
        }
    }

    /// Finds feeds behind pasted addresses. Close it after use.
    public FeedFinder finder() {
        return FeedFinder.impatient(settings().newsroom().map(Newsroom::contact).orElse(""));
    }

    /// Brings lists of subscriptions in and out.
    public Subscriptions subscriptions() {
        return new Subscriptions(store.feeds(), settings(), store.inOneGo(), clock, Store::newId);
    }

    /// Tries rules on what is on the wire.
    public RuleTrial ruleTrial() {
        return new RuleTrial(store.wire(), clock, Cleaner::plainText);
    }

    /// What editors say of the trending list.
    public TrendingDesk trending() {
        return new TrendingDesk(store.trendingChoices(), store.stories(), store.people(), store.audit(), store.inOneGo(), clock);
    }

    /// What the sources of stories did since.
    public SourceDesk sources() {
        return new SourceDesk(store.sourceChanges(clock), store.evidenceChecks(), flow, store.wire(), store.assets(), store.audit(), store.inOneGo(), clock);
    }

    public ClaimLedger ledger() {
        return ledger;
    }

    public SiteWriter site() {
        return site;
    }

    public Exporter exporter() {
        return exporter;
    }

    /// Brings the site to folders, zips, servers and buckets.
    public Delivery delivery(Map<String, String> environment) {
        return new Delivery(folder, environment, clock);
    }

    /// Exports set for a time.
    public Timetable timetable(Delivery delivery) {
        return new Timetable(store.plannedExports(), store.stories(), store.people(), store.audit(), store.inOneGo(), (stories, to, by, cancel) -> delivery.deliver(to,
                (place, watcher) -> exporter.export(stories, place, by, false, newsroom(), watcher, cancel), false, Progress.Watcher.NONE, cancel), clock);
    }

    /// The newsroom's own look, as its folder says it now.
    public Theme theme(Newsroom newsroom) {
        return themeFolder.now(Map.of("newsroom", newsroom.name(), "site", newsroom.site().toString(), "contact", newsroom.contact(), "licence", newsroom.licence()));
    }

    /// The copies beside this newsroom.
    public Backups backups() {
        return new Backups(folder, clock);
    }

    public KeyFiles keyFiles() {
        return keyFiles;
    }

    @Override
    public void close() {
        if (fetcher != null) {
            fetcher.close();
        }
        store.close();
    }
}
