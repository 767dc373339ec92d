package galley.publish.page;

import galley.story.Json;
import java.util.ArrayList;
import java.util.List;

/// What the search page looks through: for each story its address, headline, standfirst, category, day, tags, source and first words, as a
/// list of lists to be small. Readers' words are looked for as they are typed, without word boundaries: Japanese and Chinese have none.
public final class SearchIndex {

    private SearchIndex() {}

    public record Entry(Teaser story, List<String> tags, String begins) {}

    /// @param entries newest first
    public static String render(List<Entry> entries) {
        var rows = new ArrayList<List<String>>(entries.size());
        for (var entry : entries) {
            var story = entry.story();
            rows.add(List.of(story.path(), story.headline(), story.standfirst(), story.section(), Frame.iso(story.published()), story.language(),
                    String.join(" ", entry.tags()) + " " + (story.sourceName() == null ? "" : story.sourceName()) + " " + entry.begins()));
        }
        return Json.write(rows) + "\n";
    }
}
