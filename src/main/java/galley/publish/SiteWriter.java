package galley.publish;

import galley.desk.Board;
import galley.desk.Newsroom;
import galley.desk.People;
import galley.desk.Person;
import galley.desk.Role;
import galley.publish.SitePlan.Item;
import galley.publish.page.ArticlePage;
import galley.publish.page.ArticleView;
import galley.publish.page.Claim;
import galley.publish.page.Ninjs;
import galley.publish.page.SignatureLine;
import galley.publish.page.SiteMark;
import galley.publish.page.SitePaths;
import galley.publish.page.StoryBody;
import galley.publish.theme.Theme;
import galley.signoff.Header;
import galley.signoff.PublicKeyRecord;
import galley.signoff.SignOff;
import galley.signoff.SignOffs;
import galley.signoff.StoryFile;
import galley.story.CanonicalText;
import galley.story.Assets;
import galley.story.Publication;
import galley.story.PublishedLine;
import galley.story.Stories;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.Wire;
import galley.work.Cancel;
import galley.work.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the files of the site from the newsroom's records: what was published last of each story, and the pages around it.
/// The same records give the same bytes. Only files whose makings changed are made again; see [SitePlan].
public final class SiteWriter {

    /// Stories whose texts are in memory at once, for each processor.
    private static final int BATCH = 32;

    private final Shelves shelves;
    private final PublishedStories published;
    private final SitePictures pictures;
    private final Function<Newsroom, Theme> theme;
    /// Only whoever writes a site uses it; [Exporter] lets one at a time.
    private final PlanMemory memory = new PlanMemory();

    /// What a site is made from.
    public record Shelves(Stories stories, SignOffs signOffs, Wire wire, Assets assets, People people, PublicKeyRecord.Keys keys,
                          PublishedLine.Lines published, Supplier<Board> board, TrendingDesk.Choices choices) {

        /// Where nobody says anything of the trending list.
        public Shelves(Stories stories, SignOffs signOffs, Wire wire, Assets assets, People people, PublicKeyRecord.Keys keys,
                       PublishedLine.Lines published, Supplier<Board> board) {
            this(stories, signOffs, wire, assets, people, keys, published, board, TrendingDesk.Choices.none());
        }
    }

    public SiteWriter(Shelves shelves) {
        this(shelves, newsroom -> Theme.NONE);
    }

    /// @param theme the newsroom's own look, as it is now
    public SiteWriter(Shelves shelves, Function<Newsroom, Theme> theme) {
        this.shelves = shelves;
        this.theme = theme;
        this.published = new PublishedStories(shelves.published());
        this.pictures = new SitePictures(shelves.assets());
    }

    /// Brings the folder to what the records say. Answers how many files were removed.
    int write(SiteFolder files, Newsroom newsroom, boolean forceAll, Progress.Watcher watcher, Cancel cancel) {
        var planner = planner(newsroom, published.now(), memory);
        var plan = planner.plan();
        files.look(plan);
        var due = files.due(plan, forceAll);
        files.countUnchanged(plan.size() - due.size());
        try {
            make(due, planner, files, forceAll, watcher, cancel);
            return files.finish(plan);
        } finally {
            files.close();
        }
    }

    /// Every file of the site that would change or go if this story were withdrawn: its "blast radius".
    public List<String> touchedBy(UUID story, Newsroom newsroom) {
        var lines = published.now();
        var with = planner(newsroom, lines).plan();
        var without = planner(newsroom, lines.stream().filter(line -> !line.story().equals(story)).toList()).plan();
        return with.differencesTo(without).stream().sorted().toList();
    }

    /// A story, and the publication that an export would keep of it.
    record Soon(StoryFile file, Publication publication) {}

    /// What bringing a folder to the records would change in it.
    record Change(List<String> written, int unchanged, List<String> removed, List<String> strangers) {}

