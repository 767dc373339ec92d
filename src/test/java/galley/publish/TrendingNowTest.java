package galley.publish;

import static org.assertj.core.api.Assertions.assertThat;

import galley.publish.TrendingDesk.Choice;
import galley.signoff.Outcome;
import galley.store.NewsroomInATest;
import galley.story.Wire.Heard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendingNowTest {

    private static final Instant NOW = Instant.parse("2026-11-17T08:00:00Z");
    private static final List<Heard> WIRE = List.of(new Heard("Tanker Maribel leaks oil off Brensund", "Northwire", NOW.minusSeconds(600)),
            new Heard("Oil leaks from tanker Maribel off Brensund", "Meridian", NOW.minusSeconds(500)),
            new Heard("Maribel: tanker leaks oil near Brensund", "Meridian", NOW.minusSeconds(400)),
            new Heard("Tanker Maribel leaks oil off Brensund harbour", "Old Post", NOW.minus(Duration.ofHours(60))),
            new Heard("Cup final to be played in Selby", "Northwire", NOW.minusSeconds(300)));

    private static TrendingNow.Candidate story(String headline, Duration ago, Choice choice, int index) {
        return new TrendingNow.Candidate(headline, "", "Harbour Wire", NOW.minus(ago), choice, index);
    }

    private static List<String> ranked(TrendingNow.Candidate... stories) {
        return TrendingNow.of(List.of(stories), WIRE, NOW, 9).stream().map(r -> r.story().headline() + " " + r.sources()).toList();
    }

    @Test
    void moreSourcesComeFirstAndFadeByHalfEveryTwelveHours() {
        assertThat(ranked(story("Library opens on Sundays", Duration.ofHours(1), Choice.LEAVE, 0), story("Oil from tanker Maribel leaks off Brensund", Duration.ofHours(6), Choice.LEAVE, 1)))
                .containsExactly("Oil from tanker Maribel leaks off Brensund 3", "Library opens on Sundays 1");
        assertThat(ranked(story("Library opens on Sundays", Duration.ofHours(1), Choice.LEAVE, 0), story("Oil from tanker Maribel leaks off Brensund", Duration.ofHours(30), Choice.LEAVE, 1)))
                .containsExactly("Library opens on Sundays 1", "Oil from tanker Maribel leaks off Brensund 3");
        assertThat(ranked(story("Library opens on Sundays", Duration.ofHours(49), Choice.PIN, 0))).as("older than two days").isEmpty();
    }

    @Test
    void editorsPinAndHideAndTheRuleSaysSo() {
        var pinned = TrendingNow.of(List.of(story("Library opens on Sundays", Duration.ofHours(20), Choice.PIN, 0), story("Oil from tanker Maribel leaks off Brensund", Duration.ofHours(1), Choice.LEAVE, 1)), WIRE, NOW, 9);
        assertThat(pinned.getFirst().story().headline()).isEqualTo("Library opens on Sundays");
        assertThat(TrendingNow.rule(pinned)).contains("pins");
        assertThat(ranked(story("Oil from tanker Maribel leaks off Brensund", Duration.ofHours(1), Choice.HIDE, 0))).isEmpty();
        assertThat(TrendingNow.rule(List.of())).doesNotContain("pins");
    }

    @Test
    void onlyEditorsSayItOnlyOfPublishedStoriesAndTheLogNamesThem(@TempDir Path folder) {
        try (var room = new NewsroomInATest(folder)) {
            var desk = new TrendingDesk(room.store.trendingChoices(), room.store.stories(), room.store.people(), room.store.audit(), room.store.inOneGo(), room.clock);
            var story = room.taken(room.rosa);
            assertThat(desk.say(story.id(), room.rosa, Choice.PIN)).as("nothing unsigned trends").isInstanceOf(Outcome.Refused.class);
            assertThat(desk.say(story.id(), room.rosa, Choice.HIDE)).isInstanceOf(Outcome.Done.class);
            assertThat(room.store.trendingChoices().standing()).containsEntry(story.id(), Choice.HIDE);
            assertThat(desk.say(story.id(), room.rosa, Choice.LEAVE)).isInstanceOf(Outcome.Done.class);
            assertThat(room.store.trendingChoices().standing()).containsEntry(story.id(), Choice.LEAVE);
            assertThat(room.store.audit().last().orElseThrow().action()).isEqualTo("leave to trending");
        }
    }
}
