package galley.screen.stories;

import galley.desk.People;
import galley.desk.Person;
import galley.screen.common.Mark;
import galley.screen.common.Step;
import galley.screen.common.Step.Standing;
import galley.screen.common.Times;
import galley.screen.common.Watched;
import galley.signoff.Act;
import galley.signoff.CopyFlow;
import galley.signoff.Meaning;
import galley.signoff.Reason;
import galley.signoff.SignOff;
import galley.signoff.Status;
import galley.signoff.StoryFile;
import galley.story.Correction;
import galley.story.ReadingText;
import galley.story.Source;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WireEntry;
import galley.story.WireItem;
import galley.story.WordCount;
import galley.story.WordDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Puts together what the reading pane shows. Asked away from the window's thread.
public final class Readings {

    private static final int WORDS_A_MINUTE = 230;
    private static final String NOT_TAKEN = "not taken yet";
    private static final String ON_THE_WIRE = "it is a wire item; take it first";

    private final Wire wire;
    private final CopyFlow flow;
    private final People people;
    private final Times times;
    private final Watched watched;

    public Readings(Wire wire, CopyFlow flow, People people, Times times, Watched watched) {
        this.watched = watched;
        this.wire = wire;
        this.flow = flow;
        this.people = people;
        this.times = times;
    }

    /// What is on record around a story.
    public Watched watched() {
        return watched;
    }

    /// Empty when the row's story or entry is no longer there.
    public Optional<Reading> of(StoryRow row, Person acting) {
        var id = row.id();
        if (id == null) {
            return Optional.empty();
        }
        return row.onTheWire() ? wire.entry(id).map(entry -> ofWire(entry, acting)) : ofStory(id, acting);
    }

    // ---- the wire

    private Reading ofWire(WireEntry entry, Person acting) {
        var item = wire.fullest(entry);
        var paragraphs = ReadingText.of(item.fullestText());
        var version = item.version() > 1 ? ", version " + item.version() : "";
        var steps = List.of(new Step("Imported", entry.source(), times.at(item.fetched()) + version, Standing.DONE),
                new Step("Edited by", "An editor", NOT_TAKEN, Standing.NOW), new Step("Reviewed by", "A senior editor", "after the edit", Standing.LATER),
                new Step("Exported", "Not yet", "needs both", Standing.LATER));
        int words = paragraphs.stream().mapToInt(p -> WordCount.of(p.text())).sum();
        var kicker = item.categories().isEmpty() ? List.of(entry.source()) : List.of(entry.source(), item.categories().getFirst());
        var take = !acting.isEditor() ? acting.name() + " is not an editor here" : "";
        var spiked = entry.spiked() != null;
        var next = spiked ? new Reading.Next("Spiked off the wire", "It can return", Reading.Act.RESTORE)
                : new Reading.Next("Nobody has taken this", "Taking it makes it your story", Reading.Act.TAKE);
        return new Reading(entry.id(), true, null, steps, kicker, item.title(), "", facts(words, List.of()), paragraphs, List.of(), next, List.of(), List.of(), false,
                new Reading.May(take, ON_THE_WIRE, ON_THE_WIRE, ON_THE_WIRE, ON_THE_WIRE, ON_THE_WIRE, spiked ? "it is spiked already" : "",
                        spiked ? "" : "it is not spiked", ON_THE_WIRE, ON_THE_WIRE, ON_THE_WIRE, ON_THE_WIRE, ON_THE_WIRE, ON_THE_WIRE));
    }

    // ---- stories

    private Optional<Reading> ofStory(UUID id, Person acting) {
        return flow.file(id).map(file -> {
            var text = file.text();
            var status = Status.of(file);
            var may = may(file, acting);
            return new Reading(id, false, file.seen(), steps(file, status), kicker(text), text.headline(), text.standfirst(),
                    facts(text.wordCount(), evidence(text)), ReadingText.of(text.body()), sinceWire(file), next(file, status, acting, may), stands(file, status), watched.sources().of(file), file.lastPublication().isPresent(), may);
        });
    }

    /// The first revision is the wire's own words.
    private static List<WordDiff.Block> sinceWire(StoryFile file) {
        if (file.story().entry() == null) {
            return List.of();
        }
        var changes = WordDiff.between(file.revisions().getFirst().text(), file.text());
        return WordDiff.isSame(changes) ? List.of() : changes;
    }

    private static List<String> kicker(StoryText text) {
        return Stream.of(text.slugline(), text.category()).filter(part -> !part.isEmpty()).toList();
    }

    private static List<String> facts(int words, List<String> more) {
        var facts = new ArrayList<>(List.of(words + (words == 1 ? " word" : " words"), Math.max(1, Math.round((float) words / WORDS_A_MINUTE)) + " min"));
        facts.addAll(more);
        return facts;
    }

