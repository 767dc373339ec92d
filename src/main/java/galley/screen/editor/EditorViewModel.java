package galley.screen.editor;

import galley.desk.Newsroom;
import galley.desk.Person;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.publish.ClaimLedger;
import galley.publish.OwnWords;
import galley.publish.SourceDesk;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.MarginModel;
import galley.screen.common.Mark;
import galley.screen.common.Notices;
import galley.screen.common.Step;
import galley.screen.common.Times;
import galley.screen.stories.Marks;
import galley.screen.stories.Readings;
import galley.signoff.Act;
import galley.signoff.AuditEntry;
import galley.signoff.CopyFlow;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Reason;
import galley.signoff.Seen;
import galley.signoff.SignOff;
import galley.signoff.Sitting;
import galley.signoff.Status;
import galley.signoff.StoryFile;
import galley.story.Assets;
import galley.story.Correction;
import galley.story.Draft;
import galley.story.EvidenceChecks;
import galley.story.Stories;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WireItem;
import galley.story.WordDiff;
import galley.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One story being written. Every change goes to the store at once, one write after another; "saved" is only said when the store
/// has answered. When the text moved meanwhile, nothing is overwritten: both versions are kept and shown.
public final class EditorViewModel {

    private static final long TRY_AGAIN_MILLIS = 2_000;

    /// What the editor works with.
    ///
    /// @param nameOf prints a person
    /// @param export exports a story and answers its page's path
    /// @param changed called after each change of the newsroom, to count again
    public record Desk(CopyFlow flow, Stories stories, Wire wire, Assets assets, Sitting sitting, ClaimLedger ledger, Readings readings, Acting acting,
                       Times times, Supplier<Newsroom> newsroom, Function<UUID, String> nameOf, BiFunction<UUID, Person, Outcome<String>> export,
                       Runnable changed) {}

    /// Everything shown around the text, as it stood when it was read.
    ///
    /// @param against why it may not be signed as edited now
    /// @param againstReview why whoever sits here may not review it now; empty where they may
    /// @param sinceWire what changed since the wire's own words
    /// @param sentences of the body, and how much of each is our own
    /// @param untied for each piece of evidence why it does not count; empty when it does
    /// @param news what its sources did since, that nobody has noted yet
    /// @param looks the last look at each piece of evidence
    /// @param acts everything that was done with it, oldest first
    /// @param againstCorrecting why readers may not be told of a change now; empty when they may
    /// @param writing who else's draft this is; empty when it is ours or nobody's
    public record Around(StoryFile file, Status status, List<Step> steps, List<PagePromises.Promise> promises, List<WireItem> versions, List<Draft> aside,
                         List<Reason> against, List<Reason> againstExport, String againstReview, List<WordDiff.Block> sinceWire, List<OwnWords.Sentence> sentences,
                         List<String> untied, String writing, List<SourceDesk.News> news, List<EvidenceChecks.Look> looks, List<AuditEntry> acts, String againstCorrecting) {

        /// Whether an editor's signature is what comes next.
        public boolean waitsForSignature() {
            return switch (status) {
                case DRAFT, SENT_BACK, LAPSED -> true;
                default -> false;
            };
        }

        /// Whether a review by whoever sits here is what comes next.
        public boolean waitsForOurReview() {
            return status == Status.AWAITING_REVIEW && againstReview.isEmpty();
        }

        public Mark mark() {
            return Marks.of(status);
        }
    }

    /// Two people wrote at once: what was typed here and what stands in the store. Both are kept.
    public record Overtaken(String words, StoryText mine, StoryText theirs, List<WordDiff.Block> difference) {}

