package galley.signoff;

import galley.story.Story;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a story's status depends on: which words stand, which are published, and who said what about them.
///
/// @param digest of the words as they stand, a draft's included
/// @param published digest of the last published words; null before
/// @param signOffs oldest first
/// @param sentBack oldest first
public record Standing(Story story, String digest, @Nullable String published, List<SignOff> signOffs, List<SentBack> sentBack) {

    /// The newest *edited* that covers the words as they stand.
    public Optional<SignOff> edited() {
        return newest(Meaning.EDITED);
    }

    /// The newest *reviewed* that covers the words as they stand and reviews an *edited* by somebody else that covers them too.
    public Optional<SignOff> reviewed() {
        return newest(Meaning.REVIEWED).filter(review -> editedOf(review).isPresent());
    }

    /// The *edited* that a page names: the one that was reviewed, else the newest. Somebody else may have signed after the review.
    public Optional<SignOff> printedEdit() {
        return reviewed().flatMap(this::editedOf).or(this::edited);
    }

    /// The edit that a review reviewed.
    public Optional<SignOff> editedOf(SignOff review) {
        return signOffs.stream().filter(s -> s.id().equals(review.previous()) && s.meaning() == Meaning.EDITED
                && s.covers(review.digest()) && !s.person().equals(review.person())).findFirst();
    }

    /// Sign-offs that the text has moved away from since the last publication, newest first.
    public List<SignOff> lapsed() {
        return signOffs.reversed().stream().filter(s -> !s.covers(digest) && !s.digest().equals(published)).toList();
    }

    public Optional<SentBack> changesWanted() {
        return sentBack.reversed().stream().filter(SentBack::stands).findFirst();
    }

    private Optional<SignOff> newest(Meaning meaning) {
        return signOffs.reversed().stream().filter(s -> s.meaning() == meaning && s.covers(digest)).findFirst();
    }
}
