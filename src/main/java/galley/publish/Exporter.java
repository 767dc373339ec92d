package galley.publish;

import galley.desk.Newsroom;
import galley.desk.Person;
import galley.publish.page.Claim;
import galley.publish.page.PageWords;
import galley.publish.page.SitePaths;
import galley.signoff.AuditLog;
import galley.signoff.CopyFlow;
import galley.signoff.Header;
import galley.signoff.Jws;
import galley.signoff.KeyFiles;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Reason;
import galley.signoff.SignOff;
import galley.signoff.StoryFile;
import galley.story.BlockText;
import galley.story.Hash;
import galley.story.Json;
import galley.story.Publication;
import galley.story.Stories;
import galley.work.Cancel;
import galley.work.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Publishes stories that both people have passed, and writes the site.
///
/// Publishing is a record first: the newsroom's key signs what the page will say around the people's words, and that is kept in the
/// newsroom. The site's files follow from the records and can be written again at any time, so a kill in between loses nothing.
public final class Exporter {

    private final CopyFlow flow;
    private final Stories stories;
    private final AuditLog audit;
    private final ClaimLedger ledger;
    private final SiteWriter site;
    private final Function<String, KeyFiles.OpenKey> newsroomKey;
    private final Clock clock;
    private final Supplier<UUID> newId;
    private final Map<Path, SiteFolder> folders = new HashMap<>();

    /// @param newsroomKey opens the newsroom's own key, given its printed name
    public Exporter(CopyFlow flow, Stories stories, AuditLog audit, ClaimLedger ledger, SiteWriter site,
                    Function<String, KeyFiles.OpenKey> newsroomKey, Clock clock, Supplier<UUID> newId) {
        this.flow = flow;
        this.stories = stories;
        this.audit = audit;
        this.ledger = ledger;
        this.site = site;
        this.newsroomKey = newsroomKey;
        this.clock = clock;
        this.newId = newId;
    }

    /// What an export did.
    ///
    /// @param pages paths of the pages of the stories that were published now
    /// @param strangers files that lie where ours should and are not ours; they were left alone
    public record Report(int written, int unchanged, int removed, List<Refused> refused, List<String> pages, List<String> strangers) {}

    /// A story that was not published, and every reason.
    public record Refused(UUID id, String headline, List<Reason> reasons) {

        /// A killed story is never published again, but its notice has to reach the site.
        boolean killed() {
            return reasons.stream().anyMatch(reason -> reason.why() == Reason.Why.KILLED);
        }
    }

    /// Where every story that was named is refused, nothing was asked for that may be done, and the site is left as it is.
    ///
    /// @param ids the stories to publish; empty for all that are ready
    /// @param folder the site's folder
    /// @param forceAll write every file again, equal or not
    public Report export(List<UUID> ids, Path folder, Person by, boolean forceAll, Newsroom newsroom, Progress.Watcher watcher, Cancel cancel) {
        var key = newsroomKey.apply(newsroom.name());
        synchronized (this) {
            // Opened first: a folder that cannot be written must not leave stories published nowhere.
            var files = open(folder, key.kid());
            var refused = new ArrayList<Refused>();
            var pages = new ArrayList<String>();
            for (var id : ids.isEmpty() ? stories.reviewedSincePublished() : ids) {
                cancel.check();
                publish(id, ids.isEmpty(), by, newsroom, key, refused, pages);
            }
            if (!refused.isEmpty() && refused.size() == ids.size() && refused.stream().noneMatch(Refused::killed)) {
                return new Report(0, 0, 0, List.copyOf(refused), List.of(), List.of());
            }
            int removed = site.write(files, newsroom, forceAll, watcher, cancel);
            return new Report(files.written(), files.unchanged(), removed, List.copyOf(refused), List.copyOf(pages), files.strangers());
        }
    }

    /// A story's page as an export would write it now, and every reason why it may not be exported.
    ///
    /// @param exact whether these are the very bytes; a page that may not be exported lacks the signatures it waits for
    public record Shown(SiteWriter.Preview page, List<Reason> against, boolean exact, boolean published) {}