    private final Desk desk;
    private final Work work;
    private final Notices notices;
    private final PagePromises pagePromises;
    private final ReadOnlyObjectWrapper<@Nullable Around> around = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Overtaken> overtaken = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>();
    private final List<Runnable> whenKept = new ArrayList<>();
    private Consumer<StoryText> opened = text -> { };
    private Runnable takesText = () -> { };
    private @Nullable UUID story;
    private @Nullable Seen seen;
    private StoryText text = StoryText.of("", "");
    private @Nullable StoryText waiting;
    private @Nullable Person waitingBy;
    private boolean writing;
    private boolean stopped;

    private final MarginModel margin;

    public EditorViewModel(Desk desk, Work work, Notices notices) {
        this.margin = new MarginModel(desk.flow(), desk.acting(), work, notices, desk.nameOf(), desk.times());
        margin.seeing(() -> seen);
        margin.onChanged(() -> kept(this::readMargin));
        desk.acting().personProperty().addListener((_, _, _) -> kept(this::refresh));
        this.desk = desk;
        this.work = work;
        this.notices = notices;
        this.pagePromises = new PagePromises(desk.ledger(), desk.nameOf());
    }

    public ReadOnlyObjectProperty<@Nullable Around> aroundProperty() {
        return around.getReadOnlyProperty();
    }

    /// Null as long as nobody else has moved the text.
    public ReadOnlyObjectProperty<@Nullable Overtaken> overtakenProperty() {
        return overtaken.getReadOnlyProperty();
    }

    /// "Saved 11:47:09", or empty before the first save.
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// Something the editor must know; null for nothing.
    public ObjectProperty<@Nullable Notice> problemProperty() {
        return problem;
    }

    public Desk desk() {
        return desk;
    }

    /// The story that is open; null while none is.
    public @Nullable UUID story() {
        return story;
    }

    /// The text as it was last given or kept.
    public StoryText text() {
        return waiting != null ? waiting : text;
    }

    /// Told whenever a story's text is to be shown anew.
    public void onOpened(Consumer<StoryText> listener) {
        opened = listener;
    }

    /// Asked to hand over what the hand has typed but nobody told yet, before something else is done with the text.
    public void onWanted(Runnable flush) {
        takesText = flush;
    }

    // ---- opening

    public void open(UUID wanted) {
        kept(() -> {
            story = null;
            problem.set(null);
            overtaken.set(null);
            saved.set("");
            stopped = false;
            work.start("open a story", (_, _) -> read(wanted), read -> {
                if (read.isEmpty()) {
                    problem.set(Notice.of("This story is not there any more.", "Nothing was changed.", "Go back to the list."));
                    return;
                }
                story = wanted;
                margin.storyProperty().set(wanted);
                seen = read.get().file().seen();
                text = read.get().file().text();
                around.set(read.get());
                opened.accept(text);
            }, fault -> problem.set(TroubleLog.tell("opening a story", fault)));
        });
    }

    private Optional<Around> read(UUID wanted) {
        return desk.flow().file(wanted).map(this::around);
    }

    private Around around(StoryFile file) {
        var by = desk.acting().person();
        var entry = file.story().entry();
        var versions = entry == null ? List.<WireItem>of() : desk.wire().everything(entry);
        var other = file.draft() != null && !file.draft().author().equals(by.id()) ? desk.nameOf().apply(file.draft().author()) : "";
        var first = file.revisions().getFirst().text();
        var watched = desk.readings().watched();
        return new Around(file, Status.of(file), desk.readings().steps(file),
                pagePromises.of(file, desk.newsroom().get(), by.id(), desk.times().now()), versions, desk.stories().aside(file.story().id()),
                desk.flow().whyNot(new Act.Sign(Meaning.EDITED, file.seen(), by.name()), file, by), desk.readings().said(desk.flow().againstExport(file, by), file),
                desk.readings().againstReview(file, by),
                entry == null ? List.of() : WordDiff.between(first, file.text()), desk.ledger().whoseWords(file),
                file.text().evidence().stream().map(e -> desk.ledger().untied(e, file.text())).toList(), other,
                watched.sources().of(file), watched.sources().looks(file.story().id()), watched.audit().of(file.story().id()),
                String.join(" ", desk.flow().whyNot(new Act.Correct(Correction.Kind.CORRECTION, file.seen(), "-"), file, by).stream().map(Reason::words).toList()));
    }

