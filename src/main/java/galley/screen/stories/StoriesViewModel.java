package galley.screen.stories;

import galley.desk.Person;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Screens;
import galley.screen.common.Times;
import galley.signoff.CopyFlow;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Sitting;
import galley.story.Correction;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WireItem;
import galley.work.Cancel;
import galley.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The main screen without its window: which rows the table shows, which story is read, and what may be done with it.
public final class StoriesViewModel {

    /// Exports a story's page into the site and answers the page's path in it.
    @FunctionalInterface
    public interface Exports {
        Outcome<String> export(UUID story, Person by);
    }

    /// What this screen works on.
    ///
    /// @param touchedBy the files of the site that would change or go if a story were withdrawn
    /// @param firstText the words a story starts with when an item of a source is taken
    /// @param changed called after each change of the newsroom, to count again and to say when it was saved
    public record Desk(StoryRows rows, Readings readings, CopyFlow flow, Wire wire, Sitting sitting, BiFunction<WireItem, String, StoryText> firstText,
                       Columns columns, Exports exports, Function<UUID, List<String>> touchedBy, AtAWord.Services services, Acting acting, Times times, Runnable changed) {}

    /// A line in the pane that waits for the person's word.
    public sealed interface Asked {

        /// A reason, for an act that needs one.
        ///
        /// @param touches the files of the site that the act would change; empty for an act that changes none
        record ForReason(String prompt, String act, List<String> touches, Consumer<String> then) implements Asked {
            ForReason(String prompt, String act, Consumer<String> then) {
                this(prompt, act, List.of(), then);
            }
        }

        /// A signature, with the passphrase unless it was given lately.
        record ForSignature(Meaning meaning, Person by, boolean passphrase) implements Asked {}
    }

    /// Time for the eye to rest on a headline before it counts as seen.
    private static final long DWELL = 700;
    private static final long TYPING = 120;

    private final Desk desk;
    private final Work work;
    private final Notices notices;
    private final Screens screens;

    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final ReadOnlyObjectWrapper<StoryQuestion.By> by = new ReadOnlyObjectWrapper<>(this, "by", StoryQuestion.By.AGE);
    private final ReadOnlyBooleanWrapper ascending = new ReadOnlyBooleanWrapper(this, "ascending", false);
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(this, "place", new Place.InQueue(Queue.WIRE));
    private final ReadOnlyObjectWrapper<@Nullable VirtualRows> rows = new ReadOnlyObjectWrapper<>(this, "rows");
    private final ReadOnlyObjectWrapper<StoryQuestion> answered;
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final ReadOnlyObjectWrapper<@Nullable Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading");
    private final BooleanProperty comparing = new SimpleBooleanProperty(this, "comparing", false);
    private final ReadOnlyObjectWrapper<@Nullable Asked> asked = new ReadOnlyObjectWrapper<>(this, "asked");
    private final ReadOnlyObjectWrapper<@Nullable Notice> refused = new ReadOnlyObjectWrapper<>(this, "refused");
    private final ReadOnlyLongWrapper fresh = new ReadOnlyLongWrapper(this, "fresh");
    private final ReadOnlyStringWrapper freshSince = new ReadOnlyStringWrapper(this, "freshSince", "");
    private final ReadOnlyIntegerWrapper ticks = new ReadOnlyIntegerWrapper(this, "ticks");

    private long newest;
    private int question;
    private int readingQuestion;
    private boolean turning;
    private @Nullable Cancel typing;
    private @Nullable Cancel dwelling;

