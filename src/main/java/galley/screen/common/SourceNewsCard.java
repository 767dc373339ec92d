package galley.screen.common;

import galley.publish.SourceDesk;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says that the sources of a story say something else now, shows what, and lets somebody note that they have seen it.
public final class SourceNewsCard extends VBox {

    private static final double MOST = 260;

    private final List<SourceDesk.News> news;

    /// @param noted notes that it was seen
    public SourceNewsCard(List<SourceDesk.News> news, Command noted) {
        this.news = List.copyOf(news);
        getStyleClass().add("source-news");
        for (int i = 0; i < news.size(); i++) {
            getChildren().add(item(news.get(i), i == news.size() - 1 ? noted : null));
        }
    }

    /// What it tells, to know whether it still does.
    public List<SourceDesk.News> news() {
        return news;
    }

    private static Node item(SourceDesk.News one, @org.jspecify.annotations.Nullable Command noted) {
        var words = new VBox(2, Words.wrapped(one.words(), "message-title"), Words.wrapped(one.detail(), "message-rest"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var acts = new HBox(8);
        acts.setAlignment(Pos.CENTER_LEFT);
        var shown = new VBox();
        if (!one.difference().isEmpty()) {
            acts.getChildren().add(new CommandButton(Command.always("What changed", "", "", () -> turn(shown, one)), "small"));
        }
        if (noted != null) {
            acts.getChildren().add(new CommandButton(noted, "small"));
        }
        words.getChildren().add(acts);
        var line = new HBox(Icons.of("fth-git-branch"), words);
        line.getStyleClass().addAll("source-news-line", one.alarm() ? "alarm" : "remark");
        return new VBox(line, shown);
    }

    private static void turn(VBox shown, SourceDesk.News one) {
        if (!shown.getChildren().isEmpty()) {
            shown.getChildren().clear();
            return;
        }
        var changes = new VBox(8, ChangedText.changesOnly(one.difference()).toArray(Node[]::new));
        changes.getStyleClass().add("source-news-changes");
        var scroll = new ScrollPane(changes);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.minViewportHeightProperty().bind(Bindings.min(MOST, changes.heightProperty()));
        scroll.setMaxHeight(MOST + 2);
        scroll.getStyleClass().add("source-news-difference");
        shown.getChildren().setAll(scroll);
    }
}
