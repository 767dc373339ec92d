package galley.signoff;

import galley.desk.Person;
import galley.signoff.Reason.Why;
import galley.story.BlockText;
import galley.story.CanonicalText;
import galley.story.Part;
import galley.story.Rights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// The sign-off rules (design, section 4), as one function over records. It changes nothing and asks nobody; an empty answer
/// means that the act is allowed.
public final class Rules {

    private final Function<UUID, String> nameOf;
    private final Preflight preflight;

    /// @param nameOf prints a person, for the sentences of a refusal
    /// @param preflight computes what stands against printing a text
    public Rules(Function<UUID, String> nameOf, Preflight preflight) {
        this.nameOf = nameOf;
        this.preflight = preflight;
    }

    /// Every reason, at once, why `by` may not take or begin a story, nor do anything with one.
    List<Reason> againstBeginning(Person by) {
        var no = new ArrayList<Reason>();
        if (by.hasLeft()) {
            no.add(new Reason(Why.LEFT, by.name() + " has left the newsroom."));
        }
        if (!by.isEditor()) {
            no.add(new Reason(Why.NOT_EDITOR, by.name() + " is not an editor here."));
        }
        return no;
    }

    /// Every reason, at once, why `by` may not do `act` now.
    public List<Reason> against(Act act, StoryFile file, Person by, Instant now) {
        var no = new ArrayList<>(againstDoing(act, file, by));
        switch (act) {
            case Act.Write write -> againstSpiked(file, no);
            case Act.Sign sign -> {
                againstSigning(sign, file, by, now, no);
                switch (sign.meaning()) {
                    case EDITED -> againstEdited(file, by, no);
                    case REVIEWED -> againstReviewed(file, by, no);
                    case BOARD -> againstBoard(file, by, no);
                }
            }
            case Act.SendBack back -> {
                againstSpiked(file, no);
                againstMoved(back.seen(), file, no);
                needsSenior(by, "send a story back", no);
                needsReason(back.reason(), "Sending back", no);
                if (file.edited().isEmpty()) {
                    no.add(new Reason(Why.NOT_AWAITING, lapsedOr(file, Meaning.EDITED, "Nobody has signed this text as edited, so there is nothing to send back.")));
                }
            }
            case Act.Lift lift -> againstLift(file, by, no);
            case Act.Spike spike -> {
                againstSpiked(file, no);
                needsReason(spike.reason(), "Spiking", no);
                if (!file.publications().isEmpty()) {
                    no.add(new Reason(Why.PUBLISHED, "This story is published; it can be corrected or killed, not spiked."));
                }
            }
            case Act.Restore restore -> {
                if (file.story().spike() == null) {
                    no.add(new Reason(Why.NOT_SPIKED, "This story is not spiked."));
                }
            }
            case Act.Hold hold -> needsReason(hold.reason(), "A hold", no);
            case Act.Release release -> {
                if (file.story().hold() == null) {
                    no.add(new Reason(Why.NOT_HELD, "This story is not on hold."));
                }
            }
            case Act.LegalHold hold -> needsReason(hold.reason(), "A legal hold", no);
            case Act.LegalRelease release -> {
                needsSenior(by, "release a legal hold", no);
                if (file.story().legalHold() == null) {
                    no.add(new Reason(Why.NOT_HELD, "This story is under no legal hold."));
                }
            }
            case Act.Embargo embargo -> againstSpiked(file, no);
            case Act.Correct correct -> {
                againstSpiked(file, no);
                againstMoved(correct.seen(), file, no);
                needsReason(correct.reason(), "A note to readers", no);
                againstUnpublished(file, no);
                if (file.publishedText().isPresent() && PublishedChange.isNone(file.publishedText().get(), file.text())) {
                    no.add(new Reason(Why.UNCHANGED, "The words are those that are published; change them first, then tell readers."));
                }
            }
            case Act.Kill kill -> {
                needsSenior(by, "kill a published story", no);
                needsReason(kill.reason(), "Killing", no);
                againstUnpublished(file, no);
                againstKilled(file, no);
            }
            case Act.Export export -> againstExport(file, now, no);
            case Act.EmergencyExport export -> againstEmergency(export, file, by, now, no);
            case Act.Comment comment -> {
                if (BlockText.of(comment.words()).isEmpty()) {
                    no.add(new Reason(Why.EMPTY, "The comment says nothing."));
                }
                if (comment.answers() != null) {
                    againstNoThread(comment.answers(), file, no);
                }
            }
            case Act.Resolve resolve -> {
                againstNoThread(resolve.thread(), file, no);
                file.margin().thread(resolve.thread()).filter(t -> !t.isOpen())
                        .ifPresent(t -> no.add(new Reason(Why.NOT_OPEN, "This comment is resolved already.", "comment " + t.number())));
            }
            case Act.OpenAgain again -> {
                againstNoThread(again.thread(), file, no);
                file.margin().thread(again.thread()).filter(Margin.Thread::isOpen)
                        .ifPresent(t -> no.add(new Reason(Why.NOT_RESOLVED, "This comment is open.", "comment " + t.number())));
            }
            case Act.Suggest suggest -> {
                againstSpiked(file, no);
                if (suggest.anchor().in(file.text()).isEmpty()) {
                    no.add(new Reason(Why.WORDS_GONE, "The text does not say “" + suggest.anchor().quote() + "”.", suggest.anchor().part().code()));
                } else if (suggest.anchor().quote().equals(suggest.becomes())) {
                    no.add(new Reason(Why.EMPTY, "The suggestion changes nothing."));
                }
            }
            case Act.Accept accept -> {
                againstSpiked(file, no);
                againstMoved(accept.seen(), file, no);
                againstNoSuggestion(accept.suggestion(), file, no);
                file.margin().suggestion(accept.suggestion()).filter(s -> s.isOpen() && s.suggestion().anchor().in(file.text()).isEmpty())
                        .ifPresent(s -> no.add(new Reason(Why.WORDS_GONE, "The words “" + s.suggestion().anchor().quote() + "” are gone; there is nothing to change.",
                                "suggestion " + s.number())));
            }
            case Act.Reject reject -> againstNoSuggestion(reject.suggestion(), file, no);
            case Act.Acknowledge acknowledge -> {
                var named = preflight.of(file).stream().filter(f -> f.name().equals(acknowledge.finding())).toList();
                if (named.isEmpty()) {
                    no.add(new Reason(Why.NO_SUCH_WARNING, "There is no warning “" + acknowledge.finding() + "” on this text."));
                } else if (named.stream().allMatch(Finding::isError)) {
                    no.add(new Reason(Why.PREFLIGHT_ERROR, "“" + acknowledge.finding() + "” is an error; it has to be mended.", "preflight " + acknowledge.finding()));
                }
            }
            case Act.Assign assign -> { }
        }
        return List.copyOf(no);
    }

