package galley.screen.editor;

import galley.screen.common.Keys;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.web.WebView;

/// What hands do on the surface before the page sees it: clipboard keys, the keys that belong to the screen, the menu of
/// the right button, and words dragged in from elsewhere.
final class SurfaceHands {

    /// What the hands can ask for.
    interface Acts {
        void type(String words);

        void copy();

        void cut();

        void paste();

        void pastePlain();

        void drop(DragEvent event);

        boolean acceptsDrop(DragEvent event);

        void selectAll();

        void link();

        void find();

        void findNext();

        void findPrevious();

        void sign();

        boolean hasSelection();

        boolean hasClipboard();

        boolean isReadOnly();

        boolean takesMarkup();
    }

    private final Acts acts;
    private final Map<String, Runnable> keys = new LinkedHashMap<>();
    private final ContextMenu menu = new ContextMenu();
    private boolean taken;
    private String firstHalf = "";

    SurfaceHands(WebView view, Acts acts) {
        this.acts = acts;
        keys.put("Ctrl+C", acts::copy);
        keys.put("Ctrl+Insert", acts::copy);
        keys.put("Ctrl+X", acts::cut);
        keys.put("Shift+Delete", acts::cut);
        keys.put("Ctrl+V", acts::paste);
        keys.put("Shift+Insert", acts::paste);
        keys.put("Ctrl+Shift+V", acts::pastePlain);
        keys.put("Ctrl+K", acts::link);
        keys.put("Ctrl+F", acts::find);
        keys.put("F3", acts::findNext);
        keys.put("Ctrl+G", acts::findNext);
        keys.put("Shift+F3", acts::findPrevious);
        keys.put("Ctrl+Shift+G", acts::findPrevious);
        keys.put("Ctrl+Enter", acts::sign);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        view.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (comesFromElsewhere(event, view)) {
                if (acts.acceptsDrop(event)) {
                    event.acceptTransferModes(TransferMode.COPY);
                }
                event.consume();
            }
        });
        view.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            // Files are refused too: the page would go to them.
            if (comesFromElsewhere(event, view)) {
                boolean accepted = acts.acceptsDrop(event);
                if (accepted) {
                    acts.drop(event);
                }
                event.setDropCompleted(accepted);
                event.consume();
            }
        });
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
        view.setOnContextMenuRequested(event -> showMenu(view, event));
    }

    private void pressed(KeyEvent event) {
        taken = false;
        keys.forEach((key, act) -> {
            if (!taken && Keys.match(key, event)) {
                taken = true;
                event.consume();
                act.run();
            }
        });
    }

    /// WebView drops what does not fit into one char (emoji, many Chinese names), whether it comes at once or in two halves.
    private void typed(KeyEvent event) {
        var sign = event.getCharacter();
        boolean breaks = (sign.equals("\r") || sign.equals("\n")) && (event.isControlDown() || event.isMetaDown());
        if (taken || breaks) {
            // It belongs to a key that was taken above, or to Ctrl+Enter, which the window may have taken before and refused:
            // that never breaks a paragraph.
            event.consume();
        } else if (sign.length() == 1 && Character.isHighSurrogate(sign.charAt(0))) {
            firstHalf = sign;
            event.consume();
        } else if (sign.length() > 1 || !firstHalf.isEmpty() && Character.isLowSurrogate(sign.charAt(0))) {
            acts.type(firstHalf + sign);
            firstHalf = "";
            event.consume();
        }
    }

    private static boolean comesFromElsewhere(DragEvent event, WebView view) {
        return event.getGestureSource() != view;
    }

    private void showMenu(WebView view, ContextMenuEvent event) {
        boolean writes = !acts.isReadOnly();
        menu.getItems().setAll(
                item("Cut", "Ctrl+X", writes && acts.hasSelection(), acts::cut),
                item("Copy", "Ctrl+C", acts.hasSelection(), acts::copy),
                item("Paste", "Ctrl+V", writes && acts.hasClipboard(), acts::paste),
                item("Paste without formatting", "Ctrl+Shift+V", writes && acts.hasClipboard(), acts::pastePlain),
                new SeparatorMenuItem(),
                item("Link", "Ctrl+K", writes && acts.takesMarkup(), acts::link),
                item("Find", "Ctrl+F", true, acts::find),
                new SeparatorMenuItem(),
                item("Select all", "Ctrl+A", true, acts::selectAll));
        menu.show(view, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private static MenuItem item(String words, String key, boolean allowed, Runnable act) {
        var item = new MenuItem(words + "   " + String.join(" ", Keys.spelled(key)));
        item.setDisable(!allowed);
        item.setOnAction(_ -> act.run());
        return item;
    }
}
