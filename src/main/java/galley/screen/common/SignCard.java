package galley.screen.common;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A signature about to be given: who, when, what it says, and their passphrase.
public final class SignCard extends VBox {

    private final PasswordField passphrase = new PasswordField();
    private final CommandButton button;

    /// @param role under the name: "Senior editor · 11:47"
    /// @param says the meaning, in the signer's own voice
    /// @param signs "Sign “reviewed”"
    /// @param asksPassphrase false within ten minutes of the last signature
    public SignCard(String name, String role, String says, String signs, boolean asksPassphrase, Consumer<char[]> sign, Runnable neverMind) {
        getStyleClass().add("sign-card");
        var who = new Label(name);
        who.getStyleClass().add("strong");
        var what = new Label(role);
        what.getStyleClass().addAll("small", "muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var leave = new CommandButton(Command.always("Never mind", "", "Esc", neverMind), "link");
        var head = new HBox(new PersonMark(name, PersonMark.Word.NONE).grown(), new VBox(who, what), gap, leave);
        head.getStyleClass().add("sign-head");
        getChildren().addAll(head, Words.wrapped("“" + says + "”", "serif", "sign-says"));
        var refusal = new SimpleStringProperty("");
        if (asksPassphrase) {
            var label = new Label("Your passphrase");
            label.getStyleClass().add("field-label");
            label.setLabelFor(passphrase);
            getChildren().addAll(label, passphrase);
            refusal.bind(Bindings.when(passphrase.textProperty().isEmpty()).then("needs your passphrase").otherwise(""));
        }
        var command = new Command(signs, "", "Ctrl+Enter", refusal, () -> {
            var given = passphrase.getText().toCharArray();
            passphrase.clear();
            sign.accept(given);
        });
        button = new CommandButton(command, "accent");
        button.setMaxWidth(Double.MAX_VALUE);
        var foot = new Label("Signs this text only. A later change of words ends it.");
        foot.getStyleClass().addAll("tiny", "muted");
        getChildren().addAll(button, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                neverMind.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && (event.isShortcutDown() || event.getTarget() == passphrase)) {
                command.run();
                event.consume();
            }
        });
    }

    /// What was given did not fit: the field is empty and waits for another try.
    public void again() {
        passphrase.clear();
        begin();
    }

    /// Whether a passphrase is asked for somewhere below: letters are then meant for it, wherever the keyboard is.
    public static boolean asksBelow(Parent parent) {
        return parent.lookupAll(".sign-card .password-field").stream().anyMatch(field -> isShown(field, parent));
    }

    private static boolean isShown(Node node, Parent within) {
        for (Node n = node; n != null && n != within; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Puts the caret where the hand goes next. A field takes letters only once it has its skin, which would come with the next
    /// frame: the first ones would be lost.
    public void begin() {
        applyCss();
        if (passphrase.getScene() != null) {
            passphrase.requestFocus();
        } else {
            button.requestFocus();
        }
    }
}