    /// Notes that somebody has seen what the sources did.
    public void noteSources() {
        var id = story;
        var by = desk.acting().person();
        if (id != null) {
            work.start("note what a source did", (_, _) -> {
                desk.readings().watched().sources().note(id, by);
                return id;
            }, _ -> {
                notices.say("fth-check", "Noted. It comes back when the source changes again.");
                desk.changed().run();
                kept(this::refresh);
            }, fault -> problem.set(TroubleLog.tell("noting what a source did", fault)));
        }
    }

    /// Looks at the evidence again, now.
    public void checkEvidence(Runnable done) {
        var now = around.get();
        if (now != null) {
            work.start("look at the evidence again", (_, _) -> desk.readings().watched().checkNow().apply(now.file()), looks -> {
                long moved = looks.stream().filter(EvidenceChecks.Look::isOpen).count();
                notices.say("fth-file-text", moved == 0 ? "No source says anything new" : moved == 1 ? "1 source has changed" : moved + " sources have changed");
                desk.changed().run();
                kept(this::refresh);
                done.run();
            }, fault -> {
                problem.set(TroubleLog.tell("looking at the evidence again", fault));
                done.run();
            });
        }
    }

    // ---- keeping

    /// The words changed. They are on their way to the store when this returns.
    public void changed(StoryText now) {
        if (story == null || now.equals(text())) {
            return;
        }
        waiting = now;
        waitingBy = desk.acting().person();
        next();
    }

    /// Changes one thing beside the text (a tag, a picture) and offers to take it back. Words typed meanwhile stay.
    ///
    /// @param says what was done: "Category is Weather"
    /// @param undo puts back what was there before
    public void change(String says, UnaryOperator<StoryText> change, UnaryOperator<StoryText> undo) {
        takesText.run();
        var before = text();
        var now = change.apply(before);
        if (story == null || now.equals(before)) {
            return;
        }
        var id = story;
        changed(now);
        kept(() -> notices.say("fth-check", says, Command.always("Undo", "", "", () -> {
            if (id.equals(story)) {
                takesText.run();
                changed(undo.apply(text()));
            }
        })));
    }

    private void next() {
        if (writing || waiting == null || story == null || seen == null) {
            return;
        }
        var words = waiting;
        var id = story;
        var from = seen;
        var by = waitingBy == null ? desk.acting().person() : waitingBy;
        waiting = null;
        writing = true;
        work.start("save", (_, _) -> desk.flow().write(id, by, words, from), outcome -> {
            writing = false;
            switch (outcome) {
                case Outcome.Done<Draft> done -> {
                    seen = new Seen(done.value().parent(), done.value().sequence());
                    text = words;
                    problem.set(null);
                    saved.set("Saved " + desk.times().toTheSecond(done.value().at()));
                    next();
                    settled();
                }
                case Outcome.Overtaken<Draft> moved -> stop(words, moved.now(), moved.words());
                case Outcome.Refused<Draft> refused -> stop(words, null, refused.whyNot());
            }
        }, fault -> {
            writing = false;
            waiting = waiting == null ? words : waiting;
            problem.set(TroubleLog.tell("saving", fault));
            work.after(TRY_AGAIN_MILLIS, this::next);
        });
    }

    /// What was typed is kept aside by the store; the story itself is as the others left it. What was typed since is kept the same way.
    private void stop(StoryText mine, @Nullable StoryFile now, String why) {
        stopped = true;
        text = mine;
        saved.set("");
        if (now != null) {
            var theirs = now.text();
            overtaken.set(new Overtaken(why, mine, theirs, WordDiff.between(theirs, mine)));
            problem.set(null);
        } else {
            problem.set(Notice.of(why, "Your words are kept aside under History.", "Open the story anew to go on with the text as it stands."));
        }
        if (waiting != null) {
            next();
            return;
        }
        var then = List.copyOf(whenKept);
        whenKept.clear();
        then.forEach(Runnable::run);
        refresh();
    }

