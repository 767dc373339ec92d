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

    /// @param nameOf prints a person, for the sentences of a refusal
    public Rules(Function<UUID, String> nameOf) {
        this.nameOf = nameOf;
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
        var no = againstBeginning(by);
        switch (act) {
            case Act.Write write -> againstSpiked(file, no);
            case Act.Sign sign -> {
                againstSigning(sign, file, by, no);
                switch (sign.meaning()) {
                    case EDITED -> againstEdited(file, by, no);
                    case REVIEWED -> againstReviewed(file, by, no);
                }
            }
            case Act.SendBack back -> {
                againstSpiked(file, no);
                againstMoved(back.seen(), file, no);
                needsSenior(by, "send a story back", no);
                needsReason(back.reason(), "Sending back", no);
                if (file.edited().isEmpty()) {
                    no.add(new Reason(Why.NOT_AWAITING, "Nobody has signed this text as edited, so there is nothing to send back."));
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
            case Act.Export export -> againstExport(file, now, no);
        }
        return List.copyOf(no);
    }

    private void againstSigning(Act.Sign sign, StoryFile file, Person by, List<Reason> no) {
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
            no.add(new Reason(Why.NOT_EDITED, "Nobody has signed this text as edited yet."));
        } else if (edited.get().person().equals(by.id())) {
            no.add(new Reason(Why.SAME_PERSON, by.name() + " signed “edited”; somebody else must review."));
        }
        if (file.contributors().contains(by.id())) {
            no.add(new Reason(Why.WROTE_IN_IT, by.name() + " has words in this text; a senior editor who wrote none of it must review."));
        }
        againstUnsignedWords(file, no);
        againstChangesWanted(file, no);
        file.reviewed().filter(s -> s.person().equals(by.id()))
                .ifPresent(s -> no.add(new Reason(Why.ALREADY_SIGNED, by.name() + " has already signed this text as reviewed.")));
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
        againstSpiked(file, no);
        againstUnsignedWords(file, no);
        againstChangesWanted(file, no);
        if (file.edited().isEmpty()) {
            no.add(new Reason(Why.NOT_EDITED, lapsedOr(file, Meaning.EDITED, "Nobody has signed this text as edited.")));
        }
        if (file.reviewed().isEmpty()) {
            no.add(new Reason(Why.NOT_REVIEWED, lapsedOr(file, Meaning.REVIEWED, "No second person has signed this text as reviewed.")));
        }
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
    }

    private static void againstRights(StoryFile file, List<Reason> no) {
        if (file.rights() == Rights.NONE) {
            no.add(new Reason(Why.RIGHTS, "The rights of its feed allow nothing of it to be printed."));
        } else if (file.rights() == Rights.REWORK && CanonicalText.of(file.head().text()).body()
                .equals(CanonicalText.of(file.revisions().getFirst().text()).body())) {
            no.add(new Reason(Why.RIGHTS, "The rights of its feed allow a reworked text only, and this is the wire's own.", Part.BODY.code()));
        }
    }

    private String lapsedOr(StoryFile file, Meaning meaning, String otherwise) {
        return file.lapsed().stream().filter(s -> s.meaning() == meaning).findFirst()
                .map(s -> nameOf.apply(s.person()) + "'s “" + meaning.code() + "” has lapsed: the words changed after it was signed.")
                .orElse(otherwise);
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

    private static void againstSpiked(StoryFile file, List<Reason> no) {
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
