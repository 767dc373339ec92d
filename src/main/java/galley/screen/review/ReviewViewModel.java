package galley.screen.review;

import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.publish.ClaimLedger;
import galley.publish.OwnWords;
import galley.publish.SourceDesk;
import galley.screen.common.Acting;
import galley.screen.common.MarginModel;
import galley.screen.common.Mark;
import galley.screen.common.Notices;
import galley.screen.common.Step;
import galley.screen.common.Times;
import galley.screen.stories.Marks;
import galley.screen.stories.Readings;
import galley.signoff.Act;
import galley.signoff.Assignment;
import galley.signoff.CopyFlow;
import galley.signoff.Finding;
import galley.signoff.Margin;
import galley.signoff.Margins;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Reason;
import galley.signoff.SentBack;
import galley.signoff.SignOff;
import galley.signoff.Sitting;
import galley.signoff.Status;
import galley.signoff.StoryFile;
import galley.signoff.StoryLine;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WireItem;
import galley.story.WordDiff;
import galley.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A review without its window: which stories wait, what changed in the one being read, and what may be done with it.
public final class ReviewViewModel {

    /// What a review works with.
    ///
    /// @param nameOf prints a person
    /// @param changed called after each change of the newsroom, to count again
    public record Desk(CopyFlow flow, StoryLine.Lines lines, Margins margins, Assignment.Assignments assignments, Wire wire, Sitting sitting,
                       ClaimLedger ledger, Readings readings, Acting acting, Times times, Function<UUID, String> nameOf, Runnable changed) {}

    /// A story that waits for a review.
    ///
    /// @param since when it was signed as edited
    /// @param published whether readers have it already, before its review
    /// @param source "Northwire"
    public record Waiting(UUID story, String slugline, String headline, String editor, Assignment.Priority priority, @Nullable Instant due, Instant since,
                          boolean published, int open, String source) {

        /// By priority, then by the time it is due, then by age.
        static final Comparator<Waiting> ORDER = Comparator.comparing((Waiting w) -> !w.published()).thenComparing(Waiting::priority)
                .thenComparing(w -> w.due() == null ? Instant.MAX : w.due()).thenComparing(Waiting::since);
    }

    /// A story with open comments or suggestions.
    public record Talk(UUID story, String slugline, String headline, Margin margin, StoryText text) {}

    /// What the text is compared with.
    public enum With {
        WIRE("The wire"), MY_APPROVAL("My last approval"), BEFORE("The revision before");

        private final String words;

