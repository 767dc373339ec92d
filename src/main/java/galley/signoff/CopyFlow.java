package galley.signoff;

import galley.desk.Board;
import galley.desk.People;
import galley.desk.Person;
import galley.notice.Trouble;
import galley.signoff.Reason.Why;
import galley.story.Anchor;
import galley.story.BlockText;
import galley.story.CanonicalText;
import galley.story.Correction;
import galley.story.Draft;
import galley.story.EmbargoNote;
import galley.story.Hash;
import galley.story.InOneGo;
import galley.story.Json;
import galley.story.Kill;
import galley.story.Publication;
import galley.story.Revision;
import galley.story.Rights;
import galley.story.Stories;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.TextBlocks;
import galley.story.Wire;
import galley.story.WireItem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one door through which a story changes, whoever asks: window, command line, bulk action, scheduler.
/// Every act reads the story's file, asks [Rules], writes, and logs, in one go: all of it is kept or nothing.
public final class CopyFlow {

    /// What the flow keeps things in.
    ///
    /// @param rightsOf the rights of the feed a wire entry came from
    /// @param board what the newsroom has stated about its board
    public record Shelves(Stories stories, Wire wire, SignOffs signOffs, Margins margins, Assignment.Assignments assignments,
                          PublicKeyRecord.Keys keys, AuditLog audit, People people, InOneGo inOneGo, Function<UUID, Rights> rightsOf,
                          Supplier<Board> board, Preflight preflight) {}

    private final Shelves shelves;
    private final Rules rules;
    private final Clock clock;
    private final Supplier<UUID> newId;

    public CopyFlow(Shelves shelves, Clock clock, Supplier<UUID> newId) {
        this.shelves = shelves;
        this.clock = clock;
        this.newId = newId;
        this.rules = new Rules(id -> shelves.people().byId(id).map(Person::name).orElse("somebody unknown"), shelves.preflight());
    }

    // ---- reading

    public Optional<StoryFile> file(UUID story) {
        return shelves.stories().story(story).map(this::file);
    }

    private StoryFile file(Story story) {
        return new StoryFile(story, shelves.stories().revisions(story.id()), shelves.stories().draft(story.id()).orElse(null),
                shelves.signOffs().of(story.id()), shelves.signOffs().sentBack(story.id()), shelves.stories().publications(story.id()),
                story.entry() == null ? Rights.FULL_TEXT : shelves.rightsOf().apply(story.entry()),
                shelves.margins().of(story.id()), shelves.board().get());
    }

    /// What stands against printing the words as they are.
    public List<Finding> preflight(StoryFile file) {
        return shelves.preflight().of(file);
    }

    /// Every reason why this act would be refused now; empty when it is allowed.
    public List<Reason> whyNot(Act act, StoryFile file, Person by) {
        return rules.against(act, file, current(by), clock.instant());
    }

    // ---- taking and writing

    /// Takes a wire entry as a story. Taking an entry that has been taken answers the story that is there.
    public Outcome<Story> take(UUID entry, Person asking, Function<WireItem, StoryText> firstText) {
        return together(asking, by -> {
            var no = rules.againstBeginning(by);
            if (!no.isEmpty()) {
                return new Outcome.Refused<>(no);
            }
            var found = shelves.wire().entry(entry)
                    .orElseThrow(() -> Trouble.of("There is no wire item " + entry + ".", "Nothing was changed.", "List the wire again."));
            if (found.story() != null) {
                return new Outcome.Done<>(shelves.stories().story(found.story()).orElseThrow());
            }
            var story = begin(entry, by, firstText.apply(found.latest()), Revision.Why.TAKEN);
            shelves.wire().markTaken(entry, story.id());
            log(by, "take", story.id(), Map.of("entry", entry, "version", found.latest().version(), "content", found.latest().contentHash()));
            return new Outcome.Done<>(stoppedByTheWire(story, found.latest(), by));
        });
    }

