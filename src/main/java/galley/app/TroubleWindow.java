package galley.app;

import galley.notice.Notice;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.MessageCard;
import galley.screen.common.Theme;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Says why the program could not start, to a person who sees no terminal. It goes by itself, so that nothing waits for it for ever.
final class TroubleWindow {

    private static final Duration PATIENCE = Duration.seconds(30);

    private TroubleWindow() {}

    static void show(Notice notice, List<Image> icons, Runnable closed) {
        var stage = new Stage();
        var close = new CommandButton(Command.always("Close", "", "", stage::close), "accent");
        var foot = new Label("Closes by itself after half a minute.");
        foot.getStyleClass().addAll("small", "muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var acts = new HBox(12, foot, gap, close);
        acts.setAlignment(Pos.CENTER_LEFT);
        var root = new VBox(16, MessageCard.of(notice), acts);
        root.setPadding(new Insets(20));
        var scene = new Scene(root, 520, Region.USE_COMPUTED_SIZE);
        new Theme(Theme.Choice.SYSTEM).dress(scene);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setTitle("Galley did not start");
        stage.getIcons().addAll(icons);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setOnHidden(_ -> closed.run());
        stage.show();
        close.requestFocus();
        var patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(_ -> stage.close());
        patience.play();
    }
}
