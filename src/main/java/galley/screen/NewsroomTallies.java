package galley.screen;

import galley.desk.Person;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.stories.NewsroomRows;
import galley.screen.stories.StoryQuestion;
import galley.screen.stories.StoryRows;
import galley.signoff.StoryLine;
import galley.story.WireLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Counts the sidebar out of the newsroom.
public final class NewsroomTallies implements Tallies {

    private final WireLine.Lines wire;
    private final StoryLine.Lines lines;
    private final Supplier<Set<String>> failing;
    private final StoryRows rows;
    private final Supplier<List<Place.Saved>> searches;
    private final Supplier<Set<UUID>> moved;

    /// @param failing names of the sources whose feeds fail
    /// @param rows answers the saved searches
    /// @param moved stories whose sources say something else now
    public NewsroomTallies(WireLine.Lines wire, StoryLine.Lines lines, Supplier<Set<String>> failing, StoryRows rows, Supplier<List<Place.Saved>> searches,
                           Supplier<Set<UUID>> moved) {
        this.moved = moved;
        this.rows = rows;
        this.searches = searches;
        this.wire = wire;
        this.lines = lines;
        this.failing = failing;
    }

    @Override
    public Tally of(Person acting) {
        var stories = lines.all();
        var bySource = wire.openBySource();
        long open = bySource.values().stream().mapToLong(Long::longValue).sum();
        var changed = moved.get();
        var queues = new EnumMap<Queue, Long>(Queue.class);
        for (var queue : Queue.values()) {
            queues.put(queue, stories.stream().filter(line -> NewsroomRows.isIn(queue, line, acting, changed)).count());
        }
        queues.put(Queue.WIRE, open);
        var spiked = wire.rows(new WireLine.Question("", "", "", true, WireLine.Order.ARRIVAL, false)).length;
        queues.merge(Queue.SPIKED, (long) spiked, Long::sum);
        var troubled = failing.get();
        List<FromSource> sources = new ArrayList<>();
        bySource.forEach((source, count) -> sources.add(new FromSource(source, count, troubled.contains(source))));
        troubled.stream().filter(source -> !bySource.containsKey(source)).sorted().forEach(source -> sources.add(new FromSource(source, 0, true)));
        var saved = new HashMap<Place.Saved, Long>();
        for (var search : searches.get()) {
            saved.put(search, (long) rows.ask(StoryQuestion.of(search, search.words(), StoryQuestion.By.AGE, false), acting).size());
        }
        return new Tally(queues, sources, troubled.size(), open + stories.size(), saved);
    }
}
