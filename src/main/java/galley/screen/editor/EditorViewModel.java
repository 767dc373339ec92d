package galley.screen.editor;

import galley.desk.Newsroom;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.publish.ClaimLedger;
import galley.publish.page.Claim;
import galley.publish.page.PageWords;
import galley.screen.common.Acting;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.screen.stories.Readings;
import galley.signoff.Act;
import galley.signoff.CopyFlow;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Reason;
import galley.signoff.Seen;
import galley.signoff.SignOff;
import galley.signoff.Sitting;
import galley.signoff.StoryFile;
import galley.story.Draft;
import galley.story.Stories;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WireItem;
import galley.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One story being written. Every change goes to the store at once, one write after another; "saved" is only said when the store
/// has answered. When the text moved meanwhile, nothing is overwritten: the words are kept aside and that is said.
public final class EditorViewModel {

    private static final long TRY_AGAIN_MILLIS = 2_000;

    /// What the editor works with.
    public record Desk(CopyFlow flow, Stories stories, Wire wire, Sitting sitting, ClaimLedger ledger, Readings readings, Acting acting, Times times,
                       Supplier<Newsroom> newsroom) {}

    /// A phrase of trust as the page will carry it, or what is missing for it.
    public record Promise(boolean holds, String words, String detail) {}

    /// Everything shown around the text, as it stood when it was read.
    ///
    /// @param against why it may not be signed as edited now
    public record Around(StoryFile file, List<Promise> promises, List<WireItem> versions, List<Draft> aside, List<Reason> against, List<Reason> againstExport) {}

    private final Desk desk;
    private final Work work;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<@Nullable Around> around = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>();
    private final List<Runnable> whenKept = new ArrayList<>();
    private Consumer<StoryText> opened = text -> { };
    private @Nullable UUID story;
    private @Nullable Seen seen;
    private StoryText text = StoryText.of("", "");
    private @Nullable StoryText waiting;
    private boolean writing;
    private boolean moved;

    public EditorViewModel(Desk desk, Work work, Notices notices) {
        this.desk = desk;
        this.work = work;
        this.notices = notices;
    }

