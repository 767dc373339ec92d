package galley.screen.editor;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.notice.TroubleLog;
import galley.story.Picture;
import galley.story.PictureBytes;
import galley.story.StoryText;
import galley.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The pictures of the story that is open: bringing one in, its words, its place, and taking it out.
final class PictureDesk {

    private final EditorViewModel model;
    private final Work work;
    private final Elsewhere elsewhere;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>();

    PictureDesk(EditorViewModel model, Work work, Elsewhere elsewhere) {
        this.model = model;
        this.work = work;
        this.elsewhere = elsewhere;
    }

    /// Whether a picture is on its way.
    BooleanProperty busyProperty() {
        return busy;
    }

    /// Why the last one did not come; null for nothing.
    ObjectProperty<@Nullable Notice> problemProperty() {
        return problem;
    }

    /// Adds a picture from a file on this machine.
    void add(Path file) {
        bring("reading the picture", () -> {
            if (Files.size(file) > PictureBytes.LARGEST) {
                throw Trouble.of("“" + file.getFileName() + "” is larger than 24 MB.", "Nothing was changed.", "Make a smaller copy of it.");
            }
            return Files.readAllBytes(file);
        });
    }

    /// Adds the picture that the wire offers.
    void take(String address, @Nullable UUID entry) {
        bring("fetching the picture", () -> elsewhere.get(address, entry).bytes());
    }

    @FunctionalInterface
    private interface Bytes {
        byte[] get() throws IOException;
    }

    private void bring(String doing, Bytes from) {
        var story = model.story();
        if (story == null || busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(null);
        work.start(doing, (_, _) -> {
            var bytes = from.get();
            var facts = PictureBytes.of(bytes).orElseThrow(() -> Trouble.of("That is no picture a page can carry.", "Nothing was changed.",
                    "Take a JPEG, PNG, WebP or GIF."));
            var asset = model.desk().assets().keep(facts.mediaType(), bytes);
            return new Picture(asset, facts.mediaType(), facts.width(), facts.height(), "", "", "", "");
        }, picture -> {
            busy.set(false);
            if (story.equals(model.story())) {
                put(picture);
            }
        }, fault -> {
            busy.set(false);
            problem.set(TroubleLog.tell(doing, fault));
        });
    }

    private void put(Picture picture) {
        if (model.text().pictures().stream().anyMatch(p -> p.asset().equals(picture.asset()))) {
            problem.set(Notice.of("This picture is in the story already.", "Nothing was changed.", ""));
            return;
        }
        model.change("Picture added; it needs words for who cannot see it", with(all -> all.add(picture)), without(picture.asset()));
    }

    /// Changes what is said of a picture.
    void describe(String asset, UnaryOperator<Picture> change) {
        var before = model.text().pictures().stream().filter(p -> p.asset().equals(asset)).findFirst();
        before.filter(p -> !change.apply(p).equals(p)).ifPresent(p -> model.change("The picture's words are kept",
                with(all -> all.replaceAll(each -> each.asset().equals(asset) ? change.apply(each) : each)),
                with(all -> all.replaceAll(each -> each.asset().equals(asset) ? p : each))));
    }

    void remove(String asset) {
        var before = model.text().pictures();
        model.change("Picture taken out", without(asset), text -> text.withPictures(before));
    }

    /// Moves a picture one place up.
    void up(String asset) {
        var before = model.text().pictures();
        model.change("Picture moved", with(all -> {
            for (int i = 1; i < all.size(); i++) {
                if (all.get(i).asset().equals(asset)) {
                    all.add(i - 1, all.remove(i));
                    return;
                }
            }
        }), text -> text.withPictures(before));
    }

    private static UnaryOperator<StoryText> with(java.util.function.Consumer<List<Picture>> change) {
        return text -> {
            var all = new ArrayList<>(text.pictures());
            change.accept(all);
            return text.withPictures(all);
        };
    }

    private static UnaryOperator<StoryText> without(String asset) {
        return with(all -> all.removeIf(p -> p.asset().equals(asset)));
    }
}
