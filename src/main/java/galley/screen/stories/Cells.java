package galley.screen.stories;

import galley.screen.common.Icons;
import galley.screen.common.Mark;
import galley.screen.common.PersonMark;
import galley.screen.common.StateMark;
import galley.screen.common.Times;
import galley.screen.common.Words;
import galley.screen.stories.StoryRow.Signer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.jspecify.annotations.Nullable;

/// The cells of the story table. Each builds its face once and fills it again for every row that scrolls by.
final class Cells {

    private Cells() {}

    /// A cell that shows nothing until its row has been read.
    private abstract static class RowCell extends TableCell<VirtualRows.Slot, StoryRow> {

        @Override
        protected final void updateItem(@Nullable StoryRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null || !row.isRead()) {
                setGraphic(null);
            } else {
                fill(row);
            }
        }

        abstract void fill(StoryRow row);
    }

    /// A row that can stand below another.
    static final class Row extends TableRow<VirtualRows.Slot> {
        private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

        @Override
        protected void updateItem(VirtualRows.@Nullable Slot slot, boolean empty) {
            super.updateItem(slot, empty);
            pseudoClassStateChanged(BELOW, slot != null && !empty && slot.row().isBelow());
        }
    }

    static final class State extends RowCell {
        private final StateMark mark = new StateMark(Mark.WIRE);
        private final Label word = new Label();
        private final HBox face = new HBox(mark, word);

        State() {
            getStyleClass().add("state-cell");
            face.getStyleClass().add("state-face");
            word.getStyleClass().add("state-word");
        }

        @Override
        void fill(StoryRow row) {
            mark.setMark(row.mark());
            word.setText(row.mark().word());
            setGraphic(face);
        }
    }

    static final class Headline extends RowCell {
        private static final PseudoClass UNSEEN = PseudoClass.getPseudoClass("unseen");

        private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

        private final FontIcon turn = Icons.of("fth-chevron-right");
        private final Label headline = new Label();
        private final Label detail = new Label();
        private final StateMark mark = new StateMark(Mark.HOLD);
        private final Label addition = new Label();
        private final HBox added = new HBox(mark, addition);
        private final Label event = new Label("", new HBox(turn, Icons.of("fth-layers")));
        private final HBox under = new HBox(event, added, detail);
        private final VBox face = new VBox(headline, under);
        private @Nullable Mark shown;

        Headline(IntConsumer turnEvent) {
            getStyleClass().add("headline-cell");
            under.getStyleClass().add("under-line");
            event.getStyleClass().add("event-words");
            event.getGraphic().getStyleClass().add("event-marks");
            event.setMinWidth(USE_PREF_SIZE);
            event.setOnMouseClicked(click -> {
                turnEvent.accept(getIndex());
                click.consume();
            });
            HBox.setHgrow(detail, Priority.ALWAYS);
            face.getStyleClass().add("headline-face");
            face.setAlignment(Pos.CENTER_LEFT);
            headline.getStyleClass().add("headline-line");
            headline.setMaxWidth(Double.MAX_VALUE);
            detail.getStyleClass().add("detail-line");
            detail.setMaxWidth(Double.MAX_VALUE);
            addition.getStyleClass().add("detail-line");
            added.getStyleClass().add("addition");
            mark.setScaleX(0.72);
            mark.setScaleY(0.72);
        }

        @Override
        void fill(StoryRow row) {
            Words.set(headline, row.headline().isEmpty() ? "No headline yet" : row.headline());
            headline.pseudoClassStateChanged(UNSEEN, row.unseen() || row.mark() != Mark.WIRE && row.mark() != Mark.PUBLISHED && row.mark() != Mark.SPIKED);
            pseudoClassStateChanged(BELOW, row.isBelow());
            boolean grouped = row.event() != null && !row.isBelow();
            if (grouped) {
                boolean open = row.event().among() == StoryRow.Among.OPEN;
                event.setText(row.event().words());
                event.setAccessibleText(row.event().words() + (open ? ", open" : ", closed"));
                turn.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right");
            }
            show(event, grouped);
            boolean addedTo = row.addition() != null;
            if (addedTo) {
                dress(row.addition().mark());
                addition.setText(row.addition().words());
            } else {
                detail.setText(row.detail());
            }
            show(added, addedTo);
            show(detail, !addedTo && !row.detail().isEmpty());
            show(under, grouped || addedTo || !row.detail().isEmpty());
            setGraphic(face);
        }

        private void dress(Mark now) {
            if (shown != null) {
                addition.pseudoClassStateChanged(PseudoClass.getPseudoClass(shown.code()), false);
            }
            addition.pseudoClassStateChanged(PseudoClass.getPseudoClass(now.code()), true);
            mark.setMark(now);
            boolean shaped = now == Mark.HOLD || now == Mark.EMBARGO;
            show(mark, shaped);
            shown = now;
        }

        private static void show(Node node, boolean shown) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    static final class Source extends RowCell {
        private final Label source = new Label();

        Source() {
            source.getStyleClass().add("source-word");
        }

        @Override
        void fill(StoryRow row) {
            source.setText(row.source().isEmpty() ? "Our own" : row.source());
            setGraphic(source);
        }
    }

    static final class Category extends RowCell {
        private final Label chip = new Label();

        Category() {
            chip.getStyleClass().add("chip");
        }

        @Override
        void fill(StoryRow row) {
            chip.setText(row.category());
            setGraphic(row.category().isEmpty() ? null : chip);
        }
    }

    static final class Age extends RowCell {
        private final Label age = new Label();
        private final Times times;

        Age(Times times) {
            this.times = times;
            getStyleClass().add("right");
            age.getStyleClass().add("age-word");
            age.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        void fill(StoryRow row) {
            age.setText(row.time() == null ? "" : times.age(row.time()));
            setGraphic(age);
        }
    }

    static final class Person extends RowCell {
        private final Function<StoryRow, @Nullable Signer> who;
        private final Label nobody = new Label("–");

        Person(Function<StoryRow, @Nullable Signer> who) {
            this.who = who;
            nobody.getStyleClass().add("nobody");
        }

        @Override
        void fill(StoryRow row) {
            var signer = who.apply(row);
            setGraphic(signer == null ? nobody : new PersonMark(signer.name(), signer.word()));
        }
    }
}