    /// Whether typing has to stop: the text moved, or may not be changed.
    public boolean hasStopped() {
        return stopped;
    }

    /// Goes on with the text as the others left it. What was typed here stays under History.
    public void takeTheirs() {
        var id = story;
        if (id != null) {
            open(id);
        }
    }

    /// Puts what was typed here over the text as it stands, as a change of mine. Theirs becomes a revision of its own first.
    public void putMine() {
        var id = story;
        var both = overtaken.get();
        if (id == null || both == null) {
            return;
        }
        var by = desk.acting().person();
        work.start("put my words in", (_, _) -> desk.flow().handOver(id, by) instanceof Outcome.Done<?>
                        ? desk.flow().file(id).map(file -> desk.flow().write(id, by, both.mine(), file.seen())) : Optional.<Outcome<Draft>>empty(),
                outcome -> {
                    if (outcome.isPresent() && outcome.get() instanceof Outcome.Done<Draft>) {
                        notices.say("fth-git-branch", "Your words stand. Theirs are a revision under History.");
                        open(id);
                    } else {
                        problem.set(Notice.of(outcome.map(Outcome::whyNot).orElse("The text may not be changed now."), "Both texts are kept.", "Look at it again."));
                        refresh();
                    }
                }, fault -> problem.set(TroubleLog.tell("putting your words in", fault)));
    }

    private void settled() {
        if (!writing && waiting == null) {
            var then = List.copyOf(whenKept);
            whenKept.clear();
            then.forEach(Runnable::run);
            refresh();
        }
    }

    /// What is said of this story, and what may be answered.
    public MarginModel margin() {
        return margin;
    }

    /// An accepted suggestion changed the text: it is opened anew. Everything else changed only what stands around it.
    private void readMargin() {
        var id = story;
        if (id != null) {
            work.start("look at a story", (_, _) -> read(id), read -> read.ifPresent(now -> {
                if (id.equals(story) && !now.file().seen().equals(seen)) {
                    open(id);
                } else if (id.equals(story)) {
                    around.set(now);
                }
            }), fault -> problem.set(TroubleLog.tell("reading a story", fault)));
        }
    }

    /// Calls `then` once everything given is in the store.
    public void kept(Runnable then) {
        if (!writing && waiting == null) {
            then.run();
        } else {
            whenKept.add(then);
        }
    }

    /// Reads anew what stands around the text.
    public void refresh() {
        var id = story;
        if (id != null) {
            work.start("look at a story", (_, _) -> read(id), read -> {
                if (id.equals(story) && !writing) {
                    read.ifPresent(around::set);
                }
            }, fault -> problem.set(TroubleLog.tell("reading a story", fault)));
        }
    }

    // ---- signing and the rest

    public boolean needsPassphrase() {
        return desk.sitting().needsPassphrase(desk.acting().person().id());
    }

