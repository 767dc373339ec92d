package galley.publish.send;

import galley.notice.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was sent, or in a dry run would be.
///
/// @param written paths, in the order in which they went
/// @param unchanged how many lie there as they are here
/// @param removed paths of ours that the site has no more
/// @param strangers files that lie where ours should and are not ours; they were left alone
/// @param told what the person should know, such as a server's key seen for the first time
/// @param cut why it ended before everything was sent; null when all was
/// @param list where the list of what was sent lies; null where none is kept
public record Sent(List<String> written, int unchanged, List<String> removed, List<String> strangers, List<String> told, @Nullable Notice cut,
                   @Nullable Path list) {

    public Sent {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
        strangers = List.copyOf(strangers);
        told = List.copyOf(told);
    }

    /// What differs between here and there.
    record Plan(List<String> written, int unchanged, List<String> removed) {

        static Plan of(Map<String, String> here, Map<String, String> there) {
            var written = here.entrySet().stream().filter(e -> !e.getValue().equals(there.get(e.getKey()))).map(Map.Entry::getKey).toList();
            var removed = there.keySet().stream().filter(path -> !here.containsKey(path)).sorted().toList();
            return new Plan(SendingOrder.stages(written).stream().flatMap(List::stream).toList(), here.size() - written.size(), removed);
        }

        boolean isNothing() {
            return written.isEmpty() && removed.isEmpty();
        }

        Sent asSent() {
            return new Sent(written, unchanged, removed, List.of(), List.of(), null, null);
        }
    }
}
