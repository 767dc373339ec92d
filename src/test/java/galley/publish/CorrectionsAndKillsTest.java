package galley.publish;

import static galley.store.NewsroomInATest.done;
import static org.assertj.core.api.Assertions.assertThat;

import galley.signoff.Enrolment;
import galley.signoff.KeySet;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Reason.Why;
import galley.signoff.Status;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.story.Correction;
import galley.story.Story;
import galley.story.StoryText;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was printed is changed openly, or withdrawn openly, or not at all.
class CorrectionsAndKillsTest {

    @TempDir
    Path folder;
    Path siteFolder;
    NewsroomInATest room;
    Exporter exporter;

    @BeforeEach
    void open() {
        room = new NewsroomInATest(folder.resolve("newsroom"));
        siteFolder = folder.resolve("site");
        var enrolment = new Enrolment(room.store.people(), room.store.keys(), room.store.audit(), room.store.inOneGo(), room.keyFiles,
                room.folder.resolve("keys"), room.clock, Store::newId);
        var site = new SiteWriter(new SiteWriter.Shelves(room.store.stories(), room.store.signOffs(), room.store.wire(), room.store.assets(),
                room.store.people(), room.store.keys(), room.store.publishedLines(), room.store.settings()::board));
        exporter = new Exporter(room.flow, room.store.stories(), room.store.audit(), new ClaimLedger(room.store.wire(), room.store.assets()), site,
                enrolment::newsroomKey, room.clock, Store::newId);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aSilentChangeIsNotExported() {
        var story = published("Storm keeps the harbour shut");
        done(room.type(story, room.rosa, words("Storm keeps the harbour shut", "Wednesday")));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        assertThat(room.flow.againstExport(room.file(story), room.rosa)).extracting("why").containsExactly(Why.SILENT_CHANGE);
        assertThat(room.file(story).isSilentChange()).isTrue();
        var report = exporter.export(List.of(story.id()), siteFolder, room.rosa, false, room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel());
        assertThat(report.refused()).hasSize(1);
        assertThat(html(story)).contains("Tuesday").doesNotContain("Wednesday");
    }

    @Test
    void aCorrectionTellsWhatChangedAndIsSignedByBothAgain() {
        var story = published("Storm keeps the harbour shut");
        var old = html(story);
        done(room.type(story, room.rosa, words("Storm keeps the harbour shut", "Wednesday")));
        done(room.flow.correct(story.id(), room.rosa, Correction.Kind.CORRECTION, room.file(story).seen(), "We had the wrong day."));
        assertThat(Status.of(room.file(story))).isIn(Status.DRAFT, Status.LAPSED);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        export();
        assertThat(html(story)).contains("We had the wrong day. “Tuesday” → “Wednesday”.").contains("CorrectionComment");
        assertThat(page("corrections.html")).contains("“Tuesday” → “Wednesday”.");
        assertThat(new PageVerifier(keys()).verify("new", html(story)).verdict()).isEqualTo(Verdict.Kind.OURS_CURRENT);
        assertThat(html(story)).isNotEqualTo(old);
    }

    @Test
    void aNoteThatTellsOtherChangesThanWereMadeIsRefused() {
        var story = published("Storm keeps the harbour shut");
        done(room.type(story, room.rosa, words("Storm keeps the harbour shut", "Wednesday")));
        done(room.flow.correct(story.id(), room.rosa, Correction.Kind.CORRECTION, room.file(story).seen(), "We had the wrong day."));
        var told = room.file(story).text();
        done(room.type(story, room.rosa, told.withBody(told.body().replace("Wednesday", "Thursday"))));
        assertThat(room.flow.againstExport(room.file(story), room.rosa)).extracting("why").contains(Why.STALE_NOTE);
        done(room.flow.correct(story.id(), room.rosa, Correction.Kind.CORRECTION, room.file(story).seen(), "We had the wrong day."));
        assertThat(room.file(story).text().corrections()).singleElement().extracting(Correction::changes).isEqualTo("“Tuesday” → “Thursday”.");
        done(room.sign(story, Meaning.EDITED, room.rosa));
    }

    @Test
    void nothingIsCorrectedThatDidNotChangeOrWasNeverPublished() {
        var story = published("Storm keeps the harbour shut");
        assertThat(why(room.flow.correct(story.id(), room.rosa, Correction.Kind.UPDATE, room.file(story).seen(), "New."))).contains(Why.UNCHANGED);
        var draft = room.taken(room.rosa);
        assertThat(why(room.flow.correct(draft.id(), room.rosa, Correction.Kind.UPDATE, room.file(draft).seen(), "New."))).contains(Why.NOT_PUBLISHED);
        assertThat(why(room.flow.correct(story.id(), room.rosa, Correction.Kind.UPDATE, room.file(story).seen(), " "))).contains(Why.NEEDS_REASON);
    }

    @Test
    void onlyASeniorKillsAndOnlyWhatIsPublished() {
        var story = published("Storm keeps the harbour shut");
        assertThat(why(room.flow.kill(story.id(), room.rosa, "Wrong man."))).containsExactly(Why.NOT_SENIOR);
        assertThat(why(room.flow.kill(story.id(), room.idris, ""))).containsExactly(Why.NEEDS_REASON);
        assertThat(why(room.flow.kill(room.taken(room.rosa).id(), room.idris, "Wrong man."))).containsExactly(Why.NOT_PUBLISHED);
        done(room.flow.kill(story.id(), room.idris, "Wrong man."));
        assertThat(Status.of(room.file(story))).isEqualTo(Status.KILLED);
        assertThat(why(room.flow.kill(story.id(), room.idris, "Again."))).contains(Why.KILLED);
        assertThat(why(room.type(story, room.rosa, words("Back", "Friday")))).contains(Why.KILLED);
        assertThat(room.store.audit().of(story.id())).extracting("action").contains("kill");
    }

    @Test
    void aKilledHeadlineLivesOnNowhere() throws IOException {
        var killed = published("Mayor of Larnholm arrested over harbour dues");
        published("Ferry fares rise in January");
        var radius = siteWriterTouches(killed);
        var path = room.store.stories().publications(killed.id()).getLast().path();
        assertThat(radius).contains("index.html", "feed.xml", "atom.xml", "feed.json", "sitemap.xml", "news-sitemap.xml", "search/1.json", "archive.html", path);
        var before = carrying("Mayor of Larnholm");
        assertThat(radius).containsAll(before);
        done(room.flow.kill(killed.id(), room.idris, "It was another man."));
        export();
        assertThat(carrying("Mayor of Larnholm")).isEmpty();
        assertThat(page(path)).contains("This story was withdrawn").contains("It was another man.").contains("noindex");
        assertThat(page("corrections.html")).contains("It was another man.");
        assertThat(page("sitemap.xml")).doesNotContain(path);
    }

    private List<String> siteWriterTouches(Story story) {
        var site = new SiteWriter(new SiteWriter.Shelves(room.store.stories(), room.store.signOffs(), room.store.wire(), room.store.assets(),
                room.store.people(), room.store.keys(), room.store.publishedLines(), room.store.settings()::board));
        return site.touchedBy(story.id(), room.store.settings().newsroom().orElseThrow());
    }

    private List<String> carrying(String words) throws IOException {
        try (var all = Files.walk(siteFolder)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".png")).filter(file -> read(file).contains(words))
                    .map(file -> siteFolder.relativize(file).toString()).toList();
        }
    }

    private Story published(String headline) {
        var story = room.taken(room.rosa);
        done(room.type(story, room.rosa, words(headline, "Tuesday")));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        export();
        room.clock.pass(Duration.ofHours(1));
        return story;
    }

    private static StoryText words(String headline, String day) {
        return StoryText.of(headline, "<p>The harbour stayed closed on " + day + ".</p><p>No one was hurt.</p>")
                .withFurniture("", "Weather", List.of("harbour"), "en", "");
    }

    private void export() {
        var report = exporter.export(List.of(), siteFolder, room.rosa, false, room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel());
        assertThat(report.refused()).isEmpty();
    }

    private static List<Why> why(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.reasons().stream().map(r -> r.why()).toList() : List.of();
    }

    private String html(Story story) {
        return page(room.store.stories().publications(story.id()).getLast().path());
    }

    private String page(String path) {
        return read(siteFolder.resolve(path));
    }

    private KeySet keys() {
        return KeySet.read(page(".well-known/newsroom-keys.json"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
