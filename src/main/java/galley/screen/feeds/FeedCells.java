package galley.screen.feeds;

import galley.ingest.Login;
import galley.screen.common.Icons;
import galley.screen.common.SourceMark;
import galley.screen.common.Words;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The cells of the feed table.
final class FeedCells {

    private static final double SPARK_WIDTH = 132;
    private static final double SPARK_HEIGHT = 20;

    private FeedCells() {}

    static String style(FeedRow.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static void face(TableColumn<FeedRow, FeedRow> column) {
        drawn(column, FeedCells::face);
    }

    static void spark(TableColumn<FeedRow, FeedRow> column) {
        drawn(column, row -> {
            var spark = new Sparkline(SPARK_WIDTH, SPARK_HEIGHT);
            spark.show(row.fresh(), row.failed(), row.today() + " new in the last 24 hours");
            return spark;
        });
    }

    static void doing(TableColumn<FeedRow, FeedRow> column) {
        drawn(column, row -> {
            var words = Words.line(row.doing(), "doing", style(row.state()));
            words.setWrapText(true);
            words.setStyle("-fx-text-fill: -galley-ink;");
            return words;
        });
    }

    static void words(TableColumn<FeedRow, FeedRow> column, Function<FeedRow, String> words) {
        column.setCellFactory(_ -> new TableCell<>() {
            {
                getStyleClass().add("right");
            }

            @Override
            protected void updateItem(@Nullable FeedRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : words.apply(row));
            }
        });
    }

    private static void drawn(TableColumn<FeedRow, FeedRow> column, Function<FeedRow, Node> draw) {
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable FeedRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(null);
                setGraphic(empty || row == null ? null : draw.apply(row));
            }
        });
    }

    private static Node face(FeedRow row) {
        var feed = row.feed();
        var icon = Icons.of(row.state().icon());
        icon.getStyleClass().add(style(row.state()));
        icon.setAccessibleText(row.state().words());
        var names = new VBox(Words.line(feed.title(), "strong"), Words.line(address(feed.url()), "address"));
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        var face = new HBox(icon, new SourceMark(feed.source().isEmpty() ? address(feed.title()) : feed.source()), names);
        face.getStyleClass().add("feed-face");
        return face;
    }

    /// Without what every address begins with.
    static String address(String url) {
        return Login.shown(url).replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/$", "").replaceFirst("^file://", "");
    }
}
