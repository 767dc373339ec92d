package galley.app.command;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Finds what a person means by an id: the whole of it, or an end or beginning that fits only one.
final class StoryIds {

    private static final int SHORTEST = 4;

    private StoryIds() {}

    static UUID find(String typed, Collection<UUID> all, String what) {
        List<UUID> fit = fit(typed, all);
        if (fit.isEmpty()) {
            throw new Refusal("There is no " + what + " " + typed + ".");
        }
        if (fit.size() > 1) {
            throw new Refusal(fit.size() + " of them fit " + typed + "; give more of the id.");
        }
        return fit.getFirst();
    }

    /// Those that a typed id may mean.
    static List<UUID> fit(String typed, Collection<UUID> all) {
        var wanted = typed.strip().toLowerCase(java.util.Locale.ROOT).replaceFirst("^urn:uuid:", "");
        return all.stream().filter(id -> {
            var text = id.toString();
            return text.equals(wanted) || wanted.length() >= SHORTEST && (text.endsWith(wanted) || text.startsWith(wanted));
        }).toList();
    }
}
