package galley.screen.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.web.WebView;

/// Reads keys written as in "Ctrl+Enter", "R", "F8", "/" or "?"; Ctrl means Command on a Mac.
public final class Keys {

    private static final boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private Keys() {}

    /// The parts as the platform spells them: `Ctrl`, `↵`.
    public static List<String> spelled(String keys) {
        var parts = new ArrayList<String>();
        for (var part : parts(keys)) {
            parts.add(switch (part) {
                case "Ctrl" -> MAC ? "⌘" : "Ctrl";
                case "Shift" -> MAC ? "⇧" : "Shift";
                case "Alt" -> MAC ? "⌥" : "Alt";
                case "Enter" -> "↵";
                case "Up" -> "↑";
                case "Down" -> "↓";
                default -> part;
            });
        }
        return parts;
    }

    /// Whether this press (or, for signs such as `/`, this typed sign) is that key.
    public static boolean match(String keys, KeyEvent event) {
        if (keys.isEmpty()) {
            return false;
        }
        if (isSign(keys)) {
            return event.getEventType() == KeyEvent.KEY_TYPED && keys.equals(event.getCharacter())
                    && !event.isShortcutDown() && !event.isAltDown();
        }
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return false;
        }
        var parts = parts(keys);
        if (parts.getLast().equals("+")) {
            // The plus of one keyboard is the shifted equals sign of another.
            return event.isShortcutDown() && !event.isAltDown()
                    && (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.EQUALS || event.getCode() == KeyCode.ADD);
        }
        return parts.contains("Ctrl") == event.isShortcutDown() && parts.contains("Alt") == event.isAltDown()
                && parts.contains("Shift") == event.isShiftDown() && code(parts.getLast()) == event.getCode();
    }

    /// Whether the key could be meant as text where the focus is.
    public static boolean areTyped(String keys, Object focus) {
        boolean bare = !keys.contains("Ctrl") && !keys.contains("Alt") && !keys.matches("F\\d+|Esc");
        return bare && (focus instanceof TextInputControl input && input.isEditable() || focus instanceof WebView);
    }

    /// Whether the key is a letter alone, as in "S".
    public static boolean isLetter(String keys) {
        return keys.length() == 1 && Character.isLetter(keys.charAt(0));
    }

    private static List<String> parts(String keys) {
        return Arrays.asList(keys.split("\\+(?=.)"));
    }

    private static boolean isSign(String keys) {
        return keys.length() == 1 && !Character.isLetterOrDigit(keys.charAt(0));
    }

    private static KeyCode code(String part) {
        return switch (part) {
            case "Enter" -> KeyCode.ENTER;
            case "Esc" -> KeyCode.ESCAPE;
            case "Up" -> KeyCode.UP;
            case "Down" -> KeyCode.DOWN;
            case "," -> KeyCode.COMMA;
            case "." -> KeyCode.PERIOD;
            case "-" -> KeyCode.MINUS;
            case "Delete" -> KeyCode.DELETE;
            default -> KeyCode.valueOf(Character.isDigit(part.charAt(0)) ? "DIGIT" + part : part.toUpperCase(Locale.ROOT));
        };
    }
}
