package galley.screen.stories;

import galley.screen.stories.StoryQuestion.By;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// Which columns the story table shows besides state and headline, as somebody chose on this machine.
public final class Columns {

    /// Those that may be hidden, in their order.
    static final List<By> HIDEABLE = List.of(By.SOURCE, By.CATEGORY, By.AGE, By.EDITED, By.REVIEWED);

    private final ObservableSet<By> hidden = FXCollections.observableSet(EnumSet.noneOf(By.class));
    private final Consumer<String> keep;

    /// @param kept what [#keep] was given last; empty at first
    /// @param keep remembers the hidden ones; slow work is its own business
    public Columns(String kept, Consumer<String> keep) {
        this.keep = keep;
        var names = List.of(kept.split(" "));
        HIDEABLE.stream().filter(by -> names.contains(by.name())).forEach(hidden::add);
    }

    /// Every column, and nobody remembers another choice.
    public static Columns all() {
        return new Columns("", _ -> { });
    }

    ObservableSet<By> hidden() {
        return FXCollections.unmodifiableObservableSet(hidden);
    }

    boolean isShown(By column) {
        return !hidden.contains(column);
    }

    void show(By column, boolean shown) {
        if (shown ? hidden.remove(column) : HIDEABLE.contains(column) && hidden.add(column)) {
            keep.accept(hidden.stream().map(By::name).sorted().collect(Collectors.joining(" ")));
        }
    }
}
