package galley.screen.publish;

import galley.desk.Person;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.publish.Exporter;
import galley.screen.common.Acting;
import galley.screen.common.Notices;
import galley.signoff.Outcome;
import galley.signoff.Reason;
import galley.work.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The page that would be exported now, at the width of a phone, a tablet or a desk, by day and by night; and why it may not be
/// exported yet.
public final class PreviewViewModel {

    /// How wide readers' screens are.
    public enum Width {
        PHONE("Phone", 390), TABLET("Tablet", 820), DESK("Desk", Double.MAX_VALUE);

        private final String words;
        private final double pixels;

        Width(String words, double pixels) {
            this.words = words;
            this.pixels = pixels;
        }

        public String words() {
            return words;
        }

        public double pixels() {
            return pixels;
        }
    }

    /// A page made for looking at.
    ///
    /// @param file where it lies
    /// @param against why it may not be exported; empty when it may
    /// @param exact whether these are the bytes an export would write
    /// @param published whether this text is on the site already
    public record Made(Path file, String path, List<Reason> against, boolean exact, boolean published) {

        /// One sentence about what is seen.
        public String says() {
            return published ? "This is the page on the site" : exact ? "The very file an export would write" : "Not to be exported yet";
        }
    }

    private final BiFunction<UUID, Person, Made> maker;
    private final BiFunction<UUID, Person, Outcome<String>> exports;
    private final Function<UUID, Outcome<Exporter.Alone>> alone;
    private final Acting acting;
    private final Work work;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<@Nullable Made> made = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Width> width = new SimpleObjectProperty<>(Width.DESK);
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>();
    private @Nullable UUID story;
    private int asked;

    /// @param maker writes the page to a folder of its own; slow
    /// @param exports exports a story and answers its path
    /// @param alone what is on the site of a story, as one file
    public PreviewViewModel(BiFunction<UUID, Person, Made> maker, BiFunction<UUID, Person, Outcome<String>> exports,
                            Function<UUID, Outcome<Exporter.Alone>> alone, Acting acting, Work work, Notices notices) {
        this.maker = maker;
        this.exports = exports;
        this.alone = alone;
        this.acting = acting;
        this.work = work;
        this.notices = notices;
    }

    /// Makes the page of a story anew.
    public void show(UUID wanted) {
        int number = ++asked;
        story = wanted;
        made.set(null);
        problem.set(null);
        var by = acting.person();
        work.start("make a preview", (_, _) -> maker.apply(wanted, by), page -> {
            if (number == asked) {
                made.set(page);
            }
        }, fault -> {
            if (number == asked) {
                problem.set(TroubleLog.tell("making the preview", fault));
            }
        });
    }

    /// Exports what is seen.
    public void export() {
        var id = story;
        var by = acting.person();
        if (id == null) {
            return;
        }
        work.start("export", (_, _) -> exports.apply(id, by), outcome -> {
            if (outcome instanceof Outcome.Done<String> done) {
                notices.say("fth-globe", "Exported: " + done.value());
            } else {
                notices.say("fth-slash", outcome.whyNot());
            }
            show(id);
        }, fault -> problem.set(TroubleLog.tell("exporting", fault)));
    }

    /// Takes what is on the site as one file; what is not there yet is refused in words.
    ///
    /// @param take puts it where the person wants it, on the window's thread; answers what to say, or nothing
    public void take(Function<Exporter.Alone, String> take) {
        var id = story;
        if (id == null) {
            return;
        }
        work.start("make one file of a page", (_, _) -> alone.apply(id), outcome -> {
            if (outcome instanceof Outcome.Done<Exporter.Alone> done) {
                var words = take.apply(done.value());
                if (!words.isEmpty()) {
                    notices.say("fth-copy", words);
                }
            } else {
                notices.say("fth-slash", outcome.whyNot());
            }
        }, fault -> problem.set(TroubleLog.tell("making one file of the page", fault)));
    }

    /// Writes a page to a file.
    public void save(String html, Path file) {
        work.start("save one file", (_, _) -> {
            Files.writeString(file, html);
            return file;
        }, saved -> notices.say("fth-file", "Saved: " + saved), fault -> problem.set(TroubleLog.tell("saving the page", fault)));
    }

    /// Null while it is being made.
    public ReadOnlyObjectProperty<@Nullable Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    public ObjectProperty<Width> widthProperty() {
        return width;
    }

    /// Whether it is seen as a reader does who prefers dark pages.
    public BooleanProperty darkProperty() {
        return dark;
    }

    public ObjectProperty<@Nullable Notice> problemProperty() {
        return problem;
    }
}
