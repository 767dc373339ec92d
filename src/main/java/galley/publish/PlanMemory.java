package galley.publish;

import galley.publish.SitePlan.Item;
import galley.story.PublishedLine;
import galley.story.Wire;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one plan of the site leaves for the next, so that a changed story in a large archive costs little more than in a small one: where
/// nothing moved, the same topics, and for each story the same item. It never decides what a file is made from, only whether that is
/// worked out again.
final class PlanMemory {

    private @Nullable Topics topics;
    private TrendingNow.@Nullable Events events;
    private List<Item.OfStory> stories = List.of();

    Topics topics(List<PublishedLine> lines, int live, int related) {
        if (topics == null || !topics.areOf(lines)) {
            topics = new Topics(lines, live, related);
        }
        return topics;
    }

    TrendingNow.Events events(List<Wire.Heard> wire, Instant asOf) {
        if (events == null || !events.areOf(wire, asOf)) {
            events = new TrendingNow.Events(wire, asOf);
        }
        return events;
    }

    /// The item as it was planned last, if it is the same.
    ///
    /// @param number of the item in the plan
    Item.@Nullable OfStory same(int number, PublishedLine line, long key, boolean live, int[] related) {
        if (number >= stories.size()) {
            return null;
        }
        var known = stories.get(number);
        return known.line() == line && known.key() == key && known.live() == live && known.related() == related ? known : null;
    }

    void keep(SitePlan plan) {
        stories = plan.stories();
    }
}
