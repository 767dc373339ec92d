package galley.screen;

import galley.desk.Person;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import java.util.List;
import java.util.Map;

/// Counts what the sidebar shows. Asked away from the window's thread.
@FunctionalInterface
public interface Tallies {

    /// @param queues how many are in each; a missing queue counts nothing
    /// @param failingFeeds feeds that did not answer as they should last time
    /// @param stories wire entries and own stories, all of them
    /// @param saved how many each saved search finds
    record Tally(Map<Queue, Long> queues, List<FromSource> sources, int failingFeeds, long stories, Map<Place.Saved, Long> saved) {

        public static final Tally NOTHING = new Tally(Map.of(), List.of(), 0, 0);

        public Tally(Map<Queue, Long> queues, List<FromSource> sources, int failingFeeds, long stories) {
            this(queues, sources, failingFeeds, stories, Map.of());
        }

        public Tally {
            saved = Map.copyOf(saved);
            queues = Map.copyOf(queues);
            sources = List.copyOf(sources);
        }
    }

    /// @param failing whether its feed needs a look
    record FromSource(String source, long count, boolean failing) {}

    Tally of(Person acting);
}