    /// Makes a story's page without keeping or writing anything.
    public Shown preview(StoryFile file, Person by, Newsroom newsroom) {
        var against = flow.againstExport(file, by);
        if (isPublishedAsItStands(file)) {
            return new Shown(site.exact(file, file.lastPublication().orElseThrow(), newsroom), List.of(), true, true);
        }
        if (against.isEmpty()) {
            return new Shown(site.exact(file, publication(file, by, newsroom, newsroomKey.apply(newsroom.name()), null), newsroom), against, true, false);
        }
        var now = clock.instant();
        var first = file.lastPublication().map(Publication::firstAt).orElse(now);
        var words = PageWords.in(file.text().language(), newsroom.language(), newsroom.zone());
        var claims = ledger.claims(file, words, new ClaimLedger.Dates(first, now, file.lastPublication().isPresent()));
        return new Shown(site.preview(file, claims, newsroom, now), against, false, false);
    }

    /// A published story outside the site.
    ///
    /// @param path of its page on the site
    /// @param page the whole page, pictures in it; it verifies as the one on the site does
    /// @param article the article in plain elements, for pasting into another system
    public record Alone(String path, String page, String article) {}

    /// Publishes a story, unless it is published as it stands, and makes its page as one file.
    public Outcome<Alone> alone(UUID id, Person by, Newsroom newsroom) {
        var key = newsroomKey.apply(newsroom.name());
        synchronized (this) {
            if (flow.file(id).filter(file -> file.story().kill() != null).isPresent()) {
                return new Outcome.Refused<>(List.of(new Reason(Reason.Why.KILLED, "This story was killed; only its notice stands on the site.")));
            }
            var refused = new ArrayList<Refused>();
            publish(id, false, by, newsroom, key, refused, new ArrayList<>());
            if (!refused.isEmpty()) {
                return new Outcome.Refused<>(refused.getFirst().reasons());
            }
            var file = flow.file(id).orElseThrow();
            return new Outcome.Done<>(site.alone(file, file.lastPublication().orElseThrow(), newsroom));
        }
    }

    /// What is on the site of a story, as one file. What is not on the site as it stands is refused: nothing unsigned leaves the newsroom.
    public Outcome<Alone> aloneAsPublished(UUID id, Newsroom newsroom) {
        var file = flow.file(id).orElseThrow(() -> galley.notice.Trouble.of("There is no story " + id + ".", "Nothing was made.", "List the stories again."));
        if (!isPublishedAsItStands(file)) {
            return new Outcome.Refused<>(List.of(new Reason(Reason.Why.NOT_PUBLISHED, "This text is not on the site yet; export it first.")));
        }
        return new Outcome.Done<>(site.alone(file, file.lastPublication().orElseThrow(), newsroom));
    }

    /// What an export would do.
    ///
    /// @param pages of the stories that would be published
    /// @param written paths that would be made anew or for the first time
    /// @param removed paths that would go
    /// @param newsroom thumbprint of its key
    public record Trial(List<String> pages, List<Refused> refused, List<String> written, int unchanged, List<String> removed, List<String> strangers, String newsroom) {}

    /// Looks what an export would do, and does nothing: no story is published, no file written.
    public Trial trial(List<UUID> ids, Path folder, Person by, boolean forceAll, Newsroom newsroom) {
        var key = newsroomKey.apply(newsroom.name());
        var refused = new ArrayList<Refused>();
        var soon = new ArrayList<SiteWriter.Soon>();
        for (var id : ids.isEmpty() ? stories.reviewedSincePublished() : ids) {
            var file = flow.file(id).orElseThrow(() -> galley.notice.Trouble.of("There is no story " + id + ".", "Nothing was exported.", "List the stories again."));
            var against = flow.againstExport(file, by);
            if (isPublishedAsItStands(file) || ids.isEmpty() && !against.isEmpty()) {
                continue;
            }
            if (against.isEmpty()) {
                soon.add(new SiteWriter.Soon(file, publication(file, by, newsroom, key, null)));
            } else {
                refused.add(new Refused(id, file.text().headline(), against));
            }
        }
        var files = SiteFolder.toLookAt(folder.toAbsolutePath().normalize(), key.kid());
        var looked = site.wouldChange(files, newsroom, soon, forceAll);
        return new Trial(soon.stream().map(s -> s.publication().path()).toList(), List.copyOf(refused), looked.written(), looked.unchanged(), looked.removed(),
                looked.strangers(), key.kid());
    }

