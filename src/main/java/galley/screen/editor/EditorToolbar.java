package galley.screen.editor;

import galley.screen.common.Icons;
import galley.screen.common.KeyCap;
import galley.screen.common.Keys;
import galley.screen.editor.EditorSelection.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The toolbar of a story editor: it shows what is true at the cursor and does what the keys do. Find and link open as a
/// line below it.
public final class EditorToolbar extends VBox {

    private final StoryEditor editor;
    private final FindBar findBar;
    private final LinkBar linkBar;
    private final List<Consumer<EditorSelection>> shown = new ArrayList<>();

    public EditorToolbar(StoryEditor editor) {
        this.editor = editor;
        findBar = new FindBar(editor, this::closeLine);
        linkBar = new LinkBar(editor, this::closeLine);
        getStyleClass().add("editor-toolbar");
        getStylesheets().add(Objects.requireNonNull(EditorToolbar.class.getResource("editor.css")).toExternalForm());

        var tools = new HBox(blocks(), bar(),
                toggle(Icons.of("fth-bold"), "Bold", "Ctrl+B", EditorCommand.BOLD, EditorSelection::bold),
                toggle(Icons.of("fth-italic"), "Italic", "Ctrl+I", EditorCommand.ITALIC, EditorSelection::italic),
                linkButton(), bar(),
                toggle(Icons.of("fth-list"), "List", "Ctrl+Shift+8", EditorCommand.BULLETS, EditorSelection::bullets),
                toggle(DrawnIcons.numbers(), "Numbered list", "Ctrl+Shift+7", EditorCommand.NUMBERS, EditorSelection::numbers),
                toggle(DrawnIcons.quote(), "Block quote", "Ctrl+Shift+9", EditorCommand.QUOTE, EditorSelection::quote), bar(),
                button("fth-rotate-ccw", "Undo", "Ctrl+Z", EditorCommand.UNDO, EditorSelection::canUndo),
                button("fth-rotate-cw", "Redo", "Ctrl+Shift+Z", EditorCommand.REDO, EditorSelection::canRedo),
                gap(), findButton());
        tools.getStyleClass().add("tools");
        getChildren().add(tools);

        editor.onFind(this::openFind);
        editor.onLink(this::openLink);
        editor.selectionProperty().subscribe(this::show);
        editor.readOnlyProperty().subscribe(_ -> show(editor.selectionProperty().get()));
        editor.node().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (getChildren().size() > 1 && Keys.match("Esc", event)) {
                editor.findEnd();
                closeLine();
                event.consume();
            }
        });
        // A line belongs to the place it was opened for.
        editor.selectionProperty().subscribe(_ -> getChildren().remove(linkBar));
        editor.storyProperty().subscribe(_ -> getChildren().removeAll(findBar, linkBar));
    }

    /// Opens the line that looks for words.
    public void openFind() {
        open(findBar);
        findBar.begin();
    }

    /// Opens the line that sets a link.
    public void openLink() {
        open(linkBar);
        linkBar.begin();
    }

    static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void open(Node line) {
        if (getChildren().contains(findBar)) {
            editor.findEnd();
        }
        getChildren().removeAll(findBar, linkBar);
        getChildren().add(line);
    }

    private void closeLine() {
        getChildren().removeAll(findBar, linkBar);
        editor.focus();
    }

    private void show(EditorSelection selection) {
        shown.forEach(part -> part.accept(selection));
    }

    private boolean canFormat(EditorSelection selection) {
        return selection.part().takesMarkup() && !editor.readOnlyProperty().get();
    }

    private void run(EditorCommand command) {
        editor.run(command);
        editor.focus();
        // A command that did nothing must not leave its button pressed.
        show(editor.selectionProperty().get());
    }

    private MenuButton blocks() {
        var menu = new MenuButton();
        menu.getStyleClass().addAll("flat", "blocks");
        menu.setAccessibleText("Kind of paragraph");
        menu.getItems().addAll(block("Paragraph", "Shortcut+Alt+0", EditorCommand.PARAGRAPH, Block.PARAGRAPH),
                block("Heading", "Shortcut+Alt+2", EditorCommand.HEADING, Block.HEADING),
                block("Subheading", "Shortcut+Alt+3", EditorCommand.SUBHEADING, Block.SUBHEADING));
        shown.add(selection -> {
            menu.setText(nameOf(selection));
            menu.setDisable(!canFormat(selection));
        });
        return menu;
    }

    private RadioMenuItem block(String words, String keys, EditorCommand command, Block block) {
        var item = new RadioMenuItem(words);
        item.setAccelerator(KeyCombination.keyCombination(keys));
        item.setOnAction(_ -> run(command));
        shown.add(selection -> item.setSelected(selection.part().takesMarkup() && selection.block() == block));
        return item;
    }

    private static String nameOf(EditorSelection selection) {
        return switch (selection.part()) {
            case SLUGLINE -> "Slugline";
            case HEADLINE -> "Headline";
            case STANDFIRST -> "Standfirst";
            case SEVERAL -> "Several parts";
            case BODY, CONTEXT -> switch (selection.block()) {
                case PARAGRAPH -> selection.bullets() || selection.numbers() ? "List item" : selection.quote() ? "Quote" : "Paragraph";
                case HEADING -> "Heading";
                case SUBHEADING -> "Subheading";
            };
        };
    }

    private ToggleButton toggle(Node icon, String says, String keys, EditorCommand command, Predicate<EditorSelection> isOn) {
        var button = dressed(new ToggleButton("", icon), says, keys);
        button.setOnAction(_ -> run(command));
        shown.add(selection -> {
            button.setSelected(isOn.test(selection) && selection.part().takesMarkup());
            button.setDisable(!canFormat(selection));
        });
        return button;
    }

    private Button button(String icon, String says, String keys, EditorCommand command, Predicate<EditorSelection> isAllowed) {
        var button = dressed(new Button("", Icons.of(icon)), says, keys);
        button.setOnAction(_ -> run(command));
        shown.add(selection -> button.setDisable(!isAllowed.test(selection) || editor.readOnlyProperty().get()));
        return button;
    }

    private ToggleButton linkButton() {
        var button = dressed(new ToggleButton("", Icons.of("fth-link")), "Link", "Ctrl+K");
        button.setOnAction(_ -> {
            show(editor.selectionProperty().get());
            openLink();
        });
        shown.add(selection -> {
            button.setSelected(!selection.link().isEmpty());
            button.setDisable(!canFormat(selection));
        });
        return button;
    }

    private Button findButton() {
        var button = new Button();
        var face = new HBox(Icons.of("fth-search"), new Label("Find"), new KeyCap("Ctrl+F"));
        face.getStyleClass().add("face");
        button.setGraphic(face);
        button.getStyleClass().addAll("flat", "plain");
        button.setAccessibleText("Find in this story");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> openFind());
        return button;
    }

    private static <B extends ButtonBase> B dressed(B button, String says, String keys) {
        button.getStyleClass().addAll("flat", "icon-only");
        button.setAccessibleText(says);
        button.setTooltip(new Tooltip(says + "   " + String.join(" ", Keys.spelled(keys))));
        return button;
    }

    private static Separator bar() {
        return new Separator(javafx.geometry.Orientation.VERTICAL);
    }
}
