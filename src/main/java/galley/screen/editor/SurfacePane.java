package galley.screen.editor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// The place the surface stands in. It takes the surface's colours from the window's stylesheets (`editor.css`), so that a
/// theme is said once, in CSS, and hands them on.
final class SurfacePane extends StackPane {

    private static final StyleablePropertyFactory<SurfacePane> FACTORY = new StyleablePropertyFactory<>(StackPane.getClassCssMetaData());
    private static final List<String> NAMES = List.of("paper", "tint", "ink", "muted", "faint", "line", "accent", "warning",
            "selection", "found", "here");

    static {
        for (var name : NAMES) {
            FACTORY.createColorCssMetaData("-surface-" + name, pane -> pane.colour(name), Color.BLACK, false);
        }
    }

    private final Map<String, StyleableProperty<Color>> colours;

    /// @param recoloured called when a colour changed; several calls may come in a row
    SurfacePane(Runnable recoloured) {
        getStyleClass().add("story-surface");
        getStylesheets().add(Objects.requireNonNull(SurfacePane.class.getResource("editor.css")).toExternalForm());
        colours = NAMES.stream().collect(Collectors.toMap(name -> name, this::styleable));
        colours.values().forEach(colour -> ((javafx.beans.Observable) colour).addListener(_ -> recoloured.run()));
    }

    /// Colours by their name in `surface.css`, as CSS writes them.
    Map<String, String> colours() {
        return colours.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> css(entry.getValue().getValue())));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private StyleableProperty<Color> colour(String name) {
        return colours.get(name);
    }

    private StyleableProperty<Color> styleable(String name) {
        return FACTORY.createStyleableColorProperty(this, name, "-surface-" + name);
    }

    private static String css(Color colour) {
        return String.format(Locale.ROOT, "rgba(%d,%d,%d,%.3f)", Math.round(colour.getRed() * 255), Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255), colour.getOpacity());
    }
}
