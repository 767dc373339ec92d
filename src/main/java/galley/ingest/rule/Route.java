package galley.ingest.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the rules send an item.
///
/// @param category in place of the source's own; null to leave that
/// @param desk the team whose it is; null for nobody's
/// @param priority from 1, the most pressing, to 5; null when no rule says
/// @param spike whether it is spiked at once
/// @param fullText whether its article is wanted whole
/// @param hits the rules that hit it, in their order
public record Route(@Nullable String category, @Nullable String desk, List<String> tags, @Nullable Integer priority, boolean spike, boolean fullText,
                    List<Rule> hits) {

    public Route {
        tags = List.copyOf(tags);
        hits = List.copyOf(hits);
    }

    /// Nothing in particular.
    public static final Route NOWHERE = new Route(null, null, List.of(), null, false, false, List.of());

    /// Asks rules in their order. Of two that name a category, a desk or a priority the first one counts; tags add up.
    public static Route of(List<Rule> rules, Subject subject) {
        String category = null;
        String desk = null;
        Integer priority = null;
        boolean spike = false;
        boolean fullText = false;
        var tags = new ArrayList<String>();
        var hits = new ArrayList<Rule>();
        for (var rule : rules) {
            if (!rule.hits(subject)) {
                continue;
            }
            hits.add(rule);
            for (var action : rule.then()) {
                switch (action.kind()) {
                    case CATEGORY -> category = category == null ? action.value() : category;
                    case DESK -> desk = desk == null ? action.value() : desk;
                    case PRIORITY -> priority = priority == null ? Integer.valueOf(action.value()) : priority;
                    case TAG -> {
                        if (!tags.contains(action.value())) {
                            tags.add(action.value());
                        }
                    }
                    case SPIKE -> spike = true;
                    case FULL_TEXT -> fullText = true;
                    case NOTIFY -> { }
                }
            }
            if (rule.last()) {
                break;
            }
        }
        return new Route(category, desk, tags, priority, spike, fullText, hits);
    }

    /// The rules that want somebody told.
    public List<Rule> notices() {
        return hits.stream().filter(rule -> rule.then().stream().anyMatch(action -> action.kind() == Action.Kind.NOTIFY)).toList();
    }
}