    /// A clock that was set back would date a signature before the one it builds on, and no checker would believe either.
    private static void againstClock(StoryFile file, Instant now, List<Reason> no) {
        var newest = java.util.stream.Stream.concat(file.signOffs().stream().map(SignOff::at), file.publications().stream().map(galley.story.Publication::at))
                .max(java.util.Comparator.naturalOrder());
        if (newest.isPresent() && now.getEpochSecond() < newest.get().getEpochSecond()) {
            no.add(new Reason(Why.TOO_EARLY, "This computer's clock says " + now + ", but this story was signed or printed at " + newest.get()
                    + ". Set the clock right first."));
        }
    }

    /// Who may do anything here: editors, and for the board's signature its members, editors or not.
    private List<Reason> againstDoing(Act act, StoryFile file, Person by) {
        boolean forTheBoard = act instanceof Act.Sign sign && sign.meaning() == Meaning.BOARD || act instanceof Act.Comment;
        return againstBeginning(by).stream().filter(r -> r.why() != Why.NOT_EDITOR || !forTheBoard || !file.board().hasMember(by)).toList();
    }

    private static void againstNoThread(UUID thread, StoryFile file, List<Reason> no) {
        if (file.margin().thread(thread).isEmpty()) {
            no.add(new Reason(Why.NOT_OPEN, "This story has no such comment."));
        }
    }

    private static void againstNoSuggestion(UUID suggestion, StoryFile file, List<Reason> no) {
        var found = file.margin().suggestion(suggestion);
        if (found.isEmpty()) {
            no.add(new Reason(Why.NOT_OPEN, "This story has no such suggestion."));
        } else if (!found.get().isOpen()) {
            no.add(new Reason(Why.NOT_OPEN, "This suggestion was " + found.get().settled().how().code() + " already.", "suggestion " + found.get().number()));
        }
    }