    private final StringProperty noStory = new SimpleStringProperty("choose a story first");
    private final StringProperty mayTake = new SimpleStringProperty("choose a wire item first");
    private final StringProperty mayOpen = new SimpleStringProperty(noStory.get());
    private final StringProperty maySign = new SimpleStringProperty(noStory.get());
    private final StringProperty mayReview = new SimpleStringProperty(noStory.get());
    private final StringProperty maySendBack = new SimpleStringProperty(noStory.get());
    private final StringProperty mayLift = new SimpleStringProperty(noStory.get());
    private final StringProperty maySpike = new SimpleStringProperty(noStory.get());
    private final StringProperty mayRestore = new SimpleStringProperty(noStory.get());
    private final StringProperty mayHold = new SimpleStringProperty(noStory.get());
    private final StringProperty mayRelease = new SimpleStringProperty(noStory.get());
    private final StringProperty mayExport = new SimpleStringProperty(noStory.get());
    private final StringProperty mayPreview = new SimpleStringProperty(noStory.get());
    private final StringProperty mayCorrect = new SimpleStringProperty(noStory.get());
    private final StringProperty mayKill = new SimpleStringProperty(noStory.get());
    private final StringProperty mayOpenEvent = new SimpleStringProperty(noStory.get());
    private final StringProperty mayCompare = new SimpleStringProperty(noStory.get());
    private final StringProperty mayNote = new SimpleStringProperty(noStory.get());
    private final StringProperty mayShowNew = new SimpleStringProperty("nothing new has come");

    private final Command take = onSelected("Take story", "fth-user-plus", "T", mayTake, this::takeIt);
    private final Command open = onSelected("Open story", "fth-edit-3", "Enter", mayOpen, this::openIt);
    private final Command sign = onSelected("Sign “edited”", "fth-pen-tool", "", maySign, () -> askForSignature(Meaning.EDITED));
    private final Command review = onSelected("Review story", "fth-eye", "R", mayReview, this::reviewIt);
    private final Command sendBack = onSelected("Send back with a reason", "fth-corner-up-left", "B", maySendBack, this::sendItBack);
    private final Command lift = onSelected("Lift “changes wanted”", "fth-corner-right-up", "", mayLift, this::liftIt);
    private final Command spike = onSelected("Spike story", "fth-archive", "S", maySpike, this::spikeIt);
    private final Command restore = onSelected("Restore story", "fth-rotate-ccw", "", mayRestore, this::restoreIt);
    private final Command hold = onSelected("Hold story", "fth-pause", "H", mayHold, this::holdIt);
    private final Command release = onSelected("Release from hold", "fth-play", "", mayRelease, this::releaseIt);
    private final Command export = onSelected("Export story", "fth-upload", "E", mayExport, this::exportIt);
    private final Command preview = onSelected("Page preview", "fth-globe", "P", mayPreview, this::previewIt);
    private final Command showNew = new Command("Show what is new", "fth-arrow-up", "N", mayShowNew, this::ask);
    private final Command exportTo = onSelected("Export to a folder of your choice", "fth-folder", "Ctrl+E", mayExport, this::exportElsewhere);
    private final Command correct = onSelected("Correct what is published", "fth-edit-2", "", mayCorrect,
            () -> tellReaders(Correction.Kind.CORRECTION, "What was wrong, in a sentence for readers.", "Print correction"));
    private final Command update = onSelected("Print what is new in it", "fth-plus-circle", "", mayCorrect,
            () -> tellReaders(Correction.Kind.UPDATE, "What is new, in a sentence for readers.", "Print update"));
    private final Command clarify = onSelected("Clarify what is published", "fth-info", "", mayCorrect,
            () -> tellReaders(Correction.Kind.CLARIFICATION, "What could be misread, in a sentence for readers.", "Print clarification"));
    private final Command kill = onSelected("Kill story", "fth-slash", "", mayKill, this::killIt);
    private final Command compare = new Command("Show what changed since the wire", "fth-git-commit", "D", mayCompare, this::compareIt);
    private final Command openEvent = new Command("Other reports of this event", "fth-layers", "G", mayOpenEvent, () -> turnEvent(selected.get()));
    private final Command noteSource = onSelected("I have seen it", "fth-check", "", mayNote, this::noteIt);
    private final Bulk bulk;
    private final AtAWord atAWord;
    private final Command next = Command.always("Next story", "fth-arrow-down", "J", () -> move(1));
    private final Command previous = Command.always("Previous story", "fth-arrow-up", "K", () -> move(-1));
    private final Command addFeed = Command.always("Add feed", "fth-rss", "", this::goToFeeds);
    private final Command begin = Command.always("New story", "fth-plus", "Ctrl+N", this::beginOne);

