package galley.signoff;

import galley.desk.Board;
import galley.story.Correction;
import galley.story.Draft;
import galley.story.Publication;
import galley.story.Revision;
import galley.story.Rights;
import galley.story.Story;
import galley.story.StoryText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything the rules look at when somebody wants to do something with a story.
///
/// @param revisions oldest first; the last is the head
/// @param signOffs oldest first
/// @param sentBack oldest first
/// @param publications oldest first
/// @param board what the newsroom has stated about its board
public record StoryFile(Story story, List<Revision> revisions, @Nullable Draft draft, List<SignOff> signOffs, List<SentBack> sentBack,
                        List<Publication> publications, Rights rights, Margin margin, Board board) {

    public StoryFile(Story story, List<Revision> revisions, @Nullable Draft draft, List<SignOff> signOffs, List<SentBack> sentBack,
                     List<Publication> publications, Rights rights) {
        this(story, revisions, draft, signOffs, sentBack, publications, rights, Margin.EMPTY, Board.NONE);
    }

    public Revision head() {
        return revisions.getLast();
    }

    /// The words as they stand: the draft's, else the head's.
    public StoryText text() {
        return draft == null ? head().text() : draft.text();
    }

    /// The digest of the words as they stand.
    public String digest() {
        return draft == null ? head().digest() : draft.digest();
    }

    /// Whether words are typed that no revision holds yet.
    public boolean hasUnsignedWords() {
        return draft != null && !draft.digest().equals(head().digest());
    }

    public Seen seen() {
        return new Seen(head().id(), draft == null ? 0 : draft.sequence());
    }

    /// What the status depends on.
    public Standing standing() {
        return new Standing(story, digest(), lastPublication().map(Publication::digest).orElse(null),
                lastPublication().map(Publication::isBeforeReview).orElse(false), signOffs, sentBack);
    }

    /// See [Standing#edited()].
    public Optional<SignOff> edited() {
        return standing().edited();
    }

    /// See [Standing#reviewed()].
    public Optional<SignOff> reviewed() {
        return standing().reviewed();
    }

    /// See [Standing#lapsed()].
    public List<SignOff> lapsed() {
        return standing().lapsed();
    }

    public Optional<SentBack> changesWanted() {
        return standing().changesWanted();
    }

    public Optional<Publication> lastPublication() {
        return publications.isEmpty() ? Optional.empty() : Optional.of(publications.getLast());
    }

    /// Whether the editorial board has verified the words as they stand (rule 11).
    public boolean isVerifiedByBoard() {
        return standing().isVerifiedBy(board);
    }

    /// The words as they were published last.
    public Optional<StoryText> publishedText() {
        return lastPublication().flatMap(p -> revisions.stream().filter(r -> r.id().equals(p.revision())).findFirst()).map(Revision::text);
    }

    /// What readers will be told about the words that changed since the last export; null while nothing is said.
    public @Nullable Correction note() {
        var told = publishedText().map(StoryText::corrections).orElse(List.of());
        return text().corrections().stream().filter(c -> !told.contains(c)).reduce((first, last) -> last).orElse(null);
    }

    /// Whether published words changed and readers are not told yet.
    public boolean isSilentChange() {
        return story.kill() == null && lastPublication().map(p -> !p.digest().equals(digest())).orElse(false) && note() == null;
    }

    /// Whose words are in the text since the last revision that was published with both sign-offs. A revision that leaves the canonical text as it was
    /// (tags, notes) makes nobody a contributor, nor does taking the wire's words as they came.
    public Set<UUID> contributors() {
        var people = new LinkedHashSet<UUID>();
        // What went out before the second review still waits for somebody who wrote none of it.
        var since = publications.reversed().stream().filter(p -> !p.isBeforeReview()).findFirst().map(Publication::revision).orElse(null);
        boolean counting = since == null;
        String before = "";
        for (var revision : revisions) {
            if (counting && !revision.digest().equals(before) && (revision.parent() != null || story.entry() == null)) {
                people.add(revision.author());
            }
            before = revision.digest();
            counting |= revision.id().equals(since);
        }
        if (hasUnsignedWords()) {
            people.add(draft.author());
        }
        return people;
    }
}
