package galley.screen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import galley.notice.Notice;
import galley.screen.common.AuditWords;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.signoff.Meaning;
import galley.store.NewsroomInATest;
import galley.story.Json;
import galley.story.Story;
import galley.work.ImmediateWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditViewModelTest {

    @TempDir
    Path folder;
    private final List<String> said = new ArrayList<>();
    private NewsroomInATest room;
    private Story story;
    private AuditViewModel model;

    @BeforeEach
    void aDaysWork() {
        room = new NewsroomInATest(folder);
        story = room.taken(room.rosa);
        room.sign(story, Meaning.EDITED, room.rosa);
        room.clock.pass(Duration.ofDays(1));
        NewsroomInATest.done(room.flow.hold(story.id(), room.idris, "Counsel reads it."));
        room.taken(room.ines);
        model = new AuditViewModel(new AuditViewModel.Desk(room.store.audit(), room.store.people(), id -> "Storm", new Times(room.clock)), new ImmediateWork(), new Notices() {
            @Override
            public void say(String icon, String words, Command... acts) {
                said.add(words);
            }

            @Override
            public void tell(Notice notice) {
                said.add(notice.happened());
            }
        });
        model.show(null);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private List<String> told() {
        return model.lines().stream().map(line -> line.who() + " " + line.what()).toList();
    }

    @Test
    void theNewestActStandsFirstInPlainWords() {
        assertThat(told()).containsSubsequence("Ines Varga took the story from the wire", "Idris Bello put the story on hold: “Counsel reads it.”",
                "Rosa Lind signed “edited”", "Rosa Lind took the story from the wire");
        assertThat(model.lines()).filteredOn(line -> line.what().startsWith("took")).extracting(AuditViewModel.Line::story).last().isEqualTo("Storm");
    }

    @Test
    void itIsNarrowedByPersonKindStoryAndDay() {
        model.personProperty().set(room.rosa);
        model.kindProperty().set(AuditWords.Kind.SIGNATURES);
        assertThat(told()).containsExactly("Rosa Lind signed “edited”");
        model.clear().run();
        model.fromProperty().set(LocalDate.of(2026, 11, 18));
        assertThat(told()).containsExactly("Ines Varga took the story from the wire", "Idris Bello put the story on hold: “Counsel reads it.”");
        model.show(story.id());
        model.untilProperty().set(LocalDate.of(2026, 11, 17));
        assertThat(told()).first().isEqualTo("Rosa Lind signed “edited”");
        assertThat(model.aboutProperty().get()).isEqualTo("Storm");
        assertThat(model.clear().isAllowed()).isTrue();
    }

    @Test
    void whatIsShownIsWrittenAsJsonLinesTheOldestFirst() throws IOException {
        var all = folder.resolve("audit.jsonl");
        model.exportTo(all);
        var lines = Files.readAllLines(all);
        assertThat(lines).hasSize((int) room.store.audit().last().orElseThrow().sequence());
        assertThat(Json.MAPPER.readTree(lines.get(1)).path("previous").asString()).isEqualTo(Json.MAPPER.readTree(lines.getFirst()).path("hash").asString());
        model.personProperty().set(room.idris);
        var some = folder.resolve("idris.jsonl");
        model.exportTo(some);
        assertThat(Files.readAllLines(some)).singleElement().asString().contains("\"action\":\"hold\"").contains("Idris Bello");
        model.exportTo(folder.resolve("no/such/folder.jsonl"));
        assertThat(said).containsSequence("1 lines are in idris.jsonl").last().asString().contains("cannot be written");
    }

    @Test
    void aLongLogIsReadPageByPageAndItsChainIsChecked() {
        for (int i = 0; i < 250; i++) {
            room.store.audit().append(room.clock.instant(), room.rosa.id(), "comment", story.id(), "{\"words\":\"" + i + "\"}");
        }
        model.show(null);
        assertThat(model.lines()).hasSize(200);
        assertThat(model.saysProperty().get()).isEqualTo("200+ acts");
        model.more().run();
        assertThat(model.lines()).hasSize((int) room.store.audit().last().orElseThrow().sequence());
        assertThat(model.more().refusal().getValue()).isEqualTo("everything is shown");
        model.check().run();
        assertThat(said).containsExactly("Every line follows from the one before it");
    }
}