    public ReadOnlyObjectProperty<@Nullable Around> aroundProperty() {
        return around.getReadOnlyProperty();
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

    /// The text as it was last given or kept.
    public StoryText text() {
        return waiting != null ? waiting : text;
    }

    /// Told whenever a story's text is to be shown anew.
    public void onOpened(Consumer<StoryText> listener) {
        opened = listener;
    }

    // ---- opening

    public void open(UUID wanted) {
        kept(() -> {
            story = null;
            problem.set(null);
            saved.set("");
            moved = false;
            work.start("open a story", (_, _) -> read(wanted), read -> {
                if (read.isEmpty()) {
                    problem.set(Notice.of("This story is not there any more.", "Nothing was changed.", "Go back to the list."));
                    return;
                }
                story = wanted;
                seen = read.get().file().seen();
                text = read.get().file().text();
                around.set(read.get());
                opened.accept(text);
            }, fault -> problem.set(TroubleLog.tell("opening a story", fault)));
        });
    }

    private Optional<Around> read(UUID wanted) {
        return desk.flow().file(wanted).map(file -> {
            var by = desk.acting().person();
            var entry = file.story().entry();
            return new Around(file, promises(file), entry == null ? List.of() : desk.wire().versions(entry), desk.stories().aside(wanted),
                    desk.flow().whyNot(new Act.Sign(Meaning.EDITED, file.seen(), by.name()), file, by), desk.flow().againstExport(file, by));
        });
    }

    private List<Promise> promises(StoryFile file) {
        var newsroom = desk.newsroom().get();
        var words = PageWords.in("en", newsroom.language(), newsroom.zone());
        var now = desk.times().now();
        var claims = desk.ledger().claims(file, words, new ClaimLedger.Dates(now, now, false));
        var promises = new ArrayList<Promise>();
        promise(promises, claims, Claim.Kind.EDITED_BY, "Edited by", "waits for a signature");
        promise(promises, claims, Claim.Kind.REVIEWED_BY, "Reviewed by", "waits for a senior editor who wrote none of it");
        promise(promises, claims, Claim.Kind.ORIGINAL_ANALYSIS, "Original analysis", "needs a context box in our own words");
        promise(promises, claims, Claim.Kind.PRIMARY_SOURCES, "Primary sources", "needs a kept document tied to a sentence");
        promise(promises, claims, Claim.Kind.METHODOLOGY, "Methodology", "made when both have signed");
        return promises;
    }

    private static void promise(List<Promise> promises, List<Claim> claims, Claim.Kind kind, String name, String missing) {
        var claim = claims.stream().filter(c -> c.kind() == kind).findFirst();
        promises.add(claim.map(c -> switch (kind) {
            case EDITED_BY, REVIEWED_BY -> new Promise(true, name + " " + c.words(), "signed");
            case PRIMARY_SOURCES -> new Promise(true, "Cross-referenced", "with " + c.words());
            case METHODOLOGY -> new Promise(true, name, "made from this record");
            default -> new Promise(true, name, "the context box is all our own words");
        }).orElseGet(() -> new Promise(false, name, missing)));
    }

    // ---- keeping

    /// The words changed. They are on their way to the store when this returns.
    public void changed(StoryText now) {
        if (story == null || now.equals(text())) {
            return;
        }
        waiting = now;
        next();
    }

    private void next() {
        if (writing || waiting == null || story == null || seen == null) {
            return;
        }
        var words = waiting;
        var id = story;
        var from = seen;
        var by = desk.acting().person();
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
                case Outcome.Overtaken<Draft> overtaken -> stopped(overtaken.words());
                case Outcome.Refused<Draft> refused -> stopped(refused.whyNot());
            }
        }, fault -> {
            writing = false;
            waiting = waiting == null ? words : waiting;
            problem.set(TroubleLog.tell("saving", fault));
            work.after(TRY_AGAIN_MILLIS, this::next);
        });
    }

    /// What was typed is kept aside by the store; the story itself is as the others left it.
    private void stopped(String why) {
        moved = true;
        waiting = null;
        saved.set("");
        problem.set(Notice.of(why, "Your words are kept aside under History.", "Open the story anew to go on with the text as it stands."));
        whenKept.clear();
        refresh();
    }

    /// Whether the text moved under the editor, so that it has to be opened anew.
    public boolean hasMoved() {
        return moved;
    }

    private void settled() {
        if (!writing && waiting == null) {
            var then = List.copyOf(whenKept);
            whenKept.clear();
            then.forEach(Runnable::run);
            refresh();
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

    // ---- signing

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
        kept(() -> work.start("sign", (_, _) -> {
            try {
                var key = asked ? desk.sitting().open(who.id(), passphrase) : desk.sitting().key(who.id());
                return key.map(k -> desk.flow().sign(id, Meaning.EDITED, who, k, seen, who.name()));
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
                notices.say("fth-check-circle", "Signed “edited” as " + who.name());
                signed(id);
            } else {
                problem.set(Notice.of(outcome.get().whyNot(), "Nothing was signed.", ""));
            }
            then.accept(done);
        }, fault -> problem.set(TroubleLog.tell("signing", fault))));
    }

    /// A signature made the draft a revision: typing goes on from there.
    private void signed(UUID id) {
        work.start("look at a story", (_, _) -> read(id), read -> read.ifPresent(now -> {
            if (id.equals(story)) {
                seen = now.file().seen();
                around.set(now);
                next();
            }
        }), fault -> problem.set(TroubleLog.tell("reading a story", fault)));
    }

    /// Puts an older revision's words back as a new revision.
    public void putBack(UUID revision) {
        var id = story;
        if (id != null) {
            kept(() -> work.start("put a revision back", (_, _) -> desk.flow().putBack(id, revision, desk.acting().person()), outcome -> {
                if (outcome instanceof Outcome.Done<?>) {
                    open(id);
                } else {
                    problem.set(Notice.of(outcome.whyNot(), "Nothing was changed.", ""));
                }
            }, fault -> problem.set(TroubleLog.tell("putting a revision back", fault))));
        }
    }
}
