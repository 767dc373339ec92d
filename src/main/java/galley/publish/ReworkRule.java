package galley.publish;

import galley.publish.OwnWords.Kind;
import galley.publish.OwnWords.Sentence;
import galley.signoff.Finding;
import galley.signoff.Finding.Weight;
import galley.signoff.Preflight;
import galley.signoff.StoryFile;
import galley.story.Part;
import galley.story.Rights;
import java.util.List;

/// Some outlets let a reworked text be printed, but not their own words. A text that holds too many of their sentences as they came is
/// an error, which blocks both signatures and the export.
public final class ReworkRule implements Preflight {

    /// A text of which more stands word for word in the wire is not reworked. Quotations take their share of any report.
    static final int AT_MOST = 33;

    private final ClaimLedger ledger;

    public ReworkRule(ClaimLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Finding> of(StoryFile file) {
        return file.rights() == Rights.REWORK ? of(ledger.takenFromTheWire(file)) : List.of();
    }

    static List<Finding> of(List<Sentence> sentences) {
        int share = OwnWords.share(sentences, Kind.VERBATIM);
        return share <= AT_MOST ? List.of() : List.of(new Finding("rework-little", Weight.ERROR, "The rights of its feed allow a reworked text only, and "
                + share + " per cent of this one are the wire's own words; " + AT_MOST + " are allowed.", Part.BODY.code(), String.valueOf(share)));
    }
}
