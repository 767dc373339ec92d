package galley.screen.editor;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Field;
import galley.screen.common.MessageCard;
import galley.screen.common.WrappingArea;
import galley.story.Assets;
import galley.story.Picture;
import galley.work.Work;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The pictures of a story with their words: chosen from a file, dropped here, or taken from the wire.
final class PicturesPane extends VBox {

    private final EditorViewModel model;
    private final PictureDesk desk;
    private final Work work;
    private final SimpleStringProperty mayTake = new SimpleStringProperty("");
    private final VBox trouble = new VBox();
    private final VBox cards = new VBox();
    private List<Card> shown = List.of();
    private EditorViewModel.@Nullable Around now;

    PicturesPane(EditorViewModel model, PictureDesk desk, Work work) {
        this.model = model;
        this.desk = desk;
        this.work = work;
        getStyleClass().add("editor-tab");
        var choose = Command.always("Choose a file", "fth-folder", "", this::choose);
        var take = new Command("Take the wire's picture", "fth-download", "", mayTake, this::take);
        var acts = new HBox(new CommandButton(choose, "small"), new CommandButton(take, "small"));
        acts.getStyleClass().add("detail-acts");
        cards.getStyleClass().add("picture-cards");
        getChildren().addAll(acts, trouble, cards);
        desk.problemProperty().subscribe(notice -> trouble.getChildren().setAll(notice == null ? List.of() : List.of(MessageCard.of(notice))));
        desk.busyProperty().subscribe(_ -> say());
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragDropped(event -> {
            event.getDragboard().getFiles().stream().limit(1).forEach(file -> desk.add(file.toPath()));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    void show(EditorViewModel.Around around) {
        now = around;
        say();
        var pictures = around.file().text().pictures();
        var assets = shown.stream().map(c -> c.asset).toList();
        if (!assets.equals(pictures.stream().map(Picture::asset).toList())) {
            shown = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                shown.add(new Card(pictures.get(i), i));
            }
            cards.getChildren().setAll(pictures.isEmpty() ? List.of(new EmptyState("fth-image", "No picture yet", "Drop one here, or choose a file.")) : shown);
        }
        for (int i = 0; i < pictures.size(); i++) {
            shown.get(i).fill(pictures.get(i));
        }
    }

    /// Puts the keyboard where a picture lacks its words.
    void focusAlt(int number) {
        if (number >= 1 && number <= shown.size()) {
            shown.get(number - 1).alt.requestFocus();
        }
    }

    private void say() {
        mayTake.set(desk.busyProperty().get() ? "a picture is on its way" : wirePicture() == null ? "the wire offers none" : "");
    }

    private @Nullable String wirePicture() {
        return now == null || now.versions().isEmpty() ? null : now.versions().reversed().stream().map(v -> v.imageUrl()).filter(java.util.Objects::nonNull)
                .findFirst().orElse(null);
    }

    private void take() {
        var address = wirePicture();
        if (address != null && now != null) {
            desk.take(address, now.file().story().entry());
        }
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle("Choose a picture");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Pictures", "*.jpg", "*.jpeg", "*.png", "*.webp", "*.gif"));
        var file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            desk.add(file.toPath());
        }
    }

    private final class Card extends VBox {
        private final String asset;
        private final TextInputControl alt = new WrappingArea();
        private final Field altField = new Field("Alt text", alt);
        private final TextInputControl caption = new WrappingArea();
        private final TextInputControl credit = new TextField();
        private final TextInputControl licence = new TextField();

        Card(Picture picture, int place) {
            asset = picture.asset();
            getStyleClass().add("picture-card");
            altField.setRemark("What somebody who cannot see it needs to know.");
            keeps(alt, (p, words) -> new Picture(p.asset(), p.mediaType(), p.width(), p.height(), words, p.caption(), p.credit(), p.licence()));
            keeps(caption, (p, words) -> new Picture(p.asset(), p.mediaType(), p.width(), p.height(), p.alt(), words, p.credit(), p.licence()));
            keeps(credit, (p, words) -> new Picture(p.asset(), p.mediaType(), p.width(), p.height(), p.alt(), p.caption(), words, p.licence()));
            keeps(licence, (p, words) -> new Picture(p.asset(), p.mediaType(), p.width(), p.height(), p.alt(), p.caption(), p.credit(), words));
            var acts = new HBox();
            acts.getStyleClass().add("line-acts");
            if (place > 0) {
                acts.getChildren().add(new CommandButton(Command.always("Move up", "", "", () -> desk.up(asset)), "link"));
            }
            acts.getChildren().add(new CommandButton(Command.always("Take out", "", "", () -> desk.remove(asset)), "link"));
            var size = new Label(picture.width() + " × " + picture.height());
            size.getStyleClass().addAll("tiny", "muted");
            getChildren().addAll(thumbnail(picture), size, altField, new Field("Caption", caption), new Field("Credit", credit), new Field("Licence", licence), acts);
        }

        private void keeps(TextInputControl input, BiFunction<Picture, String, Picture> change) {
            Runnable keep = () -> desk.describe(asset, p -> change.apply(p, input.getText().strip()));
            input.focusedProperty().addListener((_, _, focused) -> {
                if (!focused) {
                    keep.run();
                }
            });
            if (input instanceof TextField field) {
                field.setOnAction(_ -> keep.run());
            }
        }

        void fill(Picture picture) {
            fill(alt, picture.alt());
            fill(caption, picture.caption());
            fill(credit, picture.credit());
            fill(licence, picture.licence());
            altField.problemProperty().set(picture.alt().isBlank() ? "Needed before the story is signed: what somebody who cannot see it should know." : "");
        }

        private static void fill(TextInputControl input, String words) {
            if (!input.isFocused() && !input.getText().equals(words)) {
                input.setText(words);
            }
        }

        private Node thumbnail(Picture picture) {
            var view = new ImageView();
            view.setFitWidth(322);
            view.setPreserveRatio(true);
            var frame = new StackPane(view);
            frame.getStyleClass().add("picture-frame");
            frame.setMinHeight(Math.min(400, 322.0 * picture.height() / picture.width()));
            work.start("show a picture", (_, _) -> model.desk().assets().asset(asset).map(Assets.Asset::bytes)
                            .map(bytes -> new Image(new ByteArrayInputStream(bytes), 644, 0, true, true)),
                    image -> image.filter(i -> !i.isError()).ifPresentOrElse(view::setImage,
                            () -> frame.getChildren().setAll(new Label(picture.mediaType()))), _ -> frame.getChildren().setAll(new Label(picture.mediaType())));
            return frame;
        }
    }
}