    private static List<String> evidence(StoryText text) {
        long primary = text.evidence().stream().filter(e -> e.kind() == galley.story.Evidence.Kind.PRIMARY).count();
        return primary == 0 ? List.of() : List.of(primary + (primary == 1 ? " primary source" : " primary sources"));
    }

    // ---- steps

    /// The four steps of a story as it stands.
    public List<Step> steps(StoryFile file) {
        return steps(file, Status.of(file));
    }

    private List<Step> steps(StoryFile file, Status status) {
        var standing = file.standing();
        var edited = standing.edited();
        var reviewed = standing.reviewed();
        return List.of(imported(file), edited.map(s -> signed("Edited by", s)).orElseGet(() -> toEdit(file)),
                reviewed.map(s -> signed("Reviewed by", s)).orElseGet(() -> toReview(file, edited.isPresent())), exported(file, status));
    }

    private Step imported(StoryFile file) {
        // The item's own time, as the wire showed it: a report is as old as it is, however late somebody takes it.
        var came = file.story().entry() == null ? List.<WireItem>of() : wire.versions(file.story().entry());
        var at = times.at(came.isEmpty() ? file.story().takenAt() : came.getFirst().fetched());
        Source source = file.text().source();
        if (source != null) {
            return new Step("Imported", source.name(), at, Standing.DONE);
        }
        return file.story().entry() == null ? new Step("Imported", "Our own story", at, Standing.DONE)
                : new Step("Imported", "From the wire", at, Standing.DONE);
    }

    private Step signed(String label, SignOff signOff) {
        return new Step(label, signOff.printedAs(), times.at(signOff.at()), Standing.DONE);
    }

    private Step toEdit(StoryFile file) {
        var lapsed = lapsed(file, Meaning.EDITED);
        if (lapsed.isPresent()) {
            return new Step("Edited by", lapsed.get().printedAs(), lapsedDetail(file, lapsed.get()), Standing.LAPSED);
        }
        var author = file.draft() != null ? file.draft().author() : file.story().takenBy();
        return new Step("Edited by", nameOf(author), "not signed yet", Standing.NOW);
    }

    private Step toReview(StoryFile file, boolean edited) {
        var lapsed = lapsed(file, Meaning.REVIEWED);
        if (lapsed.isPresent() && !edited) {
            return new Step("Reviewed by", lapsed.get().printedAs(), lapsedDetail(file, lapsed.get()), Standing.LAPSED);
        }
        return edited ? new Step("Reviewed by", "Senior editor", "not signed yet", Standing.NOW)
                : new Step("Reviewed by", "A senior editor", "after the edit", Standing.LATER);
    }

    private static Optional<SignOff> lapsed(StoryFile file, Meaning meaning) {
        return file.standing().lapsed().stream().filter(s -> s.meaning() == meaning).findFirst();
    }

    private String lapsedDetail(StoryFile file, SignOff signOff) {
        var changed = file.draft() != null ? file.draft().at() : file.head().at();
        var words = changedWords(file, signOff);
        return "lapsed " + times.at(changed) + (words.isEmpty() ? "" : ": “" + words + "”");
    }

    private static String changedWords(StoryFile file, SignOff signOff) {
        return file.revisions().stream().filter(r -> r.id().equals(signOff.revision())).findFirst()
                .map(signed -> ChangedWords.between(signed.text(), file.text())).orElse("");
    }

    private static String lapsedWords(StoryFile file, SignOff signOff) {
        var words = changedWords(file, signOff);
        return (words.isEmpty() ? "Words" : "“" + words + "”") + " changed after " + signOff.printedAs() + " signed “" + signOff.meaning().code() + "”.";
    }

    private Step exported(StoryFile file, Status status) {
        var last = file.lastPublication();
        if (status == Status.PUBLISHED && last.isPresent()) {
            return new Step("Exported", "On the site", times.at(last.get().at()), Standing.DONE);
        }
        if (last.isPresent() && last.get().isBeforeReview() && last.get().digest().equals(file.digest())) {
            return new Step("Exported", "On the site", (file.standing().reviewed().isEmpty() ? "before its review, " : "still without its review, ") + times.at(last.get().at()),
                    Standing.NOW);
        }
        var missing = file.standing().edited().isEmpty() ? "needs both" : file.standing().reviewed().isEmpty() ? "needs review" : "";
        var detail = last.map(p -> "older text out since " + times.at(p.at())).orElse(missing.isEmpty() ? "ready to export" : missing);
        return new Step("Exported", last.isPresent() ? "Not this text" : "Not yet", detail, missing.isEmpty() ? Standing.NOW : Standing.LATER);
    }

    // ---- what comes next