    /// Brings the folder to what the records say, without publishing anything.
    public Report refresh(Path folder, Newsroom newsroom, Progress.Watcher watcher, Cancel cancel) {
        var key = newsroomKey.apply(newsroom.name());
        synchronized (this) {
            var files = open(folder, key.kid());
            int removed = site.write(files, newsroom, false, watcher, cancel);
            return new Report(files.written(), files.unchanged(), removed, List.of(), List.of(), files.strangers());
        }
    }

    private void publish(UUID id, boolean onlyIfReady, Person by, Newsroom newsroom, KeyFiles.OpenKey key, List<Refused> refused, List<String> pages) {
        var file = flow.file(id).orElseThrow(() -> galley.notice.Trouble.of("There is no story " + id + ".", "Nothing was exported.", "List the stories again."));
        if (isPublishedAsItStands(file) || onlyIfReady && !flow.againstExport(file, by).isEmpty()) {
            return;
        }
        switch (flow.publish(id, by, now -> publication(now, by, newsroom, key, null))) {
            case Outcome.Done<Publication> done -> pages.add(done.value().path());
            case Outcome.Refused<Publication> no -> refused.add(new Refused(id, file.text().headline(), no.reasons()));
            case Outcome.Overtaken<Publication> moved -> refused.add(new Refused(id, file.text().headline(),
                    List.of(new Reason(Reason.Why.OVERTAKEN, moved.words()))));
        }
    }

    /// A folder that this program has exported to before is known; see [SiteFolder#begin()].
    private SiteFolder open(Path folder, String newsroom) {
        var place = folder.toAbsolutePath().normalize();
        var known = folders.get(place);
        if (known == null) {
            known = new SiteFolder(place, newsroom);
            folders.put(place, known);
        } else {
            known.begin();
        }
        return known;
    }

    /// Publishes one story before its second review and writes the site. Its page says so, until another senior editor has reviewed it
    /// and it is exported again.
    ///
    /// @param reason typed by the person; kept in the record and the audit log
    public Report exportBeforeReview(UUID id, Path folder, Person by, String reason, Newsroom newsroom, Progress.Watcher watcher, Cancel cancel) {
        var key = newsroomKey.apply(newsroom.name());
        synchronized (this) {
            var files = open(folder, key.kid());
            var outcome = flow.publishBeforeReview(id, by, reason, now -> publication(now, by, newsroom, key, BlockText.of(reason)));
            if (!(outcome instanceof Outcome.Done<Publication> done)) {
                var headline = flow.file(id).map(f -> f.text().headline()).orElse("");
                var reasons = outcome instanceof Outcome.Refused<Publication> no ? no.reasons() : List.of(new Reason(Reason.Why.OVERTAKEN, outcome.whyNot()));
                return new Report(0, 0, 0, List.of(new Refused(id, headline, reasons)), List.of(), List.of());
            }
            int removed = site.write(files, newsroom, false, watcher, cancel);
            return new Report(files.written(), files.unchanged(), removed, List.of(), List.of(done.value().path()), files.strangers());
        }
    }

    /// A page that owes its review is not done with when the review has come: it still says that it was printed before.
    private static boolean isPublishedAsItStands(StoryFile file) {
        return file.lastPublication().map(p -> p.digest().equals(file.digest()) && (!p.isBeforeReview() || file.reviewed().isEmpty())
                && !mayNowSayBoard(file, p)).orElse(false);
    }