    /// An embargo that the wire's own words ask for is kept from the first moment; one that cannot be read holds the story until
    /// somebody has looked.
    private Story stoppedByTheWire(Story story, WireItem item, Person by) {
        var note = EmbargoNote.of(item, ZoneId.systemDefault(), clock.instant()).orElse(null);
        var stopped = switch (note) {
            case null -> story;
            case EmbargoNote.Until until -> until.time().isAfter(clock.instant()) ? with(story, story.spike(), story.hold(), story.legalHold(), until.time()) : story;
            case EmbargoNote.Unclear unclear -> with(story, story.spike(), new Story.Stop(by.id(), clock.instant(),
                    "The wire asks for an embargo whose end could not be read: “" + unclear.words() + "”"), story.legalHold(), story.embargo());
        };
        if (note != null && stopped != story) {
            shelves.stories().update(stopped);
            log(by, stopped.embargo() != null ? "embargo" : "hold", story.id(), Map.of("reason", "The wire says: " + note.words()));
        }
        return stopped;
    }

    /// Begins a story of the newsroom's own.
    public Outcome<Story> begin(Person asking, StoryText text) {
        return together(asking, by -> {
            var no = rules.againstBeginning(by);
            if (!no.isEmpty()) {
                return new Outcome.Refused<>(no);
            }
            var story = begin(null, by, text, Revision.Why.SAVED);
            log(by, "begin", story.id(), Map.of());
            return new Outcome.Done<>(story);
        });
    }

    private Story begin(@Nullable UUID entry, Person by, StoryText text, Revision.Why why) {
        var now = clock.instant();
        var id = newId.get();
        var first = new Revision(0, newId.get(), id, null, by.id(), now, why, text, CanonicalText.of(text).digest());
        var story = new Story(0, id, entry, first.id(), by.id(), now, null, null, null, null);
        shelves.stories().add(story, first);
        return story;
    }

    /// Keeps what is being typed. Another person's draft becomes a revision by them first, so that everybody's words stay theirs.
    /// When the text moved since `seen`, the words are kept aside and the answer is [Outcome.Overtaken].
    public Outcome<Draft> write(UUID story, Person asking, StoryText text, Seen seen) {
        return together(asking, by -> {
            var file = known(story);
            var no = rules.against(new Act.Write(), file, by, clock.instant());
            if (!no.isEmpty()) {
                keepAside(file, by, text, "refused");
                return new Outcome.Refused<>(no);
            }
            if (!seen.equals(file.seen())) {
                keepAside(file, by, text, "overtaken");
                return new Outcome.Overtaken<>(file, overtakenWords(file));
            }
            if (file.draft() != null && !file.draft().author().equals(by.id())) {
                file = promoted(file, Revision.Why.HANDED_OVER);
            }
            var sequence = file.draft() == null ? 1 : file.draft().sequence() + 1;
            var draft = new Draft(story, by.id(), file.head().id(), sequence, text, CanonicalText.of(text).digest(), clock.instant());
            if (!shelves.stories().keep(draft)) {
                keepAside(file, by, text, "overtaken");
                return new Outcome.Overtaken<>(known(story), overtakenWords(file));
            }
            return new Outcome.Done<>(draft);
        });
    }

    private void keepAside(StoryFile file, Person by, StoryText text, String why) {
        shelves.stories().keepAside(new Draft(file.story().id(), by.id(), file.head().id(), file.draft() == null ? 0 : file.draft().sequence(),
                text, CanonicalText.of(text).digest(), clock.instant()), why);
    }

    /// Makes the draft a revision: when it is handed over, or when the editor says "save a revision".
    public Outcome<Revision> handOver(UUID story, Person asking) {
        return together(asking, by -> {
            var file = known(story);
            var no = rules.against(new Act.Write(), file, by, clock.instant());
            if (!no.isEmpty()) {
                return new Outcome.Refused<>(no);
            }
            return new Outcome.Done<>(promoted(file, Revision.Why.HANDED_OVER).head());
        });
    }

    /// Puts an older revision's words back as a new revision.
    public Outcome<Revision> putBack(UUID story, UUID revision, Person asking) {
        return together(asking, by -> {
            var file = known(story);
            var no = rules.against(new Act.Write(), file, by, clock.instant());
            if (!no.isEmpty()) {
                return new Outcome.Refused<>(no);
            }
            var old = file.revisions().stream().filter(r -> r.id().equals(revision)).findFirst()
                    .orElseThrow(() -> Trouble.of("This story has no revision " + revision + ".", "Nothing was changed.", "List its revisions again."));
            file = promoted(file, Revision.Why.SAVED);
            var fresh = append(file, by.id(), old.text(), Revision.Why.RESTORED);
            log(by, "restore revision", story, Map.of("from", revision, "revision", fresh.head().id()));
            return new Outcome.Done<>(fresh.head());
        });
    }

