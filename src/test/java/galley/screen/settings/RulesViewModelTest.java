package galley.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.ingest.Feed;
import galley.ingest.rule.Rule;
import galley.store.NewsroomInATest;
import galley.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesViewModelTest {

    @TempDir
    Path folder;

    private NewsroomInATest newsroom;
    private SettingsInATest settings;
    private RulesViewModel model;

    @BeforeEach
    void open() {
        newsroom = new NewsroomInATest(folder);
        newsroom.store.feeds().add(Feed.at(Store.newId(), "https://harbour.example/rss", Instant.EPOCH));
        settings = new SettingsInATest(newsroom, newsroom.rosa);
        model = settings.rules();
    }

    @AfterEach
    void close() {
        newsroom.store.close();
    }

    @Test
    void aRuleIsTriedBeforeItIsSwitchedOn() {
        model.begin().run();
        assertEquals("needs a name", refusal("Keep"));
        fill("Ships", "title contains harbour", "desk Docks");
        assertEquals("try it first", refusal("Switch on"));

        act("Try it on the wire");

        assertThat(model.triedProperty().get()).isNotEmpty();
        assertEquals("", refusal("Switch on"));
        act("Switch on");
        assertThat(newsroom.store.rules().all()).extracting(Rule::name, Rule::on).containsExactly(org.assertj.core.groups.Tuple.tuple("Ships", true));
        assertThat(settings.said).contains("“Ships” is followed from the next pull on");
    }

    @Test
    void aRuleThatChangedSinceItWasTriedIsTriedAgain() {
        model.begin().run();
        fill("Ships", "title contains harbour", "desk Docks");
        act("Try it on the wire");

        model.whenProperty().set("title contains tide");

        assertEquals("try it first", refusal("Switch on"));
    }

    @Test
    void whatIsWrongIsSaidWhereItStands() {
        model.begin().run();
        fill("Ships", "colour is blue", "delete it");

        assertThat(model.whenProblemProperty().get()).startsWith("“colour is blue” is no condition.");
        assertThat(model.thenProblemProperty().get()).startsWith("“delete it” is nothing a rule can do.");
        assertEquals("see the conditions", refusal("Keep"));
        fill("Ships", "", "spike");
        assertEquals("needs a condition or a feed", refusal("Keep"));
    }

    @Test
    void rulesAreMovedAndRemovedAndComeBack() {
        for (var name : List.of("One", "Two")) {
            model.begin().run();
            fill(name, "title contains x", "spike");
            act("Keep");
        }
        assertEquals(List.of("One", "Two"), names());

        model.placing().getFirst().run();
        assertEquals(List.of("Two", "One"), names());
        model.placing().get(2).run();
        assertEquals(List.of("One"), names());
    }

    private void fill(String name, String when, String then) {
        model.nameProperty().set(name);
        model.whenProperty().set(when);
        model.thenProperty().set(then);
    }

    private String refusal(String words) {
        return model.acts().stream().filter(command -> command.words().equals(words)).findFirst().orElseThrow().refusal().getValue();
    }

    private void act(String words) {
        model.acts().stream().filter(command -> command.words().equals(words)).findFirst().orElseThrow().run();
    }

    private List<String> names() {
        return model.lines().stream().map(line -> line.rule().name()).toList();
    }
}
