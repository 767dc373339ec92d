package galley.signoff;

import java.util.List;

/// What became of an act: done, refused with every reason at once, or overtaken by somebody else's change.
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(List<Reason> reasons) implements Outcome<T> {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /// The text moved since the person looked at it. Nothing was done; both texts are kept.
    ///
    /// @param now the story as it stands
    record Overtaken<T>(StoryFile now, String words) implements Outcome<T> {}

    /// The reasons of a refusal in one line; empty when done.
    default String whyNot() {
        return switch (this) {
            case Done<T> done -> "";
            case Refused<T> refused -> String.join(" ", refused.reasons().stream().map(Reason::words).toList());
            case Overtaken<T> overtaken -> overtaken.words();
        };
    }
}
