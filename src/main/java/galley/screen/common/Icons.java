package galley.screen.common;

import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons by their code ("fth-inbox"): 16 px, 14 in buttons; the stylesheet sets size and colour.
public final class Icons {

    private Icons() {}

    public static FontIcon of(String code) {
        var icon = new FontIcon(code);
        icon.setMouseTransparent(true);
        return icon;
    }
}