    /// Looks what [#write] would do once these stories were published.
    Change wouldChange(SiteFolder files, Newsroom newsroom, List<Soon> soon, boolean forceAll) {
        var lines = published.now();
        if (!soon.isEmpty()) {
            var changed = new ArrayList<PublishedLine>();
            soon.forEach(s -> changed.add(wouldBe(s.file(), s.publication(), s.file().head().text())));
            var ids = changed.stream().map(PublishedLine::story).collect(java.util.stream.Collectors.toSet());
            lines.stream().filter(line -> !ids.contains(line.story())).forEach(changed::add);
            changed.sort(PublishedStories.NEWEST_FIRST);
            lines = changed;
        }
        var plan = planner(newsroom, lines).plan();
        var written = new ArrayList<String>();
        var strangers = new ArrayList<String>();
        plan.all().forEach(item -> {
            if (files.isStrangers(item.path())) {
                strangers.add(item.path());
            } else if (forceAll || !files.has(item.path(), item.key())) {
                written.add(item.path());
            }
        });
        var wanted = plan.byPath().keySet();
        var removed = files.ours().stream().filter(path -> !wanted.contains(path)).sorted().toList();
        return new Change(written, plan.size() - written.size() - strangers.size(), removed, strangers);
    }

    private SitePlanner planner(Newsroom newsroom, List<PublishedLine> lines) {
        return planner(newsroom, lines, new PlanMemory());
    }

    private SitePlanner planner(Newsroom newsroom, List<PublishedLine> lines, PlanMemory memory) {
        return new SitePlanner(newsroom, lines, shelves, pictures, theme.apply(newsroom), memory);
    }

    // ---- making

    private void make(List<Item> due, SitePlanner planner, SiteFolder files, boolean forceAll, Progress.Watcher watcher, Cancel cancel) {
        var stories = new ArrayList<Item.OfStory>();
        var others = new ArrayList<Item.Other>();
        due.forEach(item -> {
            switch (item) {
                case Item.OfStory ofStory -> stories.add(ofStory);
                case Item.Other other -> others.add(other);
            }
        });
        var jobs = new ArrayList<Callable<Integer>>();
        for (int from = 0; from < stories.size(); from += BATCH) {
            var batch = stories.subList(from, Math.min(from + BATCH, stories.size()));
            jobs.add(() -> {
                makeStories(batch, planner, files, forceAll);
                return batch.size();
            });
        }
        inParallel(jobs, due.size(), 0, watcher, cancel);
        // Lists come after the pages they name.
        var rest = new ArrayList<Callable<Integer>>();
        others.forEach(item -> rest.add(() -> {
            var bytes = item.made().get();
            if (bytes != null) {
                files.put(item.path(), item.key(), bytes, forceAll);
            } else {
                files.leftOut();
            }
            return 1;
        }));
        inParallel(rest, due.size(), stories.size(), watcher, cancel);
    }

    private void makeStories(List<Item.OfStory> batch, SitePlanner planner, SiteFolder files, boolean forceAll) {
        var wanted = new LinkedHashMap<Long, List<Item.OfStory>>();
        batch.forEach(item -> wanted.computeIfAbsent(item.line().row(), r -> new ArrayList<>(2)).add(item));
        var lines = wanted.values().stream().map(items -> items.getFirst().line()).toList();
        for (var copy : published.copies(lines)) {
            var items = wanted.get(copy.line().row());
            var view = view(copy, SignedWords.checked(copy), items.getFirst(), planner);
            var body = StoryBody.of(copy.text().body());
            for (var item : items) {
                var made = item.isPage() ? Preflight.passed(ArticlePage.bytes(view, body, planner.site(item.live())))
                        : Ninjs.render(view, body, planner.site(true)).getBytes(StandardCharsets.UTF_8);
                files.put(item.path(), item.key(), made, forceAll);
            }
        }
    }

