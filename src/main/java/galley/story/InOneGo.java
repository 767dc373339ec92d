package galley.story;

import java.util.function.Supplier;

/// Runs several writes as one: all of them are kept, or none. Writers queue one behind another.
public interface InOneGo {

    <T> T together(Supplier<T> writes);
}