    /// The file with its draft made a revision by the draft's author; the same file when there is no draft. A draft that says what
    /// the head says becomes one too: were it dropped, the next draft would look like it to somebody who saw it ([Seen]).
    private StoryFile promoted(StoryFile file, Revision.Why why) {
        var draft = file.draft();
        return draft == null ? file : append(file, draft.author(), draft.text(), why);
    }

    private StoryFile append(StoryFile file, UUID author, StoryText text, Revision.Why why) {
        var revision = new Revision(0, newId.get(), file.story().id(), file.head().id(), author, clock.instant(), why, text,
                CanonicalText.of(text).digest());
        if (!shelves.stories().append(revision)) {
            throw new IllegalStateException("The head moved inside one write.");
        }
        shelves.stories().dropDraft(file.story().id());
        logAs(author, "revise", file.story().id(), Map.of("revision", revision.id(), "digest", revision.digest(), "why", why.name()));
        return known(file.story().id());
    }

    // ---- signing

    /// Signs *edited*, *reviewed* or *board* with the signer's own open key. A draft becomes a revision by its author in the same go;
    /// when the signature is refused, it stays a draft.
    public Outcome<SignOff> sign(UUID story, Meaning meaning, Person asking, KeyFiles.OpenKey key, Seen seen, String printedAs) {
        return together(asking, by -> {
            var file = known(story);
            var no = rules.against(new Act.Sign(meaning, seen, printedAs), file, by, clock.instant());
            if (no.stream().anyMatch(r -> r.why() == Why.OVERTAKEN)) {
                return new Outcome.Overtaken<>(file, overtakenWords(file));
            }
            if (no.isEmpty()) {
                no = againstKey(by, key);
            }
            if (no.isEmpty()) {
                no = againstAltered(file);
            }
            if (!no.isEmpty()) {
                return new Outcome.Refused<>(no);
            }
            file = promoted(file, Revision.Why.SIGNED);
            var signOff = signed(file, meaning, by, key, printedAs);
            shelves.signOffs().add(signOff);
            log(by, "sign " + meaning.code(), story, Map.of("revision", signOff.revision(), "digest", signOff.digest(), "kid", signOff.kid(),
                    "as", printedAs));
            return new Outcome.Done<>(signOff);
        });
    }

