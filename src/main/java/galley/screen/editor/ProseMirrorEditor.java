package galley.screen.editor;

import galley.screen.editor.EditorSelection.Part;
import galley.story.WordCount;
import galley.work.Cancel;
import galley.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.DragEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The story editor: ProseMirror on a [Surface], with clipboard, timing and everything that must not be lost in Java.
///
/// `resources/galley/screen/editor` holds the page: `schema.js` says what a story may contain, `markup.js` how it is read
/// and written, `commands.js`, `keys.js`, `clipboard.js`, `find.js` what can be done, `surface.js` what Java may call.
public final class ProseMirrorEditor implements StoryEditor {

    private static final Logger LOG = LoggerFactory.getLogger(ProseMirrorEditor.class);
    private static final JsonMapper JSON = new JsonMapper();

    private static final long REST_MILLIS = 250;
    private static final long LIMIT_MILLIS = 1000;

    private final Work work;
    private final StoryClipboard clipboard;
    private final SurfacePane pane = new SurfacePane(this::tellColours);
    private @Nullable Surface surface;
    private boolean asked;
    private @Nullable Part focusWhenReady;
    private String language = "en";

    private final ReadOnlyObjectWrapper<@Nullable UUID> story = new ReadOnlyObjectWrapper<>(this, "story");
    private EditorText text = EditorText.EMPTY;
    private long sequence;
    private @Nullable Long untoldSince;
    private Cancel telling = new Cancel();

    private final List<Consumer<EditorChange>> listeners = new ArrayList<>();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyObjectWrapper<EditorSelection> selection = new ReadOnlyObjectWrapper<>(this, "selection", EditorSelection.NOWHERE);
    private final ReadOnlyIntegerWrapper bodyWords = new ReadOnlyIntegerWrapper(this, "bodyWords");
    private final BooleanProperty readOnly = new SimpleBooleanProperty(this, "readOnly");
    private Runnable sign = () -> {};
    private Runnable find = () -> {};
    private Runnable link = () -> {};
    private Consumer<String> follow = _ -> {};

