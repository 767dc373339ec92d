package galley.signoff;

import java.util.List;
import java.util.stream.Stream;

/// Looks over a story before it is signed or printed. What it finds is computed from the words as they stand and never stored.
@FunctionalInterface
public interface Preflight {

    /// Finds nothing.
    Preflight NONE = file -> List.of();

    List<Finding> of(StoryFile file);

    /// This one's findings and the other's.
    default Preflight and(Preflight other) {
        return file -> Stream.concat(of(file).stream(), other.of(file).stream()).toList();
    }
}