    public StoriesViewModel(Desk desk, Work work, Notices notices, Screens screens) {
        this.desk = desk;
        this.work = work;
        this.notices = notices;
        this.screens = screens;
        this.atAWord = new AtAWord(desk.services(), reading, desk.acting(), work, notices, this::afterwards);
        this.bulk = new Bulk(desk, work, notices, screens, rows::get, this::afterwards);
        this.answered = new ReadOnlyObjectWrapper<>(this, "answered", question());
        words.addListener((_, _, _) -> askSoon());
        selected.addListener((_, _, _) -> {
            if (!turning) {
                read();
            }
        });
        desk.acting().personProperty().addListener((_, _, _) -> askAgain());
    }

    // ---- the list

    /// Moves to a queue or a source.
    public void show(Place place) {
        var before = this.place.get();
        this.place.set(place);
        if (place instanceof Place.Saved saved) {
            words.set(saved.words() + " ");
        } else if (before instanceof Place.Saved left && words.get().strip().equals(left.words())) {
            words.set("");
        }
        ask();
    }

    public void sort(StoryQuestion.By by, boolean ascending) {
        this.by.set(by);
        this.ascending.set(ascending);
        ask();
    }

    /// Asks for the list anew and begins at its top.
    public void ask() {
        ask(null);
    }

    /// Asks anew and keeps to the story being read, or to its place in the list when it has left.
    public void askAgain() {
        ask(current());
    }

    private void ask(@Nullable StoryRow keep) {
        int number = ++question;
        int at = selected.get();
        var asking = question();
        var person = desk.acting().person();
        record Answered(StoryRows.Answer answer, List<StoryRow> first, long newest) {}
        work.start("ask for the list", (_, _) -> {
            var answer = desk.rows().ask(asking, person);
            return new Answered(answer, VirtualRows.first(answer), desk.rows().newest());
        }, found -> {
            if (number != question) {
                return;
            }
            newest = found.newest();
            noneNew();
            answered.set(asking);
            turning = true;
            selected.set(-1);
            rows.set(new VirtualRows(found.answer(), found.first(), work, notices));
            selected.set(keep == null ? (found.answer().size() == 0 ? -1 : 0) : placeOf(keep, found.first(), at, found.answer().size()));
            turning = false;
            read();
        }, fault -> tell("asking for the list", fault));
    }

    private static int placeOf(StoryRow keep, List<StoryRow> first, int before, int size) {
        for (int i = 0; i < first.size(); i++) {
            if (keep.id() != null && keep.id().equals(first.get(i).id())) {
                return i;
            }
        }
        return Math.min(before, size - 1);
    }

    private StoryQuestion question() {
        return StoryQuestion.of(place.get(), words.get(), by.get(), ascending.get());
    }

    private void askSoon() {
        if (typing != null) {
            typing.wish();
        }
        typing = work.after(TYPING, this::ask);
    }

    /// Looks whether something came; the list stays as it is until the person asks.
    public void lookForNew() {
        if (!place.get().equals(new Place.InQueue(Queue.WIRE))) {
            return;
        }
        long since = newest;
        work.start("look for new", (_, _) -> desk.rows().cameAfter(since), count -> {
            if (since == newest && count > 0) {
                fresh.set(count);
                if (freshSince.get().isEmpty()) {
                    freshSince.set(desk.times().at(desk.times().now()));
                }
                mayShowNew.set("");
            }
        }, fault -> tell("looking for what is new", fault));
    }

    private void noneNew() {
        fresh.set(0);
        freshSince.set("");
        mayShowNew.set("nothing new has come");
    }

    /// Ages go on: what is shown wants another look.
    public void tick() {
        ticks.set(ticks.get() + 1);
    }

    private void move(int by) {
        var all = rows.get();
        if (all != null && !all.isEmpty()) {
            selected.set(Math.clamp(selected.get() + by, 0, all.size() - 1));
        }
    }