        With(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// @param detail whose words those were, and when
    public record Comparison(With with, String detail, List<WordDiff.Block> blocks) {

        public int changes() {
            return (int) blocks.stream().filter(b -> b.change() != WordDiff.Change.SAME).count();
        }
    }

    /// One story under review, as it stood when it was read.
    ///
    /// @param place from 1 in the queue; 0 when it is not in it
    /// @param against why it may not be signed as reviewed now
    /// @param againstSendingBack why it may not be sent back now, but for the reason
    /// @param news what its sources did since, that nobody has noted yet
    /// @param since what the reviewer would sign: their own last approval, or nothing
    public record Shown(StoryFile file, Mark mark, List<Step> steps, List<WireItem> versions, List<OwnWords.Sentence> sentences, List<Comparison> comparisons,
                        List<Finding> findings, List<Reason> against, List<Reason> againstSendingBack, List<Reason> againstLifting,
                        Optional<Assignment> assignment, int place, int waiting, Optional<SignOff> mine, List<SourceDesk.News> news) {

        public Comparison with(With wanted) {
            return comparisons.stream().filter(c -> c.with() == wanted).findFirst().orElse(comparisons.getFirst());
        }

        /// A small change after one's own approval wants one look; everything else is read against the wire.
        public With usual() {
            return comparisons.stream().anyMatch(c -> c.with() == With.MY_APPROVAL) ? With.MY_APPROVAL : comparisons.getFirst().with();
        }
    }

    /// Everything that waits.
    public record Overview(List<Waiting> waiting, List<Talk> talks) {}

    private static final long DWELL = 500;

    private final Desk desk;
    private final Work work;
    private final Notices notices;
    private final MarginModel margin;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Overview> overview = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>();
    private @Nullable UUID story;

    public ReviewViewModel(Desk desk, Work work, Notices notices) {
        this.desk = desk;
        this.work = work;
        this.notices = notices;
        this.margin = new MarginModel(desk.flow(), desk.acting(), work, notices, desk.nameOf(), desk.times());
        margin.onChanged(() -> {
            desk.changed().run();
            refresh();
        });
        margin.seeing(() -> shown.get() == null ? null : shown.get().file().seen());
        desk.acting().personProperty().addListener((_, _, _) -> refresh());
    }

    public Desk desk() {
        return desk;
    }

    public MarginModel margin() {
        return margin;
    }

    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /// Something the reviewer must know; null for nothing.
    public ObjectProperty<@Nullable Notice> problemProperty() {
        return problem;
    }

    // ---- reading

    /// Opens one story, or, with null, the list of all that wait.
    public void open(@Nullable UUID wanted) {
        problem.set(null);
        margin.problemProperty().set(null);
        story = wanted;
        margin.storyProperty().set(wanted);
        shown.set(null);
        refresh();
    }

    /// Reads anew what is shown.
    public void refresh() {
        var id = story;
        if (id == null) {
            work.start("list what waits", (_, _) -> new Overview(waiting(), talks()), read -> {
                if (story == null) {
                    overview.set(read);
                }
            }, fault -> problem.set(TroubleLog.tell("listing what waits", fault)));
            return;
        }
        work.start("read for a review", (_, _) -> read(id), read -> {
            if (!id.equals(story)) {
                return;
            }
            if (read.isEmpty()) {
                problem.set(Notice.of("This story is not there any more.", "Nothing was changed.", "Go back to the list."));
            }
            shown.set(read.orElse(null));
        }, fault -> problem.set(TroubleLog.tell("reading for a review", fault)));
    }

    /// Away from the window's thread: the queue, the most pressing first.
    public List<Waiting> waiting() {
        var assignments = desk.assignments().all();
        var open = desk.margins().open();
        var waiting = new ArrayList<Waiting>();
        for (var line : desk.lines().all()) {
            if (line.status() != Status.AWAITING_REVIEW) {
                continue;
            }
            var edited = line.standing().edited().orElseThrow();
            var assignment = Optional.ofNullable(assignments.get(line.id()));
            var margin = open.getOrDefault(line.id(), Margin.EMPTY);
            waiting.add(new Waiting(line.id(), line.slugline(), line.headline(), edited.printedAs(),
                    assignment.map(Assignment::priority).orElse(Assignment.Priority.NORMAL), assignment.map(Assignment::due).orElse(null), edited.at(),
                    line.standing().owesReview(), margin.openThreads().size() + margin.openSuggestions().size(), line.source()));
        }
        waiting.sort(Waiting.ORDER);
        return waiting;
    }

    private List<Talk> talks() {
        var talks = new ArrayList<Talk>();
        desk.margins().open().forEach((id, said) -> desk.flow().file(id).ifPresent(file ->
                talks.add(new Talk(id, file.text().slugline(), file.text().headline(), said, file.text()))));
        return talks;
    }

    private Optional<Shown> read(UUID wanted) {
        return desk.flow().file(wanted).map(file -> {
            var by = desk.acting().person();
            var queue = waiting().stream().map(Waiting::story).toList();
            var entry = file.story().entry();
            return new Shown(file, Marks.of(Status.of(file)), desk.readings().steps(file), entry == null ? List.of() : desk.wire().versions(entry),
                    desk.ledger().whoseWords(file), comparisons(file, by.id()), desk.flow().preflight(file),
                    desk.flow().whyNot(new Act.Sign(Meaning.REVIEWED, file.seen(), by.name()), file, by),
                    desk.flow().whyNot(new Act.SendBack(file.seen(), "-"), file, by), desk.flow().whyNot(new Act.Lift(), file, by),
                    desk.assignments().of(wanted), queue.indexOf(wanted) + 1, queue.size(), mine(file, by.id()), desk.readings().watched().sources().of(file));
        });
    }

    private static Optional<SignOff> mine(StoryFile file, UUID person) {
        return file.signOffs().reversed().stream().filter(s -> s.meaning() == Meaning.REVIEWED && s.person().equals(person)).findFirst();
    }

    private List<Comparison> comparisons(StoryFile file, UUID person) {
        var comparisons = new ArrayList<Comparison>();
        var revisions = file.revisions();
        boolean own = file.story().entry() == null;
        var empty = StoryText.of("", "");
        comparisons.add(new Comparison(With.WIRE, own ? "our own story" : "as it was taken, " + desk.times().at(revisions.getFirst().at()),
                WordDiff.between(own ? empty : revisions.getFirst().text(), file.text())));
        mine(file, person).flatMap(s -> revisions.stream().filter(r -> r.id().equals(s.revision())).findFirst().map(r -> new Comparison(With.MY_APPROVAL,
                "signed by you, " + desk.times().at(s.at()), WordDiff.between(r.text(), file.text())))).ifPresent(comparisons::add);
        var before = file.draft() != null ? file.head() : revisions.size() > 1 ? revisions.get(revisions.size() - 2) : null;
        if (before != null) {
            comparisons.add(new Comparison(With.BEFORE, desk.nameOf().apply(before.author()) + ", " + desk.times().at(before.at()),
                    WordDiff.between(before.text(), file.text())));
        }
        return comparisons;
    }

    /// Does this once the eye has had time to rest.
    public void afterAWhile(Runnable then) {
        work.after(DWELL, then);
    }

    // ---- through the queue

    /// Opens the story that stands `by` places further in the queue; round at its ends.
    public void move(int by, Consumer<UUID> then) {
        var now = story;
        work.start("list what waits", (_, _) -> waiting(), waiting -> {
            var ids = waiting.stream().map(Waiting::story).filter(id -> by == 0 || !id.equals(now) || waiting.size() == 1).toList();
            var all = waiting.stream().map(Waiting::story).toList();
            if (ids.isEmpty()) {
                return;
            }
            int at = all.indexOf(now);
            then.accept(at < 0 ? all.getFirst() : all.get(Math.floorMod(at + by, all.size())));
        }, fault -> problem.set(TroubleLog.tell("listing what waits", fault)));
    }

    // ---- deciding

    public boolean needsPassphrase() {
        return desk.sitting().needsPassphrase(desk.acting().person().id());
    }

    /// Signs *reviewed* on the words that are shown. The passphrase is wiped; empty where none was asked.
    ///
    /// @param then told whether it was signed
    public void sign(char[] passphrase, boolean asked, Consumer<Boolean> then) {
        var now = shown.get();
        var who = desk.acting().person();
        if (now == null) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        work.start("sign", (_, _) -> {
            try {
                var key = asked ? desk.sitting().open(who.id(), passphrase) : desk.sitting().key(who.id());
                return key.map(k -> desk.flow().sign(now.file().story().id(), Meaning.REVIEWED, who, k, now.file().seen(), who.name()));
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        }, (Optional<Outcome<SignOff>> outcome) -> {
            boolean done = outcome.isPresent() && outcome.get() instanceof Outcome.Done<SignOff>;
            if (outcome.isEmpty()) {
                problem.set(Notice.of(asked ? "That is not " + who.name() + "'s passphrase." : "Ten minutes have passed.", "Nothing was signed.",
                        asked ? "Try again." : "Give your passphrase again."));
            } else if (done) {
                problem.set(null);
                notices.say("fth-check-circle", "Signed “reviewed” as " + who.name());
                desk.changed().run();
            } else {
                problem.set(Notice.of(outcome.get().whyNot(), "Nothing was signed.", ""));
            }
            refresh();
            then.accept(done);
        }, fault -> problem.set(TroubleLog.tell("signing", fault)));
    }

    /// Notes that somebody has seen what the sources did.
    public void noteSources() {
        var now = shown.get();
        var by = desk.acting().person();
        if (now != null) {
            work.start("note what a source did", (_, _) -> {
                desk.readings().watched().sources().note(now.file().story().id(), by);
                return now;
            }, _ -> {
                notices.say("fth-check", "Noted. It comes back when the source changes again.");
                desk.changed().run();
                refresh();
            }, fault -> problem.set(TroubleLog.tell("noting what a source did", fault)));
        }
    }

    public void sendBack(String reason) {
        decide("sending a story back", file -> desk.flow().sendBack(file.story().id(), desk.acting().person(), file.seen(), reason), "Sent back");
    }

    public void lift() {
        decide("lifting what was wanted", file -> desk.flow().lift(file.story().id(), desk.acting().person()), "Lifted “changes wanted”");
    }

    private void decide(String doing, Function<StoryFile, Outcome<SentBack>> act, String said) {
        var now = shown.get();
        if (now == null) {
            return;
        }
        work.start(doing, (_, _) -> act.apply(now.file()), outcome -> {
            if (outcome instanceof Outcome.Done<SentBack>) {
                problem.set(null);
                notices.say("fth-corner-up-left", said);
                desk.changed().run();
            } else {
                problem.set(Notice.of(outcome.whyNot(), "Nothing was changed.", ""));
            }
            refresh();
        }, fault -> problem.set(TroubleLog.tell(doing, fault)));
    }
}