    private static void inParallel(List<Callable<Integer>> jobs, int total, int before, Progress.Watcher watcher, Cancel cancel) {
        var next = new AtomicInteger();
        var done = new AtomicInteger(before);
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < jobs.size(); i = next.getAndIncrement()) {
                cancel.check();
                watcher.see(new Progress(done.addAndGet(jobs.get(i).call()), total, ""));
            }
            return null;
        };
        int hands = Math.min(jobs.size(), Runtime.getRuntime().availableProcessors());
        try (var pool = Executors.newFixedThreadPool(Math.max(1, hands), Thread.ofPlatform().daemon().name("export-", 0).factory())) {
            var answers = new ArrayList<java.util.concurrent.Future<Void>>();
            for (int i = 0; i < hands; i++) {
                answers.add(pool.submit(worker));
            }
            for (var answer : answers) {
                try {
                    answer.get();
                } catch (ExecutionException e) {
                    next.set(jobs.size());
                    throw e.getCause() instanceof RuntimeException told ? told : new IllegalStateException(e.getCause());
                } catch (InterruptedException e) {
                    next.set(jobs.size());
                    Thread.currentThread().interrupt();
                    throw new java.util.concurrent.CancellationException("stopped");
                }
            }
        }
    }

    // ---- an article

    private ArticleView view(PublishedLine.Copy copy, SignedWords signed, Item.OfStory item, SitePlanner planner) {
        var line = copy.line();
        var text = copy.text();
        var report = text.source() == null || copy.wireHeadline() == null ? null : new ArticleView.Report(copy.wireHeadline(), copy.wirePublished(), null);
        return new ArticleView(line.story(), line.path(), text, pictures.of(text), report, signed.claims(),
                signatures(signed.headers(), line.at(), planner), copy.signoff(), planner.related(item), List.of(),
                line.firstAt(), line.version() > 1 ? line.at() : null, line.version());
    }

    /// The page of a story exactly as it would be exported now, and its pictures by path. Only the signature block and those claims
    /// that need a signature are missing until they exist.
    public Preview preview(StoryFile file, List<Claim> claims, Newsroom newsroom, Instant now) {
        var planner = planner(newsroom, published.now().stream().filter(line -> !line.story().equals(file.story().id())).toList());
        planner.plan();
        var text = file.text();
        var before = file.lastPublication();
        var first = before.map(Publication::firstAt).orElse(now);
        var path = before.map(Publication::path).orElseGet(() -> SitePaths.article(first, newsroom.zone(), text.headline(), text.slugline(), ""));
        var signatures = new ArrayList<SignatureLine>();
        file.standing().printedEdit().ifPresent(s -> signatures.add(line(s, SignatureLine.Role.EDITED)));
        file.reviewed().ifPresent(s -> signatures.add(line(s, SignatureLine.Role.REVIEWED)));
        if (file.isVerifiedByBoard()) {
            file.standing().boardSigned().forEach(s -> signatures.add(line(s, SignatureLine.Role.BOARD)));
        }
        var view = new ArticleView(file.story().id(), path, text, pictures.of(text), report(file.story(), text), claims, signatures, null,
                planner.relatedTo(text.category(), text.tags()), List.of(), first, before.map(b -> now).orElse(null), file.publications().size() + 1);
        return new Preview(path, ArticlePage.render(view, planner.site(true)), pictures.bytes(text));
    }

    /// The very page that an export would write for this publication, whether it is kept already or not.
    public Preview exact(StoryFile file, Publication publication, Newsroom newsroom) {
        var text = file.revisions().stream().filter(r -> r.id().equals(publication.revision())).findFirst().orElseThrow().text();
        var known = published.now();
        var line = known.stream().filter(l -> l.publication().equals(publication.id())).findFirst().orElseGet(() -> wouldBe(file, publication, text));
        var lines = new ArrayList<PublishedLine>();
        lines.add(line);
        known.stream().filter(l -> !l.story().equals(line.story())).forEach(lines::add);
        lines.sort(PublishedStories.NEWEST_FIRST);
        var planner = planner(newsroom, lines);
        var item = planner.plan().byPath().get(line.path()) instanceof Item.OfStory ofStory ? ofStory : null;
        if (item == null) {
            throw new IllegalStateException("The plan has no page " + line.path() + ".");
        }
        var wire = file.story().entry() == null ? null : shelves.wire().versions(file.story().entry()).getFirst();
        var copy = new PublishedLine.Copy(line, text, publication.claims(), publication.signoff(), wire == null ? null : wire.title(),
                wire == null ? null : wire.published());
        var view = view(copy, SignedWords.of(copy), item, planner);
        return new Preview(line.path(), ArticlePage.render(view, planner.site(item.live())), pictures.bytes(text));
    }

    /// A published page as one file, and its article for pasting elsewhere.
    Exporter.Alone alone(StoryFile file, Publication publication, Newsroom newsroom) {
        var page = exact(file, publication, newsroom);
        var files = new java.util.TreeMap<>(theme.apply(newsroom).files());
        files.putAll(theme.apply(newsroom).marks());
        files.putIfAbsent(SiteMark.ICON, SiteMark.file(SiteMark.ICON, newsroom.name()));
        files.putAll(page.pictures());
        var single = new SingleFile(page.html(), files, page.path(), newsroom.site());
        // The whole page is made last: the article is taken from what the site has.
        var fragment = single.fragment();
        return new Exporter.Alone(page.path(), single.page(), fragment);
    }

    /// The line that a publication will have once it is kept: the newest.
    private static PublishedLine wouldBe(StoryFile file, Publication publication, StoryText text) {
        var texts = new java.util.LinkedHashSet<String>();
        file.publications().forEach(p -> texts.add(p.digest()));
        texts.add(publication.digest());
        var begins = CanonicalText.of(text).body();
        var signed = new ArrayList<PublishedLine.Signed>();
        file.standing().printedEdit().ifPresent(s -> signed.add(new PublishedLine.Signed(s.person(), s.meaning().code())));
        file.reviewed().ifPresent(s -> signed.add(new PublishedLine.Signed(s.person(), s.meaning().code())));
        return new PublishedLine(file.story().id(), file.story().row(), Long.MAX_VALUE, publication.id(), publication.revision(), publication.firstAt(),
                publication.at(), publication.path(), texts.size(), text.headline(), text.slugline(), text.standfirst(), begins.isEmpty() ? "" : begins.getFirst(),
                text.category(), text.tags(), text.source() == null ? "" : text.source().name(), text.language(), text.pictures(), text.corrections(), signed, null);
    }

    /// @param pictures bytes by path inside the site
    public record Preview(String path, String html, Map<String, byte[]> pictures) {}

    private ArticleView.@Nullable Report report(Story story, StoryText text) {
        if (story.entry() == null || text.source() == null) {
            return null;
        }
        var first = shelves.wire().versions(story.entry()).getFirst();
        return new ArticleView.Report(first.title(), first.published(), null);
    }

    /// The signatures as the signed headers themselves say them.
    private static List<SignatureLine> signatures(List<Header> headers, Instant publishedAt, SitePlanner planner) {
        var lines = new ArrayList<SignatureLine>();
        for (var header : headers) {
            var role = role(String.valueOf(header.role()));
            var kid = String.valueOf(header.kid());
            if (role == SignatureLine.Role.PUBLISHED) {
                lines.add(new SignatureLine(role, planner.newsroom().name(), SignatureLine.Signer.NEWSROOM, null, null, publishedAt, "", kid));
            } else {
                lines.add(line(role, String.valueOf(header.name()), planner.signer(kid), Instant.ofEpochSecond(header.iat()),
                        header.meaning() == null ? "" : header.meaning(), kid));
            }
        }
        return lines;
    }

    private static SignatureLine.Role role(String role) {
        return switch (role) {
            case "editor" -> SignatureLine.Role.EDITED;
            case "reviewer" -> SignatureLine.Role.REVIEWED;
            case "publisher" -> SignatureLine.Role.PUBLISHED;
            default -> SignatureLine.Role.BOARD;
        };
    }

    private SignatureLine line(SignOff signOff, SignatureLine.Role role) {
        return line(role, signOff.printedAs(), shelves.people().byId(signOff.person()).orElse(null), signOff.at(), signOff.meaning().words(), signOff.kid());
    }

    private static SignatureLine line(SignatureLine.Role role, String printedAs, @Nullable Person person, Instant at, String meaning, String kid) {
        boolean own = person != null && person.name().equals(printedAs);
        var signer = own ? SignatureLine.Signer.PERSON : isRole(printedAs) ? SignatureLine.Signer.ROLE : SignatureLine.Signer.TEAM;
        // A credit stands for the person: their page would say who it was.
        return new SignatureLine(role, printedAs, signer, own ? SitePaths.person(person.name()) : null, own ? job(person) : null, at, meaning, kid);
    }

    private static boolean isRole(String credit) {
        return java.util.Arrays.stream(Role.values()).anyMatch(r -> r.words().equalsIgnoreCase(credit));
    }

    private static String job(Person person) {
        var words = (person.isSenior() ? Role.SENIOR_EDITOR : Role.EDITOR).words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
