package galley.screen;

import galley.screen.common.Icons;
import galley.screen.common.KeyCap;
import galley.screen.common.Place;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One line of the sidebar: a shape, a name, a count or a trouble. Narrow, it is the shape alone.
final class SideItem extends HBox {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final Label name;
    private final Tooltip hint = new Tooltip();
    private @Nullable Place place;
    private @Nullable Node tail;
    private boolean narrow;

    SideItem(String icon, String name, Runnable go) {
        this(Icons.of(icon), name, go);
    }

    SideItem(Node shape, String name, Runnable go) {
        this.name = new Label(name);
        this.name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(this.name, Priority.ALWAYS);
        this.name.setMinWidth(0);
        getStyleClass().add("side-item");
        if (!(shape instanceof org.kordamp.ikonli.javafx.FontIcon)) {
            getStyleClass().add("source");
        }
        getChildren().addAll(shape, this.name);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(name);
        setOnMouseClicked(_ -> go.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                go.run();
                event.consume();
            }
        });
    }

    /// The place this line leads to.
    void stands(Place place) {
        this.place = place;
    }

    void mark(Place here) {
        pseudoClassStateChanged(HERE, here.equals(place) || place instanceof Place.Checking && here instanceof Place.Checking
                || place instanceof Place.Audit && here instanceof Place.Audit);
    }

    void count(long count) {
        tail(count == 0 ? null : styled(new Label("%,d".formatted(count)), "count"));
        setAccessibleText(name.getText() + ", " + count);
    }

    void trouble(String words) {
        tail(words.isEmpty() ? null : styled(new Label(words), "trouble"));
    }

    void trouble() {
        tail(styled(Icons.of("fth-alert-triangle"), "trouble"));
        setAccessibleText(name.getText() + ", its feed fails");
    }

    void key(String keys) {
        tail(new KeyCap(keys));
    }

    void narrow(boolean narrow) {
        this.narrow = narrow;
        name.setVisible(!narrow);
        name.setManaged(!narrow);
        if (tail != null) {
            tail.setVisible(!narrow);
            tail.setManaged(!narrow);
        }
        hint.setText(getAccessibleText());
        if (narrow) {
            Tooltip.install(this, hint);
        } else {
            Tooltip.uninstall(this, hint);
        }
    }

    private void tail(@Nullable Node node) {
        getChildren().remove(2, getChildren().size());
        tail = node;
        if (node != null) {
            getChildren().add(node);
            if (node instanceof Label label) {
                label.setMinWidth(USE_PREF_SIZE);
            }
            node.setVisible(!narrow);
            node.setManaged(!narrow);
        }
    }

    private static Node styled(Node node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