    private Reading.Next next(StoryFile file, Status status, Person acting, Reading.May may) {
        return switch (status) {
            case DRAFT -> file.story().takenBy().equals(acting.id())
                    ? new Reading.Next("Yours to write", "Open it, and sign when you stand by it", Reading.Act.OPEN)
                    : new Reading.Next(nameOf(file.story().takenBy()) + " is writing this", "What you type is kept as yours", Reading.Act.OPEN);
            case SENT_BACK -> new Reading.Next("Changes are wanted", file.changesWanted().map(w -> "“" + w.reason() + "”").orElse(""), Reading.Act.OPEN);
            case LAPSED -> new Reading.Next("A signature has lapsed", "The words changed after it; sign again", Reading.Act.OPEN);
            case AWAITING_REVIEW -> new Reading.Next(may.review().isEmpty() ? "Ready for your review" : "Waits for a review",
                    "No words of yours are in it", Reading.Act.REVIEW);
            case READY -> new Reading.Next("Both have signed", "Exporting puts the page into the site", Reading.Act.EXPORT);
            case PUBLISHED -> new Reading.Next("On the site", file.lastPublication().map(p -> p.path()).orElse(""), Reading.Act.PREVIEW);
            case KILLED -> new Reading.Next("Killed", "A notice stands where its page was", Reading.Act.PREVIEW);
            case SPIKED -> new Reading.Next("Spiked", "It can return as it was", Reading.Act.RESTORE);
        };
    }

    private List<Reading.Stand> stands(StoryFile file, Status status) {
        var stands = new ArrayList<Reading.Stand>();
        var story = file.story();
        if (story.kill() != null) {
            stands.add(new Reading.Stand(Mark.KILLED, "Killed by " + nameOf(story.kill().by()) + ", " + times.at(story.kill().at()) + ": “" + story.kill().reason() + "”"));
        }
        if (story.spike() != null) {
            stands.add(new Reading.Stand(Mark.SPIKED, "Spiked by " + nameOf(story.spike().by()) + ", " + times.at(story.spike().at()) + ": “" + story.spike().reason() + "”"));
        }
        if (story.legalHold() != null) {
            stands.add(new Reading.Stand(Mark.HOLD, "Legal hold by " + nameOf(story.legalHold().by()) + ": “" + story.legalHold().reason() + "”"));
        }
        if (story.hold() != null) {
            stands.add(new Reading.Stand(Mark.HOLD, "On hold by " + nameOf(story.hold().by()) + ": “" + story.hold().reason() + "”"));
        }
        if (story.embargo() != null && story.embargo().isAfter(times.now())) {
            stands.add(new Reading.Stand(Mark.EMBARGO, "Embargo until " + times.at(story.embargo())));
        }
        if (file.isSilentChange()) {
            stands.add(new Reading.Stand(Mark.CORRECTED, "These words differ from the published ones: tell readers what changed before both sign."));
        }
        if (status == Status.LAPSED) {
            file.standing().lapsed().stream().limit(1).forEach(s -> stands.add(new Reading.Stand(Mark.LAPSED, lapsedWords(file, s))));
        }
        file.changesWanted().ifPresent(w -> stands.add(new Reading.Stand(Mark.SENT_BACK,
                nameOf(w.by()) + " wants changes, " + times.at(w.at()) + ": “" + w.reason() + "”")));
        return stands;
    }

    private Reading.May may(StoryFile file, Person by) {
        return new Reading.May("it is taken already", why(new Act.Write(), file, by),
                why(new Act.Sign(Meaning.EDITED, file.seen(), by.name()), file, by), againstReview(file, by), why(new Act.SendBack(file.seen(), "-"), file, by),
                why(new Act.Lift(), file, by), why(new Act.Spike("-"), file, by), why(new Act.Restore(), file, by), why(new Act.Hold("-"), file, by),
                why(new Act.Release(), file, by), words(flow.againstExport(file, by), file), "",
                why(new Act.Correct(Correction.Kind.CORRECTION, file.seen(), "-"), file, by), why(new Act.Kill("-"), file, by));
    }

    /// A review may be begun while there is something to settle in it: that is what it is for.
    public String againstReview(StoryFile file, Person by) {
        return words(flow.whyNot(new Act.Sign(Meaning.REVIEWED, file.seen(), by.name()), file, by).stream().filter(r -> switch (r.why()) {
            case OPEN_COMMENT, OPEN_SUGGESTION, PREFLIGHT_ERROR, PREFLIGHT_WARNING, CHANGES_WANTED -> false;
            default -> true;
        }).toList(), file);
    }

    private String why(Act act, StoryFile file, Person by) {
        return words(flow.whyNot(act, file, by), file);
    }

    /// The reasons in one line.
    private String words(List<Reason> reasons, StoryFile file) {
        return String.join(" ", said(reasons, file).stream().map(Reason::words).toList());
    }

    /// The reasons with times as the desk says them.
    public List<Reason> said(List<Reason> reasons, StoryFile file) {
        return reasons.stream().map(reason -> reason.why() == Reason.Why.EMBARGO && file.story().embargo() != null
                ? new Reason(reason.why(), "Under embargo until " + times.at(file.story().embargo()) + ".", reason.place()) : reason).toList();
    }

    private String nameOf(UUID person) {
        return people.byId(person).map(Person::name).orElse("Somebody");
    }
}