    private @Nullable StoryRow current() {
        var all = rows.get();
        return all == null || selected.get() < 0 || selected.get() >= all.size() ? null : all.get(selected.get()).row();
    }

    /// Opens the other reports of a row's event below it, or closes them. Nothing above it moves.
    public void turnEvent(int index) {
        var all = rows.get();
        if (all == null || index < 0 || index >= all.size()) {
            return;
        }
        int at = all.above(index);
        var row = all.get(at).row();
        if (all.isOpen(at)) {
            if (index != at || selected.get() > at && all.above(selected.get()) == at) {
                selected.set(at);
            }
            all.close(at);
            return;
        }
        var person = desk.acting().person();
        work.start("find the same event", (_, _) -> desk.rows().others(row, person), others -> {
            if (rows.get() == all && row.id() != null && row.id().equals(all.get(at).row().id())) {
                all.open(at, others);
            }
        }, fault -> tell("finding the same event", fault));
    }

    // ---- the story being read

    /// Reads the selected story again, as it stands now.
    public void read() {
        int number = ++readingQuestion;
        if (dwelling != null) {
            dwelling.wish();
        }
        asked.set(null);
        refused.set(null);
        var row = current();
        mayOpenEvent.set(row == null ? noStory.get() : row.event() == null ? "nobody else reports this event" : "");
        if (row == null) {
            refuseAll();
            reading.set(null);
            return;
        }
        var before = reading.get();
        if (before != null && !before.id().equals(row.id())) {
            // What stands against an act on the story from before says nothing about this one.
            allow(new Reading.May("", "", "", "", "", "", "", "", "", "", "", "", "", ""));
        }
        if (!row.isRead()) {
            rows.get().get(selected.get()).rowProperty().addListener(new ChangeListener<StoryRow>() {
                @Override
                public void changed(ObservableValue<? extends StoryRow> slot, StoryRow before, StoryRow now) {
                    slot.removeListener(this);
                    if (number == readingQuestion) {
                        read();
                    }
                }
            });
            return;
        }
        var person = desk.acting().person();
        work.start("read a story", (_, _) -> desk.readings().of(row, person), found -> {
            if (number == readingQuestion) {
                found.ifPresentOrElse(r -> allow(r.may()), this::refuseAll);
                mayCompare.set(found.map(StoriesViewModel::againstComparing).orElse(noStory.get()));
                mayNote.set(found.map(r -> r.news().isEmpty() ? "its sources are as they were" : "").orElse(noStory.get()));
                reading.set(found.orElse(null));
                if (row.unseen()) {
                    dwelling = work.after(DWELL, () -> seen(row));
                }
            }
        }, fault -> tell("reading a story", fault));
    }

