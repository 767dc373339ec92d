package galley.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Newsroom;
import galley.store.NewsroomInATest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewsroomFormTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsKeptBeforeItIsSaved() {
        try (var newsroom = new NewsroomInATest(folder)) {
            var form = new SettingsInATest(newsroom, newsroom.idris).form();
            assertThat(form.save().refusal().getValue()).isEqualTo("nothing is changed");
            form.nameProperty().set("The Quay Post");
            form.policyProperty(Newsroom.Policy.CORRECTIONS).set("We say what was wrong.");
            assertThat(newsroom.store.settings().newsroom().orElseThrow().name()).isEqualTo("Quay Post");
            form.read();
            assertThat(form.nameProperty().get()).as("what is typed outlives a look elsewhere").isEqualTo("The Quay Post");
            form.save().run();
            var kept = newsroom.store.settings().newsroom().orElseThrow();
            assertThat(kept.name()).isEqualTo("The Quay Post");
            assertThat(kept.policies()).containsEntry(Newsroom.Policy.CORRECTIONS, "We say what was wrong.");
            assertThat(form.save().isAllowed()).isFalse();
        }
    }

    @Test
    void whatIsWrongIsMarkedAndNotSaved() {
        try (var newsroom = new NewsroomInATest(folder)) {
            var form = new SettingsInATest(newsroom, newsroom.idris).form();
            form.zoneProperty().set("Atlantis/Centre");
            assertThat(form.zoneProblemProperty().get()).isEqualTo("Such as Europe/Oslo or UTC");
            assertThat(form.save().refusal().getValue()).isEqualTo("see what is marked");
            form.undo().run();
        }
    }
}