    /// Signs the words as they stand in the store. The passphrase is wiped; empty where none was asked.
    ///
    /// @param then told whether it was signed
    public void sign(char[] passphrase, boolean asked, Consumer<Boolean> then) {
        var id = story;
        var who = desk.acting().person();
        if (id == null) {
            return;
        }
        alone(() -> work.start("sign", (_, _) -> {
            try {
                var key = asked ? desk.sitting().open(who.id(), passphrase) : desk.sitting().key(who.id());
                return key.map(k -> desk.flow().sign(id, Meaning.EDITED, who, k, seen, who.name()));
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        }, (Optional<Outcome<SignOff>> outcome) -> {
            writing = false;
            boolean done = false;
            switch (outcome.orElse(null)) {
                case null -> problem.set(Notice.of(asked ? "That is not " + who.name() + "'s passphrase." : "Ten minutes have passed.",
                        "Nothing was signed.", asked ? "Try again." : "Give your passphrase again."));
                case Outcome.Done<SignOff> signed -> {
                    done = true;
                    // The signature made the draft a revision: typing goes on from there.
                    seen = new Seen(signed.value().revision(), 0);
                    problem.set(null);
                    notices.say("fth-check-circle", "Signed “edited” as " + who.name());
                    desk.changed().run();
                }
                case Outcome.Refused<SignOff> refused -> problem.set(Notice.of(refused.whyNot(), "Nothing was signed.", ""));
                case Outcome.Overtaken<SignOff> moved -> {
                    stopped = true;
                    overtaken.set(new Overtaken(moved.words(), text, moved.now().text(), WordDiff.between(moved.now().text(), text)));
                }
            }
            goOn();
            then.accept(done);
        }, fault -> faulted("signing", fault)));
    }

    /// Does something with the story once everything typed is in the store. What is typed meanwhile waits for its answer.
    private void alone(Runnable start) {
        kept(() -> {
            writing = true;
            start.run();
        });
    }

    private void goOn() {
        next();
        settled();
    }

    private void faulted(String doing, Throwable fault) {
        writing = false;
        problem.set(TroubleLog.tell(doing, fault));
        goOn();
    }

    /// Puts an older revision's words back as a new revision.
    public void putBack(UUID revision) {
        var id = story;
        if (id != null) {
            takesText.run();
            kept(() -> work.start("put a revision back", (_, _) -> desk.flow().putBack(id, revision, desk.acting().person()), outcome -> {
                if (outcome instanceof Outcome.Done<?>) {
                    notices.say("fth-rotate-ccw", "The older words stand again. What stood before is under History.");
                    open(id);
                } else {
                    problem.set(Notice.of(outcome.whyNot(), "Nothing was changed.", ""));
                }
            }, fault -> problem.set(TroubleLog.tell("putting a revision back", fault))));
        }
    }

    /// Makes what is typed a revision, so that it can be come back to.
    public void saveRevision() {
        takesText.run();
        act("saving a revision", (id, by) -> desk.flow().handOver(id, by), revision -> {
            // Only if it is what was typed here; else the next word finds out that the text moved.
            if (revision.text().equals(text)) {
                seen = new Seen(revision.id(), 0);
            }
            notices.say("fth-check", "Kept as a revision");
        });
    }

    /// Does something with the story itself (hold, embargo, spike), once everything typed is in the store.
    public <T> void act(String doing, BiFunction<UUID, Person, Outcome<T>> slow, Consumer<T> done) {
        var id = story;
        var by = desk.acting().person();
        if (id == null) {
            return;
        }
        alone(() -> work.start(doing, (_, _) -> slow.apply(id, by), outcome -> {
            writing = false;
            if (outcome instanceof Outcome.Done<T> kept) {
                problem.set(null);
                done.accept(kept.value());
                desk.changed().run();
            } else {
                problem.set(Notice.of(outcome.whyNot(), "Nothing was changed.", ""));
            }
            goOn();
        }, fault -> faulted(doing, fault)));
    }

    /// Puts a word to readers about what changed since the last export into the text; both people sign it before it is printed.
    public void tellReaders(Correction.Kind kind, String reason) {
        var id = story;
        takesText.run();
        act("telling readers", (what, by) -> desk.flow().correct(what, by, kind, seen, reason), _ -> {
            notices.say("fth-edit-2", "The " + kind.code() + " stands in the text. Both sign it again before it is exported.");
            open(id);
        });
    }

    /// Exports the story's page.
    public void export() {
        act("exporting", (id, by) -> desk.export().apply(id, by), path -> notices.say("fth-globe", "Exported: " + path));
    }

    void say(String icon, String words, Command... acts) {
        notices.say(icon, words, acts);
    }
}
