package galley.screen.editor;

import galley.desk.Newsroom;
import galley.publish.ClaimLedger;
import galley.publish.page.Claim;
import galley.publish.page.PageWords;
import galley.signoff.StoryFile;
import galley.story.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.UUID;

/// The phrases of trust that the page will carry, and what is missing for the others. Whether one holds is the ledger's word alone.
final class PagePromises {

    /// A phrase of trust.
    ///
    /// @param holds whether the page would carry it as the words stand
    /// @param detail why, or what is missing
    record Promise(boolean holds, String words, String detail) {}

    private final ClaimLedger ledger;
    private final Function<UUID, String> nameOf;

    PagePromises(ClaimLedger ledger, Function<UUID, String> nameOf) {
        this.ledger = ledger;
        this.nameOf = nameOf;
    }

    List<Promise> of(StoryFile file, Newsroom newsroom, UUID acting, Instant now) {
        var words = PageWords.in("en", newsroom.language(), newsroom.zone());
        var claims = ledger.claims(file, words, new ClaimLedger.Dates(now, now, false));
        var promises = new ArrayList<Promise>();
        for (var kind : Claim.Kind.values()) {
            var claim = claims.stream().filter(c -> c.kind() == kind).findFirst();
            claim.map(c -> held(kind, c)).or(() -> java.util.Optional.ofNullable(missing(kind, file, acting))).ifPresent(promises::add);
        }
        return List.copyOf(promises);
    }

    private static @org.jspecify.annotations.Nullable Promise held(Claim.Kind kind, Claim claim) {
        return switch (kind) {
            case EDITED_BY, REVIEWED_BY -> new Promise(true, claim.label() + " " + claim.words(), "signed");
            case UNREVIEWED -> new Promise(true, claim.label(), claim.words());
            case ORIGINAL_ANALYSIS -> new Promise(true, claim.label(), "the context box is all our own words");
            case PRIMARY_SOURCES -> new Promise(true, "Primary sources", claim.words());
            case BOARD -> new Promise(true, claim.label(), "the quorum has signed");
            case METHODOLOGY -> new Promise(true, claim.label(), "made from this record");
            // A date is printed on every page; nobody has to earn it.
            case PUBLISHED, MODIFIED -> null;
        };
    }

    private @org.jspecify.annotations.Nullable Promise missing(Claim.Kind kind, StoryFile file, UUID acting) {
        return switch (kind) {
            case EDITED_BY -> {
                var editor = file.draft() != null ? file.draft().author() : file.story().takenBy();
                yield new Promise(false, "Edited by " + nameOf.apply(editor), editor.equals(acting) ? "waits for your signature" : "waits for a signature");
            }
            case REVIEWED_BY -> new Promise(false, "Reviewed by", "waits for a senior editor who wrote none of it");
            case ORIGINAL_ANALYSIS -> new Promise(false, "Original analysis", file.text().context().isBlank()
                    ? "needs a context box in our own words" : "a sentence of the context box is not our own");
            case PRIMARY_SOURCES -> new Promise(false, "Primary sources", missingSources(file));
            case METHODOLOGY -> new Promise(false, "Methodology", "made when both have signed");
            case UNREVIEWED, BOARD, PUBLISHED, MODIFIED -> null;
        };
    }

    private String missingSources(StoryFile file) {
        var primary = file.text().evidence().stream().filter(e -> e.kind() == Evidence.Kind.PRIMARY).toList();
        if (primary.isEmpty()) {
            return file.text().evidence().isEmpty() ? "no evidence yet" : "only secondary sources so far";
        }
        var why = ledger.untied(primary.getFirst(), file.text());
        return Character.toLowerCase(why.charAt(0)) + why.substring(1, why.length() - 1);
    }
}