    /// The board verified what is published already: the page may say so now.
    private static boolean mayNowSayBoard(StoryFile file, Publication published) {
        return file.isVerifiedByBoard() && !published.claims().contains(Claim.Kind.BOARD.name());
    }

    /// @param emergency the typed reason for printing before the second review; null when both have signed
    private Publication publication(StoryFile file, Person by, Newsroom newsroom, KeyFiles.OpenKey key, @Nullable String emergency) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var before = file.lastPublication();
        Instant first = before.map(Publication::firstAt).orElse(now);
        var text = file.head().text();
        var path = before.map(Publication::path).orElseGet(() -> freePath(file, first, newsroom));
        var url = SitePaths.canonical(newsroom.site(), path);
        var words = PageWords.in(text.language(), newsroom.language(), newsroom.zone());
        var claims = ledger.claims(file, words, new ClaimLedger.Dates(first, now, file.publications().stream().anyMatch(p -> !p.digest().equals(file.digest())), emergency != null));
        var signoff = signed(signatures(file, emergency != null), claims, file, new Address(url, first, now), emergency != null, key);
        return new Publication(0, newId.get(), file.story().id(), file.head().id(), file.head().digest(), by.id(), first, now, url, path,
                Json.write(claims), signoff.json(), emergency);
    }

    /// The page's address: from its first headline, kept for good; another story's address is never taken.
    private String freePath(StoryFile file, Instant first, Newsroom newsroom) {
        var text = file.head().text();
        var path = SitePaths.article(first, newsroom.zone(), text.headline(), text.slugline(), "");
        for (int i = 2; stories.isAddressTaken(path); i++) {
            path = SitePaths.article(first, newsroom.zone(), text.headline(), text.slugline(), String.valueOf(i));
        }
        return path;
    }

    private record Address(String url, Instant published, Instant modified) {}

    /// The edit, the review of it, and what the board's members signed where there are enough of them.
    private static List<SignOff> signatures(StoryFile file, boolean beforeReview) {
        if (beforeReview) {
            return List.of(file.edited().orElseThrow());
        }
        var reviewed = file.reviewed().orElseThrow();
        var signed = new ArrayList<>(List.of(file.standing().editedOf(reviewed).orElseThrow(), reviewed));
        if (file.isVerifiedByBoard()) {
            signed.addAll(file.standing().boardSigned());
        }
        return signed;
    }

    /// The people's signatures, and over them the newsroom's: address, dates, every generated line, and where the audit log stood.
    private Jws.Block signed(List<SignOff> people, List<Claim> claims, StoryFile file, Address address, boolean beforeReview, KeyFiles.OpenKey key) {
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "Ed25519");
        header.put("kid", key.kid());
        header.put("typ", "newsroom-signoff+jws");
        header.put("role", "publisher");
        header.put("iat", address.modified().getEpochSecond());
        header.put("prev", people.getLast().jws().hash());
        header.put("url", address.url());
        header.put("published", address.published().toString());
        header.put("modified", address.modified().toString());
        audit.last().ifPresent(last -> header.put("audit", Map.of("seq", last.sequence(), "hash", last.hash())));
        var digests = new LinkedHashMap<String, List<String>>();
        claims.forEach(c -> digests.put(c.kind().code(), c.blocks().stream().map(b -> Hash.base64Url(galley.story.BlockText.of(b))).toList()));
        header.put("claims", digests);
        if (people.getLast().meaning() == Meaning.BOARD) {
            header.put("board", new Header.Quorum(file.board().quorum(), file.board().seniorsAreTheBoard()));
        }
        if (beforeReview) {
            header.put("emergency", true);
        }
        var payload = people.getFirst().payload();
        var all = new ArrayList<>(people.stream().map(SignOff::jws).toList());
        all.add(Jws.sign(Json.write(header), payload, key.key()));
        return new Jws.Block(payload, all);
    }
}
