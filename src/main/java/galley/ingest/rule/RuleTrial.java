package galley.ingest.rule;

import galley.story.Wire;
import galley.story.WireEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Tries a rule on what is stored, before it is let loose: what would it have hit?
public final class RuleTrial {

    /// @param looked how many items were looked at, newest first
    /// @param hits those that the rule would have hit
    public record Result(int looked, List<WireEntry> hits) {

        public Result {
            hits = List.copyOf(hits);
        }

        /// In a sentence.
        public String sentence() {
            return looked == 0 ? "There is nothing on the wire to try it on." : "It would have hit " + hits.size() + " of the " + looked + " newest items on the wire.";
        }
    }

    private static final int PAGE = 500;

    private final Wire wire;
    private final Clock clock;
    private final UnaryOperator<String> plainText;

    /// @param plainText takes the markup off
    public RuleTrial(Wire wire, Clock clock, UnaryOperator<String> plainText) {
        this.wire = wire;
        this.clock = clock;
        this.plainText = plainText;
    }

    /// @param most how many items are looked at
    public Result run(Rule rule, int most) {
        var hits = new ArrayList<WireEntry>();
        int looked = 0;
        long before = Long.MAX_VALUE;
        while (looked < most) {
            var page = wire.untaken(before, Math.min(PAGE, most - looked));
            for (var entry : page) {
                looked++;
                before = entry.row();
                if (rule.hits(new Subject(entry.feed(), entry.source(), entry.latest(), clock.instant(), plainText))) {
                    hits.add(entry);
                }
            }
            if (page.isEmpty()) {
                break;
            }
        }
        return new Result(looked, hits);
    }
}
