package galley.screen.review;

import static galley.screen.Fx.fx;
import static galley.store.NewsroomInATest.done;
import static galley.store.NewsroomInATest.harbour;
import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Person;
import galley.notice.Notice;
import galley.publish.ClaimLedger;
import galley.screen.Fx;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.MessageCard;
import galley.screen.common.Notices;
import galley.screen.common.Place;
import galley.screen.common.Screens;
import galley.screen.common.SignCard;
import galley.screen.common.Theme;
import galley.screen.common.Times;
import galley.screen.stories.Readings;
import galley.signoff.Meaning;
import galley.signoff.Sitting;
import galley.store.NewsroomInATest;
import galley.story.Story;
import galley.work.BackgroundWork;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The review in a window, with hands and eyes.
class ReviewViewTest {

    private NewsroomInATest room;
    private BackgroundWork work;
    private ReviewView view;
    private Stage stage;

    @BeforeEach
    void aReview(@TempDir Path folder) {
        room = new NewsroomInATest(folder);
        var times = new Times(room.clock);
        var notices = new Notices() {
            @Override
            public void say(String icon, String words, Command... acts) {
            }

            @Override
            public void tell(Notice notice) {
                throw new AssertionError(notice.inOneLine());
            }
        };
        var screens = new Screens() {
            @Override
            public void show(Place place) {
            }

            @Override
            public void back() {
            }
        };
        work = new BackgroundWork(Platform::runLater);
        var theme = fx(() -> new Theme(Theme.Choice.LIGHT));
        view = fx(() -> new ReviewView(new ReviewViewModel(new ReviewViewModel.Desk(room.flow, room.store.lines(), room.store.margins(), room.store.assignments(),
                room.store.wire(), new Sitting(room.keyFiles, room.clock), new ClaimLedger(room.store.wire(), room.store.assets()),
                new Readings(room.store.wire(), room.flow, room.store.people(), times, room.watched()), new Acting(room.idris), times,
                id -> room.store.people().byId(id).map(Person::name).orElse("?"), () -> { }), work, notices), screens));
        stage = Fx.show(() -> {
            var scene = new Scene(view.root(), 1000, 700);
            theme.dress(scene);
            return scene;
        });
    }

    @AfterEach
    void close() {
        Fx.close(stage);
        work.close();
        room.close();
    }

    @Test
    void aWrongPassphraseEmptiesTheFieldAndLeavesTheKeyboardInIt() {
        open(edited());
        Fx.until("the form is there", () -> has(PasswordField.class));
        assertThat(fx(() -> SignCard.asksBelow(view.root()))).isTrue();
        fx(() -> view.commands().getLast().run());
        Fx.type(fx(() -> field()), "wrong words");
        Fx.press(fx(() -> field()), KeyCode.ENTER);
        Fx.until("it is refused", () -> has(MessageCard.class));
        Fx.pulse();
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isSameAs(fx(() -> field()));
        assertThat(fx(() -> field().getText())).isEmpty();
    }

    @Test
    void nothingOfTheStoryBeforeStaysWhileTheNextIsRead() {
        open(edited());
        Fx.until("the form is there", () -> has(PasswordField.class));
        var next = edited();
        var left = fx(() -> {
            view.show(new Place.Review(next.id()));
            return has(SignCard.class) || Fx.below(view.root()).stream().anyMatch(n -> n.getStyleClass().contains("changed-text"));
        });
        assertThat(left).isFalse();
        Fx.until("the next one is there", () -> has(PasswordField.class));
    }

    @Test
    void whatLiesBelowTheFoldHasNotBeenSeen() throws InterruptedException {
        var story = room.taken(room.rosa);
        var body = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            body.append("<p>The pilots counted wave number ").append(i).append(" and went home.</p>");
        }
        done(room.type(story, room.rosa, harbour().withBody(body.toString())));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        open(story);
        Fx.until("the first are seen", () -> counted() > 0);
        Thread.sleep(1_200);
        int first = fx(() -> counted());
        assertThat(first).isBetween(1, 30);
        fx(() -> scroll().setVvalue(1));
        Fx.until("the last are seen too", () -> counted() > first);
    }

    /// The 7 of "7 of 40 changes seen".
    private int counted() {
        return Fx.below(view.root()).stream().filter(Label.class::isInstance).map(n -> ((Label) n).getText())
                .filter(t -> t != null && t.endsWith(" changes seen")).findFirst().map(t -> Integer.parseInt(t.split(" ")[0])).orElse(0);
    }

    private ScrollPane scroll() {
        return Fx.below(view.root()).stream().filter(n -> n.getStyleClass().contains("text-column")).map(ScrollPane.class::cast).findFirst().orElseThrow();
    }

    private void open(Story story) {
        fx(() -> view.show(new Place.Review(story.id())));
    }

    private boolean has(Class<? extends Node> kind) {
        return Fx.below(view.root()).stream().anyMatch(kind::isInstance);
    }

    private PasswordField field() {
        return Fx.below(view.root()).stream().filter(PasswordField.class::isInstance).map(PasswordField.class::cast).findFirst().orElseThrow();
    }

    private Story edited() {
        var story = room.taken(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        return story;
    }
}
