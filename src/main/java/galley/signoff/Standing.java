package galley.signoff;

import galley.desk.Board;
import galley.story.Story;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a story's status depends on: which words stand, which are published, and who said what about them.
///
/// @param digest of the words as they stand, a draft's included
/// @param published digest of the last published words; null before
/// @param beforeReview whether those words went out before a second person had reviewed them
/// @param signOffs oldest first
/// @param sentBack oldest first
public record Standing(Story story, String digest, @Nullable String published, boolean beforeReview, List<SignOff> signOffs,
                       List<SentBack> sentBack) {

    public Standing(Story story, String digest, @Nullable String published, List<SignOff> signOffs, List<SentBack> sentBack) {
        this(story, digest, published, false, signOffs, sentBack);
    }

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

    /// The members' words that build on the review that stands, one for each member, oldest first.
    public List<SignOff> boardSigned() {
        var review = reviewed();
        if (review.isEmpty()) {
            return List.of();
        }
        var members = new LinkedHashMap<UUID, SignOff>();
        signOffs.stream().filter(s -> s.meaning() == Meaning.BOARD && s.covers(digest) && review.get().id().equals(s.previous()))
                .forEach(s -> members.putIfAbsent(s.person(), s));
        return List.copyOf(members.values());
    }

    /// Whether as many members as the newsroom has stated have signed these words (rule 11): at least one of them besides the reviewer,
    /// unless the newsroom has stated that its senior editors are its board.
    public boolean isVerifiedBy(Board board) {
        var signed = boardSigned();
        return board.isStated() && signed.size() >= board.quorum()
                && (board.seniorsAreTheBoard() || signed.stream().anyMatch(s -> !s.person().equals(reviewed().orElseThrow().person())));
    }

    /// Whether readers have words that nobody else has reviewed yet, or whose page does not say yet that somebody has.
    public boolean owesReview() {
        return beforeReview && published != null;
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
