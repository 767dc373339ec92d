package galley.screen.common;

import javafx.beans.DefaultProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A field of a form: its name above, a remark below; what is wrong with it takes the remark's place.
@DefaultProperty("control")
public final class Field extends VBox {

    private final Label name = new Label();
    private final TextFlow words = Words.wrapped("", "field-remark");
    private final HBox foot = new HBox(words);
    private final StringProperty remark = new SimpleStringProperty(this, "remark", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private @Nullable Node control;

    public Field() {
        getStyleClass().add("field");
        name.getStyleClass().add("field-label");
        foot.getStyleClass().add("field-foot");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(name);
        remark.subscribe(this::tell);
        problem.subscribe(this::tell);
    }

    public Field(String name, Node control) {
        this();
        setName(name);
        setControl(control);
    }

    public String getName() {
        return name.getText();
    }

    public void setName(String words) {
        name.setText(words);
        if (control != null && !words.isEmpty()) {
            control.setAccessibleText(words);
        }
    }

    public @Nullable Node getControl() {
        return control;
    }

    public void setControl(Node control) {
        getChildren().remove(this.control);
        this.control = control;
        getChildren().add(1, control);
        name.setLabelFor(control);
        setName(name.getText());
    }

    /// What to know before filling it in.
    public StringProperty remarkProperty() {
        return remark;
    }

    public String getRemark() {
        return remark.get();
    }

    public void setRemark(String words) {
        remark.set(words);
    }

    /// What is wrong with what is in it; empty when nothing is.
    public StringProperty problemProperty() {
        return problem;
    }

    private void tell() {
        boolean wrong = !problem.get().isEmpty();
        var says = wrong ? problem.get() : remark.get();
        Words.set(words, says);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), wrong);
        foot.getChildren().setAll(wrong ? java.util.List.of(Icons.of("fth-alert-triangle"), words) : java.util.List.of(words));
        getChildren().remove(foot);
        if (!says.isEmpty()) {
            getChildren().add(foot);
        }
    }
}