    /// @param cleaner makes story markup of any HTML that is pasted, dropped or inserted
    public ProseMirrorEditor(Work work, UnaryOperator<String> cleaner) {
        this.work = work;
        this.clipboard = new StoryClipboard(cleaner);
        readOnly.subscribe(value -> {
            if (surface != null && surface.isReady()) {
                surface.call("readOnly", value);
            }
        });
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void warmUp() {
        if (!asked) {
            asked = true;
            work.start("preparing the editor", (_, _) -> SurfacePage.publish(), this::makeSurface, this::failed);
        }
    }

    @Override
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    @Override
    public void open(UUID next, EditorText words) {
        flush();
        text = words;
        story.set(next);
        countWords();
        if (isUp()) {
            openOnSurface();
        } else {
            warmUp();
        }
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable UUID> storyProperty() {
        return story.getReadOnlyProperty();
    }

    @Override
    public EditorText flush() {
        if (isUp() && story.get() != null) {
            take();
        }
        return text;
    }

    @Override
    public void onChange(Consumer<EditorChange> listener) {
        listeners.add(listener);
    }

    @Override
    public void run(EditorCommand command) {
        if (isUp()) {
            call("run", command.onSurface());
        }
    }

    @Override
    public boolean link(String address) {
        return isUp() && Boolean.TRUE.equals(call("link", address));
    }

    @Override
    public void insert(String html) {
        paste(clipboard.clean(html));
    }

    @Override
    public ReadOnlyObjectProperty<EditorSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    @Override
    public String selectedText() {
        return isUp() && call("selectedText") instanceof String words ? words : "";
    }

    @Override
    public String beforeSelection() {
        return isUp() && call("beforeSelection") instanceof String words ? words : "";
    }

    @Override
    public ReadOnlyIntegerProperty bodyWordsProperty() {
        return bodyWords.getReadOnlyProperty();
    }

    @Override
    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    @Override
    public void setLanguage(String tag) {
        language = tag;
        if (isUp()) {
            call("language", tag);
        }
    }

    @Override
    public void focus() {
        focus(selection.get().part());
    }

    @Override
    public void focus(Part part) {
        if (surface == null || !surface.isReady()) {
            focusWhenReady = part;
        } else {
            surface.view().requestFocus();
            call("focus", part == Part.SEVERAL ? "" : part.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Override
    public FindResult find(String words, boolean matchCase) {
        return found("find", words, matchCase);
    }

    @Override
    public FindResult findNext() {
        return found("findStep", 1);
    }

    @Override
    public FindResult findPrevious() {
        return found("findStep", -1);
    }

    @Override
    public void findEnd() {
        found("findEnd");
    }

    @Override
    public void onSign(Runnable sign) {
        this.sign = sign;
    }

    @Override
    public void onFind(Runnable find) {
        this.find = find;
    }

    @Override
    public void onLink(Runnable link) {
        this.link = link;
    }

    @Override
    public void onFollow(Consumer<String> follow) {
        this.follow = follow;
    }

    // The surface comes up.

    private void makeSurface(String address) {
        surface = new Surface(address, new Surface.Events(this::surfaceReady, this::changed, this::selected, this::leave,
                link -> follow.accept(link), words -> failed(new IllegalStateException(words))));
        surface.view().setVisible(false);
        new SurfaceHands(surface.view(), hands());
        pane.getChildren().setAll(surface.view());
    }

    private void surfaceReady() {
        tellColours();
        call("language", language);
        openOnSurface();
        surface.view().setVisible(true);
        ready.set(true);
        if (focusWhenReady != null) {
            focus(focusWhenReady);
            focusWhenReady = null;
        }
    }

    private void openOnSurface() {
        call("open", JSON.writeValueAsString(text), story.get() != null && !readOnly.get());
    }

    private void failed(Throwable fault) {
        var notice = galley.notice.TroubleLog.tell("opening the editor", fault);
        pane.getChildren().setAll(galley.screen.common.MessageCard.of(notice));
    }

    private boolean isUp() {
        return surface != null && surface.isReady();
    }

    private void tellColours() {
        if (isUp()) {
            call("theme", JSON.writeValueAsString(pane.colours()));
        }
    }

    // Words come back.

    private void changed() {
        long now = System.nanoTime() / 1_000_000;
        sequence++;
        if (untoldSince == null) {
            untoldSince = now;
        }
        telling.wish();
        telling = work.after(Math.max(0, Math.min(REST_MILLIS, untoldSince + LIMIT_MILLIS - now)), this::tell);
    }

    private void tell() {
        if (untoldSince != null) {
            take();
        }
    }

    /// Takes the text from the surface and tells everybody, if it is not what they know already.
    private void take() {
        telling.wish();
        untoldSince = null;
        if (!(call("read") instanceof String json)) {
            return;
        }
        var now = JSON.readValue(json, EditorText.class);
        if (!now.equals(text)) {
            text = now;
            countWords();
            var change = new EditorChange(story.get(), sequence, now);
            listeners.forEach(listener -> listener.accept(change));
        }
    }

    private void countWords() {
        bodyWords.set(WordCount.ofHtml(text.body()));
    }

    private void selected(String json) {
        var now = JSON.readValue(json, EditorSelection.class);
        selection.set(now);
        if (surface != null) {
            surface.view().setAccessibleText(now.paragraph());
        }
    }

    private void leave(int step) {
        surface.view().requestFocusTraversal(step > 0 ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
    }

    private FindResult found(String function, Object... arguments) {
        return isUp() && call(function, arguments) instanceof String json ? JSON.readValue(json, FindResult.class) : new FindResult(0, 0);
    }

    private void paste(StoryClipboard.Flavours flavours) {
        if (isUp() && !flavours.isEmpty()) {
            call("paste", JSON.writeValueAsString(flavours));
        }
    }

    /// Calls the page. A fault in it is logged and leaves the last known text standing.
    @SuppressWarnings("removal")
    private @Nullable Object call(String function, Object... arguments) {
        try {
            return surface.call(function, arguments);
        } catch (netscape.javascript.JSException fault) {
            LOG.error("the editor's page failed in {}", function, fault);
            return null;
        }
    }

    private SurfaceHands.Acts hands() {
        return new SurfaceHands.Acts() {
            @Override
            public void type(String words) {
                call("type", words);
            }

            @Override
            public void copy() {
                put(call("copy"));
            }

            @Override
            public void cut() {
                put(call("cut"));
            }

            @Override
            public void paste() {
                ProseMirrorEditor.this.paste(clipboard.get());
            }

            @Override
            public void pastePlain() {
                ProseMirrorEditor.this.paste(clipboard.getPlain());
            }

            @Override
            public void drop(DragEvent event) {
                call("dropAt", event.getX(), event.getY());
                ProseMirrorEditor.this.paste(clipboard.from(event.getDragboard()));
            }

            @Override
            public boolean acceptsDrop(DragEvent event) {
                return !isReadOnly() && !event.getDragboard().hasFiles() && clipboard.accepts(event.getDragboard());
            }

            @Override
            public void selectAll() {
                call("run", "selectPart");
            }

            @Override
            public void link() {
                if (!isReadOnly() && takesMarkup()) {
                    link.run();
                }
            }

            @Override
            public void find() {
                find.run();
            }

            @Override
            public void findNext() {
                ProseMirrorEditor.this.findNext();
            }

            @Override
            public void findPrevious() {
                ProseMirrorEditor.this.findPrevious();
            }

            @Override
            public void sign() {
                sign.run();
            }

            @Override
            public boolean hasSelection() {
                return !selection.get().empty();
            }

            @Override
            public boolean hasClipboard() {
                return clipboard.hasSomething();
            }

            @Override
            public boolean isReadOnly() {
                return readOnly.get();
            }

            @Override
            public boolean takesMarkup() {
                return selection.get().part().takesMarkup();
            }

            private void put(@Nullable Object json) {
                if (json instanceof String copied && !copied.equals("null")) {
                    clipboard.put(JSON.readValue(copied, StoryClipboard.Flavours.class));
                }
            }
        };
    }
}
