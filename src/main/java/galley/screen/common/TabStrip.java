package galley.screen.common;

import java.util.LinkedHashMap;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A few pages behind one another under a line of names; the shown one's name is underlined. Left and right move.
public final class TabStrip extends VBox {

    private record Page(ToggleButton head, Label badge, Node body) {}

    private final LinkedHashMap<String, Page> pages = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final HBox heads = new HBox();
    private final StackPane bodies = new StackPane();
    private final ObjectProperty<@Nullable String> shown = new SimpleObjectProperty<>(this, "shown");

    public TabStrip() {
        getStyleClass().add("tab-strip");
        heads.getStyleClass().add("tab-heads");
        VBox.setVgrow(bodies, Priority.ALWAYS);
        getChildren().addAll(heads, bodies);
        shown.addListener((_, _, now) -> turn(now));
    }

    /// Adds a page; the first added is shown.
    public void add(String name, Node body) {
        var badge = new Label();
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        badge.setVisible(false);
        badge.setManaged(false);
        var words = new Label(name);
        words.setMinWidth(USE_PREF_SIZE);
        var head = new ToggleButton();
        head.setGraphic(new HBox(6, words, badge));
        head.getStyleClass().add("tab-head");
        head.setAccessibleText(name);
        head.setToggleGroup(group);
        head.setOnAction(_ -> {
            head.setSelected(true);
            shown.set(name);
        });
        head.setOnKeyPressed(event -> {
            int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
            if (step != 0) {
                move(name, step);
                event.consume();
            }
        });
        pages.put(name, new Page(head, badge, body));
        heads.getChildren().add(head);
        if (pages.size() == 1) {
            shown.set(name);
        }
    }

    /// Takes a page out; the first one is shown in its place.
    public void remove(String name) {
        var page = pages.remove(name);
        if (page != null) {
            heads.getChildren().remove(page.head());
            if (name.equals(shown.get()) && !pages.isEmpty()) {
                shown.set(pages.firstEntry().getKey());
            }
        }
    }

    /// The name of the page that is shown.
    public ObjectProperty<@Nullable String> shownProperty() {
        return shown;
    }

    /// A number beside the name; none when 0. `styleClass` gives its weight: `danger`, `warning` or empty.
    public void count(String name, int count, String styleClass) {
        var badge = pages.get(name).badge();
        badge.setText(String.valueOf(count));
        badge.getStyleClass().setAll("label", "badge");
        if (!styleClass.isEmpty()) {
            badge.getStyleClass().add(styleClass);
        }
        badge.setVisible(count > 0);
        badge.setManaged(count > 0);
        pages.get(name).head().setAccessibleText(count > 0 ? name + ", " + count : name);
    }

    private void turn(@Nullable String name) {
        var page = name == null ? null : pages.get(name);
        if (page != null) {
            page.head().setSelected(true);
            bodies.getChildren().setAll(page.body());
        }
    }

    private void move(String from, int step) {
        var names = List.copyOf(pages.keySet());
        var to = names.get(Math.clamp(names.indexOf(from) + step, 0, names.size() - 1));
        shown.set(to);
        pages.get(to).head().requestFocus();
    }
}