    private void againstSigning(Act.Sign sign, StoryFile file, Person by, Instant now, List<Reason> no) {
        againstSpiked(file, no);
        againstMoved(sign.seen(), file, no);
        if (!by.maySignAs(sign.printedAs())) {
            no.add(new Reason(Why.NOT_YOUR_CREDIT, by.name() + " may not sign as “" + sign.printedAs() + "”."));
        }
        var text = CanonicalText.of(file.text());
        if (BlockText.of(file.text().headline()).isEmpty()) {
            no.add(new Reason(Why.EMPTY, "The headline is empty.", Part.HEADLINE.code()));
        }
        if (text.body().isEmpty()) {
            no.add(new Reason(Why.EMPTY, "The story has no text.", Part.BODY.code()));
        }
        againstClock(file, now, no);
        if (sign.meaning() != Meaning.BOARD) {
            againstOpenMargin(file, no);
        }
        againstPreflight(file, no);
    }

    /// Open comments and suggestions block both signatures (rule 4).
    private void againstOpenMargin(StoryFile file, List<Reason> no) {
        for (var thread : file.margin().openThreads()) {
            var anchor = thread.first().anchor();
            var about = anchor == null ? "" : " on “" + anchor.quote() + "”" + (anchor.in(file.text()).isEmpty() ? ", words that are gone," : "");
            no.add(new Reason(Why.OPEN_COMMENT, nameOf.apply(thread.first().by()) + "'s comment" + about + " is open: “" + thread.first().words() + "”",
                    "comment " + thread.number()));
        }
        for (var suggested : file.margin().openSuggestions()) {
            var suggestion = suggested.suggestion();
            no.add(new Reason(Why.OPEN_SUGGESTION, nameOf.apply(suggestion.by()) + " suggests “" + suggestion.becomes() + "” for “"
                    + suggestion.anchor().quote() + "”; accept or reject it first.", "suggestion " + suggested.number()));
        }
    }

    /// Errors block; warnings wait until somebody lets them stand (rule 5).
    private void againstPreflight(StoryFile file, List<Reason> no) {
        for (var finding : preflight.of(file)) {
            if (finding.isError()) {
                no.add(new Reason(Why.PREFLIGHT_ERROR, finding.words(), "preflight " + finding.name()));
            } else if (file.margin().acknowledged(finding).isEmpty()) {
                no.add(new Reason(Why.PREFLIGHT_WARNING, finding.words() + " Acknowledge “" + finding.name() + "” or mend it.", "preflight " + finding.name()));
            }
        }
    }

    private void againstEdited(StoryFile file, Person by, List<Reason> no) {
        if (!file.story().takenBy().equals(by.id()) && !file.contributors().contains(by.id())) {
            no.add(new Reason(Why.NOT_YOURS, "Only who took the story or has words in it may sign “edited”; " + by.name() + " did neither."));
        }
        file.edited().filter(s -> s.person().equals(by.id())
                        && file.changesWanted().map(w -> w.at().isBefore(s.at())).orElse(true))
                .ifPresent(s -> no.add(new Reason(Why.ALREADY_SIGNED, by.name() + " has already signed this text as edited.")));
    }

    private void againstReviewed(StoryFile file, Person by, List<Reason> no) {
        needsSenior(by, "review", no);
        var edited = file.edited();
        if (edited.isEmpty()) {
            no.add(new Reason(Why.NOT_EDITED, lapsedOr(file, Meaning.EDITED, "Nobody has signed this text as edited yet.")));
        } else if (edited.get().person().equals(by.id())) {
            no.add(new Reason(Why.SAME_PERSON, by.name() + " signed “edited”; somebody else must review."));
        }
        if (file.contributors().contains(by.id())) {
            no.add(new Reason(Why.WROTE_IN_IT, by.name() + " has words in this text; a senior editor who wrote none of it must review."));
        }
        file.lastPublication().filter(p -> p.isBeforeReview() && p.by().equals(by.id()) && p.digest().equals(file.digest()))
                .ifPresent(p -> no.add(new Reason(Why.SAME_PERSON, by.name() + " had this printed before its review; another senior editor must review it.")));
        againstUnsignedWords(file, no);
        againstChangesWanted(file, no);
        file.reviewed().filter(s -> s.person().equals(by.id()))
                .ifPresent(s -> no.add(new Reason(Why.ALREADY_SIGNED, by.name() + " has already signed this text as reviewed.")));
    }