    /// Does this once the selected story has been read: at once when it has.
    public void whenRead(Consumer<Reading> then) {
        var row = current();
        var now = reading.get();
        if (row == null) {
            return;
        }
        if (now != null && now.id().equals(row.id())) {
            then.accept(now);
            return;
        }
        int at = selected.get();
        reading.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends @Nullable Reading> of, @Nullable Reading before, @Nullable Reading read) {
                reading.removeListener(this);
                // Whoever went on meanwhile did not mean the next one.
                if (read != null && selected.get() == at) {
                    then.accept(read);
                }
            }
        });
    }

    /// A command on the selected story, never on one that is still shown from before: it waits until the selected one has been read.
    private Command onSelected(String words, String icon, String keys, StringProperty may, Runnable act) {
        return new Command(words, icon, keys, may, () -> whenRead(_ -> {
            if (may.get().isEmpty()) {
                act.run();
            } else {
                notices.say("fth-slash", words + ": " + may.get());
            }
        }));
    }

    private void seen(StoryRow row) {
        work.start("mark as seen", (_, _) -> {
            desk.wire().markSeen(row.id());
            return row.seen();
        }, now -> {
            var all = rows.get();
            if (all != null) {
                all.change(row.id(), now);
            }
        }, fault -> tell("marking a story as seen", fault));
    }

    private void allow(Reading.May may) {
        mayTake.set(may.take());
        mayOpen.set(may.open());
        maySign.set(may.sign());
        mayReview.set(may.review());
        maySendBack.set(may.sendBack());
        mayLift.set(may.lift());
        maySpike.set(may.spike());
        mayRestore.set(may.restore());
        mayHold.set(may.hold());
        mayRelease.set(may.release());
        mayExport.set(may.export());
        mayPreview.set(may.preview());
        mayCorrect.set(may.correct());
        mayKill.set(may.kill());
    }

    private static String againstComparing(Reading reading) {
        return !reading.sinceWire().isEmpty() ? "" : reading.onTheWire() ? "these are the wire's own words" : "nothing has changed since the wire";
    }

    private void refuseAll() {
        mayCompare.set(noStory.get());
        mayNote.set(noStory.get());
        var no = noStory.get();
        allow(new Reading.May(no, no, no, no, no, no, no, no, no, no, no, no, no, no));
    }

    // ---- acts

    private void takeIt() {
        var entry = reading.get().id();
        var source = current().source();
        var person = desk.acting().person();
        act("taking a story", () -> desk.flow().take(entry, person, item -> desk.firstText().apply(item, source)), story -> {
            notices.say("fth-user-plus", "Taken. It is in Mine.");
            screens.show(new Place.Editing(story.id()));
        });
    }

    private void noteIt() {
        var shown = reading.get();
        var person = desk.acting().person();
        work.start("note what a source did", (_, _) -> {
            desk.readings().watched().sources().note(shown.id(), person);
            return shown;
        }, _ -> {
            notices.say("fth-check", "Noted. It comes back when the source changes again.");
            afterwards();
        }, fault -> tell("noting what a source did", fault));
    }

    private void openIt() {
        screens.show(new Place.Editing(reading.get().id()));
    }

    private void goToFeeds() {
        screens.show(new Place.Feeds());
    }

    private void beginOne() {
        var person = desk.acting().person();
        act("beginning a story", () -> desk.flow().begin(person, StoryText.of("", "")), story -> screens.show(new Place.Editing(story.id())));
    }

    private void previewIt() {
        screens.show(new Place.PageOf(reading.get().id()));
    }

    private void reviewIt() {
        screens.show(new Place.Review(reading.get().id()));
    }

    private void askForSignature(Meaning meaning) {
        var person = desk.acting().person();
        asked.set(new Asked.ForSignature(meaning, person, desk.sitting().needsPassphrase(person.id())));
    }

    /// Signs what the pane shows. The passphrase is wiped; empty where none was asked.
    public void sign(Asked.ForSignature asking, char[] passphrase) {
        var shown = reading.get();
        if (shown == null || shown.seen() == null) {
            return;
        }
        var who = asking.by();
        refused.set(null);
        work.start("sign", (_, _) -> {
            try {
                var key = asking.passphrase() ? desk.sitting().open(who.id(), passphrase) : desk.sitting().key(who.id());
                return key.map(k -> (Outcome<?>) desk.flow().sign(shown.id(), asking.meaning(), who, k, shown.seen(), who.name()));
            } finally {
                java.util.Arrays.fill(passphrase, '\0');
            }
        }, outcome -> {
            if (outcome.isEmpty()) {
                if (!asking.passphrase()) {
                    askForSignature(asking.meaning());
                }
                refused.set(asking.passphrase() ? Notice.of("That is not " + who.name() + "'s passphrase.", "Nothing was signed.", "Try again.")
                        : Notice.of("Ten minutes have passed.", "Nothing was signed.", "Give your passphrase again."));
            } else {
                settle(outcome.get(), _ -> {
                    asked.set(null);
                    notices.say("fth-check-circle", "Signed “" + asking.meaning().code() + "” as " + who.name());
                });
            }
        }, fault -> tell("signing", fault));
    }

    /// The person thinks better of it.
    public void neverMind() {
        asked.set(null);
        refused.set(null);
    }

    private void sendItBack() {
        var shown = reading.get();
        var person = desk.acting().person();
        asked.set(new Asked.ForReason("What has to change, and why. A reason is needed.", "Send back",
                reason -> act("sending back", () -> desk.flow().sendBack(shown.id(), person, shown.seen(), reason),
                        _ -> notices.say("fth-corner-up-left", "Sent back. It stays until you or another senior lifts it."))));
    }

    private void liftIt() {
        var id = reading.get().id();
        var person = desk.acting().person();
        act("lifting “changes wanted”", () -> desk.flow().lift(id, person), _ -> notices.say("fth-corner-right-up", "“Changes wanted” is lifted"));
    }

    private void spikeIt() {
        var shown = reading.get();
        var person = desk.acting().person();
        if (shown.onTheWire()) {
            work.start("spike", (_, _) -> {
                desk.wire().spike(shown.id(), desk.times().now());
                return shown.id();
            }, id -> {
                afterwards();
                notices.say("fth-archive", "Spiked off the wire", Command.always("Undo", "", "Ctrl+Z", () -> returnToWire(id)));
            }, fault -> tell("spiking", fault));
            return;
        }
        asked.set(new Asked.ForReason("Why it is spiked. It can come back.", "Spike story",
                reason -> act("spiking", () -> desk.flow().spike(shown.id(), person, reason), story -> notices.say("fth-archive", "Story spiked",
                        Command.always("Undo", "", "Ctrl+Z", () -> restore(story.id(), person))))));
    }

    private void restoreIt() {
        var shown = reading.get();
        if (shown.onTheWire()) {
            returnToWire(shown.id());
        } else {
            restore(shown.id(), desk.acting().person());
        }
    }

    private void restore(UUID story, Person person) {
        act("restoring", () -> desk.flow().restore(story, person), _ -> notices.say("fth-rotate-ccw", "Story restored"));
    }

    private void returnToWire(UUID entry) {
        work.start("restore", (_, _) -> {
            desk.wire().unspike(entry);
            return entry;
        }, _ -> {
            afterwards();
            notices.say("fth-rotate-ccw", "Back on the wire");
        }, fault -> tell("restoring", fault));
    }

    private void holdIt() {
        var id = reading.get().id();
        var person = desk.acting().person();
        asked.set(new Asked.ForReason("For whom or what it waits.", "Hold story",
                reason -> act("putting on hold", () -> desk.flow().hold(id, person, reason), _ -> notices.say("fth-pause", "On hold; it can be edited, not exported"))));
    }

    private void releaseIt() {
        var id = reading.get().id();
        var person = desk.acting().person();
        act("releasing", () -> desk.flow().release(id, person), (Story _) -> notices.say("fth-play", "Released"));
    }

    /// The note becomes part of the text that both then sign.
    private void tellReaders(Correction.Kind kind, String prompt, String act) {
        var shown = reading.get();
        var person = desk.acting().person();
        asked.set(new Asked.ForReason(prompt, act, reason -> act("telling readers", () -> desk.flow().correct(shown.id(), person, kind, shown.seen(), reason),
                _ -> notices.say("fth-edit-2", "The " + kind.code() + " stands in the text. Both sign it again before it is exported."))));
    }

    /// Nobody kills a story without having seen how far it reaches.
    private void killIt() {
        var id = reading.get().id();
        var person = desk.acting().person();
        work.start("see what killing touches", (_, _) -> desk.touchedBy().apply(id), touched -> {
            var shown = reading.get();
            if (shown != null && shown.id().equals(id)) {
                asked.set(new Asked.ForReason("Why it is withdrawn for good. Readers are told.", "Kill story", touched,
                        reason -> act("killing", () -> desk.flow().kill(id, person, reason),
                                _ -> notices.say("fth-slash", "Killed. Its page stands until the next export."))));
            }
        }, fault -> tell("seeing what killing touches", fault));
    }

    private void exportIt() {
        var id = reading.get().id();
        var person = desk.acting().person();
        act("exporting", () -> desk.exports().export(id, person), page -> notices.say("fth-globe", "Exported: " + page));
    }

    private void compareIt() {
        comparing.set(!comparing.get());
    }

    private void exportElsewhere() {
        screens.show(new Place.Exporting(List.of(reading.get().id())));
    }

    /// What can be done to several stories at once.
    public Bulk bulk() {
        return bulk;
    }

    private <T> void act(String doing, Supplier<Outcome<T>> slow, Consumer<T> done) {
        refused.set(null);
        work.start(doing, (_, _) -> slow.get(), outcome -> settle(outcome, done), fault -> tell(doing, fault));
    }

    private <T> void settle(Outcome<T> outcome, Consumer<T> done) {
        switch (outcome) {
            case Outcome.Done<T> kept -> {
                asked.set(null);
                afterwards();
                done.accept(kept.value());
            }
            case Outcome.Refused<T> no -> refused.set(Notice.of(no.whyNot(), "Nothing was changed.", ""));
            case Outcome.Overtaken<T> overtaken -> {
                var words = overtaken.words();
                asked.set(null);
                read();
                refused.set(Notice.of(words, "", "You see the new text now."));
            }
        }
    }

    private void afterwards() {
        askAgain();
        desk.changed().run();
    }

    private void tell(String doing, Throwable fault) {
        notices.tell(TroubleLog.tell(doing, fault));
    }

    // ---- what the view binds to

    public StringProperty wordsProperty() {
        return words;
    }

    public ReadOnlyObjectProperty<StoryQuestion.By> byProperty() {
        return by.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty ascendingProperty() {
        return ascending.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// Null until the first answer has come.
    public ReadOnlyObjectProperty<@Nullable VirtualRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The question whose rows are shown.
    public ReadOnlyObjectProperty<StoryQuestion> answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /// Which row is read; -1 for none.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<@Nullable Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Whether the pane shows what changed since the wire, where something did, in place of the text.
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    public ReadOnlyObjectProperty<@Nullable Asked> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// Why the last act was not done.
    public ReadOnlyObjectProperty<@Nullable Notice> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /// How many came since the list was asked.
    public ReadOnlyLongProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty freshSinceProperty() {
        return freshSince.getReadOnlyProperty();
    }

    /// Moves when time has passed and the ages are to be said again.
    public ReadOnlyIntegerProperty ticksProperty() {
        return ticks.getReadOnlyProperty();
    }

    public Columns columns() {
        return desk.columns();
    }

    public Times times() {
        return desk.times();
    }

    /// The command behind the reading's next act.
    public Command command(Reading.Act act) {
        return switch (act) {
            case TAKE -> take;
            case OPEN -> open;
            case REVIEW -> review;
            case EXPORT -> export;
            case PREVIEW -> preview;
            case RESTORE -> restore;
        };
    }

    public Command begin() {
        return begin;
    }

    public Command addFeed() {
        return addFeed;
    }

    public Command showNew() {
        return showNew;
    }

    /// The acts in the row under the text.
    public List<Command> besides(Reading reading) {
        var spiking = reading.may().restore().isEmpty() ? restore : spike;
        return reading.onTheWire() ? List.of(take, spiking) : List.of(open, preview, reading.may().release().isEmpty() ? release : hold, spiking);
    }

    /// Notes that somebody has seen what the sources of the story did.
    public Command noteSource() {
        return noteSource;
    }

    /// The rarer acts, behind them.
    public List<Command> rarer(Reading reading) {
        var rare = new ArrayList<>(reading.onTheWire() ? List.<Command>of() : List.of(sign, review, sendBack, lift, export, exportTo, correct, update, clarify, kill));
        rare.addAll(rare.isEmpty() ? rare.size() : rare.size() - 1, atAWord.of(reading));
        return rare;
    }

    /// With several stories chosen the keys mean all of them.
    public List<Command> commands() {
        if (bulk.isSeveral()) {
            var several = new ArrayList<>(bulk.commands());
            several.addAll(List.of(next, previous, showNew, begin));
            return several;
        }
        var all = new ArrayList<>(List.of(next, previous, open, take, sign, review, sendBack, lift, spike, restore, hold, release, export, exportTo, preview, compare, noteSource, openEvent, correct, update, clarify, kill, showNew, begin));
        all.addAll(atAWord.commands());
        return all;
    }
}