    private SignOff signed(StoryFile file, Meaning meaning, Person by, KeyFiles.OpenKey key, String printedAs) {
        var now = clock.instant();
        var previous = switch (meaning) {
            case EDITED -> null;
            case REVIEWED -> file.edited().orElseThrow();
            case BOARD -> file.reviewed().orElseThrow();
        };
        var payload = previous != null ? previous.payload()
                : Statement.of(file.story().id(), CanonicalText.of(file.head().text())).payload();
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "Ed25519");
        header.put("kid", key.kid());
        header.put("typ", "newsroom-signoff+jws");
        header.put("role", meaning.role());
        header.put("iat", now.getEpochSecond());
        header.put("name", printedAs);
        header.put("meaning", meaning.words());
        if (previous != null) {
            header.put("prev", previous.jws().hash());
        }
        var jws = Jws.sign(Json.write(header), payload, key.key());
        return new SignOff(0, newId.get(), file.story().id(), file.head().id(), file.head().digest(), meaning, by.id(), printedAs, now,
                previous == null ? null : previous.id(), payload, jws.header(), jws.signature(), key.kid());
    }

    private List<Reason> againstKey(Person by, KeyFiles.OpenKey key) {
        var record = shelves.keys().all().stream().filter(k -> k.kid().equals(key.kid())).findFirst();
        if (!key.owner().equals(by.id()) || record.isEmpty() || !by.id().equals(record.get().person())) {
            return List.of(new Reason(Why.KEY, "This key is not enrolled as " + by.name() + "'s."));
        }
        return record.get().isGoodAt(clock.instant()) ? List.of()
                : List.of(new Reason(Why.KEY, by.name() + "'s key is not valid today."));
    }

    /// A revision or sign-off whose record was altered behind the program's back is not built upon.
    private List<Reason> againstAltered(StoryFile file) {
        return Altered.in(file, shelves.keys().all()).stream().map(words -> new Reason(Why.ALTERED, words)).toList();
    }

    // ---- everything else

    public Outcome<SentBack> sendBack(UUID story, Person by, Seen seen, String reason) {
        return act(story, by, new Act.SendBack(seen, reason), file -> {
            var back = new SentBack(0, newId.get(), story, file.head().id(), by.id(), clock.instant(), reason.strip(), null, null);
            shelves.signOffs().add(back);
            log(by, "send back", story, Map.of("revision", back.revision(), "reason", back.reason()));
            return back;
        });
    }

    public Outcome<SentBack> lift(UUID story, Person by) {
        return act(story, by, new Act.Lift(), file -> {
            var wanted = file.changesWanted().orElseThrow();
            shelves.signOffs().lift(wanted.id(), by.id(), clock.instant());
            log(by, "lift", story, Map.of("sentBack", wanted.id()));
            return wanted;
        });
    }

    public Outcome<Story> spike(UUID story, Person by, String reason) {
        return stop(story, by, new Act.Spike(reason), "spike", reason, (s, stop) -> with(s, stop, s.hold(), s.legalHold(), s.embargo()));
    }

    public Outcome<Story> restore(UUID story, Person by) {
        return stop(story, by, new Act.Restore(), "restore", "", (s, stop) -> with(s, null, s.hold(), s.legalHold(), s.embargo()));
    }

    public Outcome<Story> hold(UUID story, Person by, String reason) {
        return stop(story, by, new Act.Hold(reason), "hold", reason, (s, stop) -> with(s, s.spike(), stop, s.legalHold(), s.embargo()));
    }

    public Outcome<Story> release(UUID story, Person by) {
        return stop(story, by, new Act.Release(), "release", "", (s, stop) -> with(s, s.spike(), null, s.legalHold(), s.embargo()));
    }

    public Outcome<Story> legalHold(UUID story, Person by, String reason) {
        return stop(story, by, new Act.LegalHold(reason), "legal hold", reason, (s, stop) -> with(s, s.spike(), s.hold(), stop, s.embargo()));
    }

    public Outcome<Story> releaseLegal(UUID story, Person by) {
        return stop(story, by, new Act.LegalRelease(), "legal release", "", (s, stop) -> with(s, s.spike(), s.hold(), null, s.embargo()));
    }

    /// Tells readers what changed since the last export, and why. The note is part of the text, so it comes before the signatures, and
    /// both people sign it; saying it again replaces what was said since the last export.
    public Outcome<Revision> correct(UUID story, Person by, Correction.Kind kind, Seen seen, String reason) {
        return act(story, by, new Act.Correct(kind, seen, reason), before -> {
            var file = promoted(before, Revision.Why.HANDED_OVER);
            var published = file.publishedText().orElseThrow();
            var changes = kind == Correction.Kind.UPDATE ? "" : PublishedChange.words(published, file.text());
            var notes = new ArrayList<>(file.text().corrections().stream().filter(published.corrections()::contains).toList());
            notes.add(new Correction(clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS), BlockText.of(reason), kind, changes));
            var told = append(file, by.id(), PublishedChange.with(file.text(), notes), Revision.Why.SAVED).head();
            log(by, kind.code(), story, Map.of("revision", told.id(), "reason", BlockText.of(reason)));
            return told;
        });
    }

    /// Withdraws a published story for good. Its page becomes a notice at the next export, and every list forgets it.
    public Outcome<Kill> kill(UUID story, Person by, String reason) {
        return act(story, by, new Act.Kill(reason), file -> {
            var kill = new Kill(story, by.id(), clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS), BlockText.of(reason));
            shelves.stories().kill(kill);
            log(by, "kill", story, Map.of("reason", kill.reason()));
            return kill;
        });
    }

    /// @param until null lifts the embargo
    public Outcome<Story> embargo(UUID story, Person by, @Nullable Instant until) {
        return stop(story, by, new Act.Embargo(until), "embargo", Objects.toString(until, ""),
                (s, stop) -> with(s, s.spike(), s.hold(), s.legalHold(), until));
    }

    /// Keeps that a page was written, if the story may be exported; `page` is called inside the same go, after the rules allowed it,
    /// and puts the page in place last.
    public Outcome<Publication> publish(UUID story, Person asking, Function<StoryFile, Publication> page) {
        return publish(story, asking, new Act.Export(), "export", page);
    }

    /// Keeps that a page was written before its second review, with the typed reason. The page says so.
    public Outcome<Publication> publishBeforeReview(UUID story, Person asking, String reason, Function<StoryFile, Publication> page) {
        return publish(story, asking, new Act.EmergencyExport(reason), "emergency export", page);
    }

    private Outcome<Publication> publish(UUID story, Person asking, Act act, String verb, Function<StoryFile, Publication> page) {
        return together(asking, by -> {
            var file = known(story);
            var no = new ArrayList<>(rules.against(act, file, by, clock.instant()));
            no.addAll(againstAltered(file));
            if (!no.isEmpty()) {
                return new Outcome.Refused<>(no);
            }
            var publication = page.apply(file);
            shelves.stories().publish(publication);
            var detail = new LinkedHashMap<String, Object>(Map.of("revision", publication.revision(), "url", publication.url(),
                    "signoff", Hash.hex(publication.signoff())));
            if (publication.emergency() != null) {
                detail.put("reason", publication.emergency());
            }
            log(by, verb, story, detail);
            return new Outcome.Done<>(publication);
        });
    }

    // ---- the margin

    /// Says something about words of a story, or about the whole of it.
    public Outcome<Comment> comment(UUID story, Person by, @Nullable Anchor anchor, String words) {
        return remark(story, by, null, anchor, words);
    }

    /// Answers in a thread.
    public Outcome<Comment> answer(UUID story, Person by, UUID thread, String words) {
        return remark(story, by, thread, null, words);
    }

    private Outcome<Comment> remark(UUID story, Person asking, @Nullable UUID thread, @Nullable Anchor anchor, String words) {
        return act(story, asking, new Act.Comment(thread, words), file -> {
            var comment = new Comment(0, newId.get(), story, file.head().id(), thread, asking.id(), clock.instant(), anchor, words.strip());
            shelves.margins().add(comment);
            log(asking, thread == null ? "comment" : "answer", story, Map.of("comment", thread == null ? comment.id() : thread, "words", comment.words()));
            return comment;
        });
    }

    public Outcome<Settling> resolve(UUID story, Person by, UUID thread) {
        return act(story, by, new Act.Resolve(thread), file -> settle(story, by, thread, Settling.How.RESOLVED));
    }

    public Outcome<Settling> openAgain(UUID story, Person by, UUID thread) {
        return act(story, by, new Act.OpenAgain(thread), file -> settle(story, by, thread, Settling.How.OPENED_AGAIN));
    }

    private Settling settle(UUID story, Person by, UUID remark, Settling.How how) {
        var settling = new Settling(0, newId.get(), story, remark, by.id(), clock.instant(), how);
        shelves.margins().add(settling);
        log(by, how == Settling.How.OPENED_AGAIN ? "open again" : how.code(), story, Map.of("remark", remark));
        return settling;
    }

    /// Suggests other words for some of the text; nothing changes until an editor accepts.
    public Outcome<Suggestion> suggest(UUID story, Person by, Anchor anchor, String becomes, String reason) {
        return act(story, by, new Act.Suggest(anchor, becomes), file -> {
            var suggestion = new Suggestion(0, newId.get(), story, file.head().id(), by.id(), clock.instant(), anchor, becomes, reason.strip());
            shelves.margins().add(suggestion);
            log(by, "suggest", story, Map.of("suggestion", suggestion.id(), "from", anchor.quote(), "to", becomes));
            return suggestion;
        });
    }

    /// Writes a suggestion into the text, as the words of the person who accepts it, and settles it: both or neither.
    public Outcome<Draft> accept(UUID story, Person asking, UUID suggestion, Seen seen) {
        return together(asking, by -> {
            var file = known(story);
            var no = rules.against(new Act.Accept(suggestion, seen), file, by, clock.instant());
            if (no.stream().anyMatch(r -> r.why() == Why.OVERTAKEN)) {
                return new Outcome.Overtaken<>(file, overtakenWords(file));
            }
            if (!no.isEmpty()) {
                return new Outcome.Refused<>(no);
            }
            var said = file.margin().suggestion(suggestion).orElseThrow().suggestion();
            var span = said.anchor().in(file.text()).orElseThrow();
            var written = write(story, by, TextBlocks.exchanged(file.text(), span, said.becomes()), seen);
            if (written instanceof Outcome.Done<Draft>) {
                settle(story, by, suggestion, Settling.How.ACCEPTED);
            }
            return written;
        });
    }

    public Outcome<Settling> reject(UUID story, Person by, UUID suggestion) {
        return act(story, by, new Act.Reject(suggestion), file -> settle(story, by, suggestion, Settling.How.REJECTED));
    }

    /// Lets every warning of this name stand, as it is found now.
    public Outcome<List<Acknowledgement>> acknowledge(UUID story, Person by, String finding) {
        return act(story, by, new Act.Acknowledge(finding), file -> {
            var acknowledged = new ArrayList<Acknowledgement>();
            for (var found : shelves.preflight().of(file)) {
                if (found.name().equals(finding) && !found.isError() && file.margin().acknowledged(found).isEmpty()) {
                    var acknowledgement = new Acknowledgement(0, newId.get(), story, by.id(), clock.instant(), finding, found.record());
                    shelves.margins().add(acknowledgement);
                    log(by, "acknowledge", story, Map.of("finding", finding, "record", found.record(), "words", found.words()));
                    acknowledged.add(acknowledgement);
                }
            }
            return List.copyOf(acknowledged);
        });
    }

    /// Says how pressing a story is, until when, and whose it is to see to.
    public Outcome<Assignment> assign(UUID story, Person by, @Nullable UUID to, Assignment.Priority priority, @Nullable Instant due) {
        return act(story, by, new Act.Assign(), file -> {
            var assignment = new Assignment(0, newId.get(), story, by.id(), clock.instant(), to, priority, due);
            shelves.assignments().add(assignment);
            var detail = new LinkedHashMap<String, Object>(Map.of("priority", priority.code()));
            if (to != null) {
                detail.put("to", to);
            }
            if (due != null) {
                detail.put("due", due.toString());
            }
            log(by, "assign", story, detail);
            return assignment;
        });
    }

    /// Every reason why this story may not be exported now, an altered record included.
    public List<Reason> againstExport(StoryFile file, Person by) {
        var no = new ArrayList<>(rules.against(new Act.Export(), file, current(by), clock.instant()));
        no.addAll(againstAltered(file));
        return List.copyOf(no);
    }

    private static Story with(Story s, Story.@Nullable Stop spike, Story.@Nullable Stop hold, Story.@Nullable Stop legal,
                              @Nullable Instant embargo) {
        return new Story(s.row(), s.id(), s.entry(), s.head(), s.takenBy(), s.takenAt(), spike, hold, legal, embargo, s.kill());
    }

    private Outcome<Story> stop(UUID story, Person by, Act act, String verb, String reason, BiFunction<Story, Story.Stop, Story> change) {
        return act(story, by, act, file -> {
            var changed = change.apply(file.story(), new Story.Stop(by.id(), clock.instant(), BlockText.of(reason)));
            shelves.stories().update(changed);
            log(by, verb, story, reason.isEmpty() ? Map.of() : Map.of("reason", reason));
            return changed;
        });
    }

    private <T> Outcome<T> act(UUID story, Person asking, Act act, Function<StoryFile, T> doing) {
        return together(asking, by -> {
            var file = known(story);
            var no = rules.against(act, file, by, clock.instant());
            if (no.stream().anyMatch(r -> r.why() == Why.OVERTAKEN)) {
                return new Outcome.Overtaken<>(file, overtakenWords(file));
            }
            return no.isEmpty() ? new Outcome.Done<>(doing.apply(file)) : new Outcome.Refused<>(no);
        });
    }

    private String overtakenWords(StoryFile now) {
        var who = now.draft() != null ? now.draft().author() : now.head().author();
        return shelves.people().byId(who).map(Person::name).orElse("Somebody")
                + " changed this story while you were looking at it. Nothing was done; both texts are kept.";
    }

    private StoryFile known(UUID story) {
        return file(story).orElseThrow(() -> Trouble.of("There is no story " + story + ".", "Nothing was changed.",
                "List the stories again."));
    }

    private void log(Person by, String action, UUID story, Map<String, ?> detail) {
        logAs(by.id(), action, story, detail);
    }

    private void logAs(UUID by, String action, UUID story, Map<String, ?> detail) {
        shelves.audit().append(clock.instant(), by, action, story, Json.write(new TreeMap<>(detail)));
    }

    /// The rules judge the person as the newsroom knows them now, not as a window remembers them.
    private <T> Outcome<T> together(Person asking, Function<Person, Outcome<T>> go) {
        return shelves.inOneGo().together(() -> go.apply(current(asking)));
    }

    private Person current(Person asking) {
        return shelves.people().byId(asking.id()).orElseThrow(() -> Trouble.of(asking.name() + " is not known in this newsroom.",
                "Nothing was changed.", "Have them enrolled first."));
    }
}