    private void againstBoard(StoryFile file, Person by, List<Reason> no) {
        if (!file.board().isStated()) {
            no.add(new Reason(Why.NO_BOARD, "This newsroom has not stated how many members of its board must sign."));
        } else if (!file.board().hasMember(by)) {
            no.add(new Reason(Why.NOT_ON_BOARD, by.name() + " is not on the editorial board."));
        }
        againstUnsignedWords(file, no);
        againstChangesWanted(file, no);
        if (file.reviewed().isEmpty()) {
            no.add(new Reason(Why.NOT_REVIEWED, lapsedOr(file, Meaning.REVIEWED, "The board signs what has been edited and reviewed; this text has not been reviewed.")));
        }
        if (file.standing().boardSigned().stream().anyMatch(s -> s.person().equals(by.id()))) {
            no.add(new Reason(Why.ALREADY_SIGNED, by.name() + " has already signed this text for the board."));
        }
    }

    private void againstLift(StoryFile file, Person by, List<Reason> no) {
        var wanted = file.changesWanted();
        if (wanted.isEmpty()) {
            no.add(new Reason(Why.NOTHING_TO_LIFT, "No changes are wanted on this story."));
        } else if (!wanted.get().by().equals(by.id())) {
            needsSenior(by, "lift what " + nameOf.apply(wanted.get().by()) + " wanted changed", no);
            if (file.contributors().contains(by.id())) {
                no.add(new Reason(Why.WROTE_IN_IT, by.name() + " has words in this text; " + nameOf.apply(wanted.get().by())
                        + " or another senior editor must lift this."));
            }
        }
    }

    private void againstExport(StoryFile file, Instant now, List<Reason> no) {
        againstPrinting(file, no);
        if (file.reviewed().isEmpty()) {
            no.add(new Reason(Why.NOT_REVIEWED, lapsedOr(file, Meaning.REVIEWED, "No second person has signed this text as reviewed.")));
        }
        againstStops(file, now, no);
    }

    /// Only the second signature is spared; everything else holds in an emergency too (rule 9).
    private void againstEmergency(Act.EmergencyExport export, StoryFile file, Person by, Instant now, List<Reason> no) {
        needsSenior(by, "have a story printed before its second review", no);
        needsReason(export.reason(), "Printing before the second review", no);
        againstPrinting(file, no);
        if (file.reviewed().isPresent()) {
            no.add(new Reason(Why.ALREADY_REVIEWED, "This text has been reviewed; export it as usual."));
        }
        if (file.lastPublication().filter(p -> p.digest().equals(file.digest())).isPresent()) {
            no.add(new Reason(Why.PUBLISHED, "These words are on the site already."));
        }
        againstStops(file, now, no);
    }

    private void againstPrinting(StoryFile file, List<Reason> no) {
        againstSpiked(file, no);
        againstUnsignedWords(file, no);
        againstSilentChange(file, no);
        againstChangesWanted(file, no);
        if (file.edited().isEmpty()) {
            no.add(new Reason(Why.NOT_EDITED, lapsedOr(file, Meaning.EDITED, "Nobody has signed this text as edited.")));
        }
    }

    private void againstStops(StoryFile file, Instant now, List<Reason> no) {
        againstClock(file, now, no);
        var hold = file.story().hold();
        if (hold != null) {
            no.add(new Reason(Why.HOLD, "On hold by " + nameOf.apply(hold.by()) + ": " + sentence(hold.reason())));
        }
        var legal = file.story().legalHold();
        if (legal != null) {
            no.add(new Reason(Why.LEGAL_HOLD, "Under legal hold by " + nameOf.apply(legal.by()) + ": " + sentence(legal.reason())));
        }
        var embargo = file.story().embargo();
        if (embargo != null && now.isBefore(embargo)) {
            no.add(new Reason(Why.EMBARGO, "Under embargo until " + embargo + "."));
        }
        againstRights(file, no);
        againstPreflight(file, no);
    }

