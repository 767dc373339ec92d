package galley.screen.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Dresses scenes in light or dark, and keeps them dressed when the choice or the system changes.
public final class Theme {

    /// What a person may ask for.
    public enum Choice { LIGHT, DARK, SYSTEM }

    private static final PseudoClass NIGHT = PseudoClass.getPseudoClass("night");

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(this, "choice");
    private final Set<Scene> dressed = Collections.newSetFromMap(new WeakHashMap<>());

    public Theme(Choice choice) {
        this.choice.set(choice);
        this.choice.subscribe(this::dressAgain);
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> dressAgain());
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public boolean isDark() {
        return choice.get() == Choice.DARK
                || choice.get() == Choice.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    }

    /// From now on this scene and its popups follow the theme.
    public void dress(Scene scene) {
        dressed.add(scene);
        putOn(scene);
    }

    /// Dresses everything anew, as after a stylesheet was saved.
    public void dressAgain() {
        dressed.forEach(this::putOn);
    }

    private void putOn(Scene scene) {
        boolean dark = isDark();
        scene.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(List.of(sheet(dark ? "dark.css" : "light.css"), sheet("controlsfx.css"), sheet("kit.css"), sheet("forms.css"),
                Fonts.stylesheet()));
        scene.getRoot().pseudoClassStateChanged(NIGHT, dark);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