    private static void againstRights(StoryFile file, List<Reason> no) {
        if (file.rights() == Rights.NONE) {
            no.add(new Reason(Why.RIGHTS, "The rights of its feed allow nothing of it to be printed."));
        } else if (file.rights() == Rights.REWORK && CanonicalText.of(file.text()).body()
                .equals(CanonicalText.of(file.revisions().getFirst().text()).body())) {
            no.add(new Reason(Why.RIGHTS, "The rights of its feed allow a reworked text only, and this is the wire's own.", Part.BODY.code()));
        }
    }

    private String lapsedOr(StoryFile file, Meaning meaning, String otherwise) {
        return file.lapsed().stream().filter(s -> s.meaning() == meaning).findFirst()
                .map(s -> nameOf.apply(s.person()) + "'s “" + meaning.code() + "” has lapsed: the words changed after it was signed." + brokenBy(file, s))
                .orElse(otherwise);
    }

    /// The words that broke a signature.
    private static String brokenBy(StoryFile file, SignOff lapsed) {
        return file.revisions().stream().filter(r -> r.id().equals(lapsed.revision())).findFirst()
                .map(signed -> PublishedChange.words(signed.text(), file.text())).filter(words -> !words.isEmpty()).map(words -> " " + words).orElse("");
    }

    private void againstUnsignedWords(StoryFile file, List<Reason> no) {
        if (file.hasUnsignedWords()) {
            no.add(new Reason(Why.UNSIGNED_WORDS, nameOf.apply(file.draft().author()) + " has changed words that are not signed yet.", "draft"));
        }
    }

    private void againstChangesWanted(StoryFile file, List<Reason> no) {
        file.changesWanted().ifPresent(w -> no.add(new Reason(Why.CHANGES_WANTED, nameOf.apply(w.by()) + " wants changes: “"
                + w.reason() + "”. " + nameOf.apply(w.by()) + " or another senior editor must lift that first.")));
    }

    private static void againstUnpublished(StoryFile file, List<Reason> no) {
        if (file.publications().isEmpty()) {
            no.add(new Reason(Why.NOT_PUBLISHED, "This story has not been published."));
        }
    }

    private static void againstKilled(StoryFile file, List<Reason> no) {
        if (file.story().kill() != null) {
            no.add(new Reason(Why.KILLED, "This story was killed; a notice stands where its page was."));
        }
    }

    /// Published words change openly or not at all.
    private static void againstSilentChange(StoryFile file, List<Reason> no) {
        var published = file.publishedText();
        if (published.isEmpty() || file.digest().equals(file.lastPublication().orElseThrow().digest())) {
            return;
        }
        var note = file.note();
        if (note == null) {
            no.add(new Reason(Why.SILENT_CHANGE, "These words differ from the published ones, and readers are not told. Say what changed: a correction, an update or a clarification.",
                    Part.CORRECTION.code()));
        } else if (!note.changes().isEmpty() && !note.changes().equals(PublishedChange.words(published.get(), file.text()))) {
            no.add(new Reason(Why.STALE_NOTE, "The words changed again after the note to readers was written; say what changed once more.", Part.CORRECTION.code()));
        }
    }

    private static void againstSpiked(StoryFile file, List<Reason> no) {
        againstKilled(file, no);
        if (file.story().spike() != null) {
            no.add(new Reason(Why.SPIKED, "This story is spiked; restore it first."));
        }
    }

    private static void againstMoved(Seen seen, StoryFile file, List<Reason> no) {
        if (!seen.equals(file.seen())) {
            no.add(new Reason(Why.OVERTAKEN, "The text changed since you looked at it.", "body"));
        }
    }

    private static void needsSenior(Person by, String what, List<Reason> no) {
        if (!by.isSenior()) {
            no.add(new Reason(Why.NOT_SENIOR, "Only a senior editor may " + what + "; " + by.name() + " is not one."));
        }
    }

    private static void needsReason(String reason, String what, List<Reason> no) {
        if (BlockText.of(reason).isEmpty()) {
            no.add(new Reason(Why.NEEDS_REASON, what + " needs a reason."));
        }
    }

    private static String sentence(String words) {
        return words.isEmpty() || ".!?".indexOf(words.charAt(words.length() - 1)) >= 0 ? words : words + ".";
    }
}
