package galley.publish;

import static galley.store.NewsroomInATest.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import galley.desk.Board;
import galley.notice.Trouble;
import galley.signoff.KeySet;
import galley.signoff.Meaning;
import galley.signoff.Reason;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.signoff.Enrolment;
import galley.story.Story;
import galley.story.StoryText;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {

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
        var ledger = new ClaimLedger(room.store.wire(), room.store.assets());
        var site = new SiteWriter(new SiteWriter.Shelves(room.store.stories(), room.store.signOffs(), room.store.wire(), room.store.assets(),
                room.store.people(), room.store.keys(), room.store.publishedLines(), room.store.settings()::board));
        exporter = new Exporter(room.flow, room.store.stories(), room.store.audit(), ledger, site, enrolment::newsroomKey, room.clock, Store::newId);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aReadyStoryBecomesAPageThatVerifies() {
        var story = ready(text());
        var report = export();
        assertThat(report.refused()).isEmpty();
        assertThat(report.pages()).hasSize(1);
        var verdict = verify(html(story));
        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.OURS_CURRENT);
        assertThat(verdict.editedBy()).isEqualTo("Rosa Lind");
        assertThat(verdict.reviewedBy()).isEqualTo("Idris Bello");
    }

    @Test
    void exportingAgainChangesNothing() throws IOException {
        ready(text());
        export();
        var before = bytes();
        room.clock.pass(Duration.ofHours(5));
        var report = export();
        assertThat(report.written()).isZero();
        assertThat(report.removed()).isZero();
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void aPreviewIsByteForByteWhatTheExportWritesThen() {
        ready(text());
        export();
        var story = ready(text().withHeadline("Harbour opens again"));
        var newsroom = room.store.settings().newsroom().orElseThrow();
        var shown = exporter.preview(room.file(story), room.rosa, newsroom);
        assertThat(shown.against()).isEmpty();
        assertThat(shown.exact()).isTrue();
        assertThat(shown.published()).isFalse();
        assertThat(room.file(story).publications()).as("nothing was kept").isEmpty();
        export();
        assertThat(shown.page().html()).isEqualTo(html(story));
        var later = exporter.preview(room.file(story), room.rosa, newsroom);
        assertThat(later.published()).isTrue();
        assertThat(later.page().html()).isEqualTo(html(story));
    }

    @Test
    void aPreviewOfWhatMayNotBeExportedSaysEveryReason() {
        var story = room.taken(room.rosa);
        var shown = exporter.preview(room.file(story), room.rosa, room.store.settings().newsroom().orElseThrow());
        assertThat(shown.exact()).isFalse();
        assertThat(shown.against()).extracting(Reason::why).contains(Reason.Why.NOT_EDITED, Reason.Why.NOT_REVIEWED);
        assertThat(shown.page().html()).contains("Storm keeps the harbour shut").doesNotContain("application/jose+json");
    }

    @Test
    void aChangedLetterIsNamed() {
        var story = ready(text());
        export();
        assertAltered(html(story).replace("stayed closed", "stayed closet"), "body block 1 differs");
    }

    @Test
    void swappedParagraphsAreNamed() {
        var story = ready(text());
        export();
        var page = Jsoup.parse(html(story));
        var second = page.select("[data-part=body] p").get(1);
        second.previousElementSibling().before(second);
        assertAltered(page.outerHtml(), "body block 1 was moved");
    }

    @Test
    void anAddedSentenceIsNamed() {
        var story = ready(text());
        export();
        assertAltered(html(story).replace("No one was hurt.", "No one was hurt. Nobody saw it."), "body block 2 differs");
        assertAltered(html(story).replace("No one was hurt.</p>", "No one was hurt.</p><p>Nobody saw it.</p>"), "body block 3 was added");
        assertAltered(html(story).replace("</article>", "<p>Nobody saw it.</p></article>"), "Text that nobody signed");
    }

    @Test
    void anotherReviewerOnThePageIsNamed() {
        var story = ready(text());
        export();
        assertAltered(html(story).replace(">Idris Bello<", ">Tomas Roth<"), "The line “reviewed-by”");
    }

    @Test
    void aLinkADateAndAnAddressCannotBeChanged() {
        var story = ready(text().withBody("<p>The <a href=\"https://harbour.example/log\">harbour log</a> says so.</p><p>More.</p>"));
        export();
        assertAltered(html(story).replace("https://harbour.example/log", "https://harbour.example/lag"), "Link 1 leads to");
        assertAltered(html(story).replaceAll("(<link rel=\"canonical\" href=\")[^\"]*", "$1https://other.example/"), "another address");
    }

    @Test
    void aTemplateMayChangeWithoutHarm() {
        var story = ready(text());
        export();
        var page = Jsoup.parse(html(story));
        page.select("[class]").forEach(e -> e.removeAttr("class"));
        page.select("style").remove();
        page.select("article p").forEach(p -> p.wrap("<div><div></div></div>"));
        var retemplated = page.outerHtml().replace("’", "'").replace(" was ", "\u00a0was ");
        assertThat(verify(retemplated).differences()).isEmpty();
    }

    @Test
    void theBoardIsNamedOnThePageOnceEnoughOfItsMembersHaveSigned() {
        room.store.settings().state(new Board(2, true));
        var story = ready(text());
        export();
        assertThat(html(story)).doesNotContain("Verified by Editorial Board");
        done(room.sign(story, Meaning.BOARD, room.tomas));
        export();
        assertThat(html(story)).doesNotContain("Verified by Editorial Board");
        done(room.sign(story, Meaning.BOARD, room.idris));
        export();
        assertThat(Jsoup.parse(html(story)).select("[data-claim=verified-by-board]").text()).isEqualTo("Verified by Editorial Board");
        assertThat(Jsoup.parse(html(story)).select("[id=signed-board]")).hasSize(1);
        var verdict = verify(html(story));
        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.OURS_CURRENT);
        assertThat(verdict.board()).containsExactly("Tomas Roth", "Idris Bello");
        assertAltered(withoutSignature(html(story), 2), "the board verified it, but 1");
        assertAltered(withoutSignature(html(story), 1), "may not sign as reviewer");
    }

    @Test
    void aPageThatWentOutBeforeItsReviewSaysSoUntilSomebodyElseHasReviewedIt() {
        var story = room.taken(room.rosa);
        done(room.type(story, room.rosa, text()));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        assertThat(exporter.exportBeforeReview(story.id(), siteFolder, room.rosa, "Flood warning", room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel())
                .refused().getFirst().reasons()).extracting(Reason::why).containsExactly(Reason.Why.NOT_SENIOR);
        assertThat(exporter.exportBeforeReview(story.id(), siteFolder, room.idris, " ", room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel())
                .refused().getFirst().reasons()).extracting(Reason::why).containsExactly(Reason.Why.NEEDS_REASON);
        assertThat(exporter.exportBeforeReview(story.id(), siteFolder, room.idris, "Flood warning", room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel()).refused()).isEmpty();
        var page = Jsoup.parse(html(story));
        assertThat(page.select("[data-claim=published-before-review]").text()).isEqualTo("Published before second review");
        assertThat(page.select("[data-claim=reviewed-by], [data-claim=methodology-record]")).isEmpty();
        var verdict = verify(html(story));
        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.beforeReview()).isTrue();
        assertThat(verdict.reviewedBy()).isNull();
        assertAltered(html(story).replace("Published before second review", "Reviewed before publication"), "published-before-review");
        assertThat(galley.signoff.Status.of(room.file(story))).isEqualTo(galley.signoff.Status.AWAITING_REVIEW);

        assertThat(((galley.signoff.Outcome.Refused<?>) room.sign(story, Meaning.REVIEWED, room.idris)).reasons()).extracting(Reason::why)
                .containsExactly(Reason.Why.SAME_PERSON);
        done(room.sign(story, Meaning.REVIEWED, room.tomas));
        assertThat(galley.signoff.Status.of(room.file(story))).isEqualTo(galley.signoff.Status.READY);
        export();
        assertThat(html(story)).doesNotContain("before second review").contains("Tomas Roth");
        assertThat(verify(html(story)).differences()).isEmpty();
        assertThat(galley.signoff.Status.of(room.file(story))).isEqualTo(galley.signoff.Status.PUBLISHED);
    }

    /// The page with one signature cut out of its block.
    private static String withoutSignature(String html, int index) {
        var page = Jsoup.parse(html);
        var script = page.selectFirst("script#signoff");
        var block = (tools.jackson.databind.node.ObjectNode) galley.story.Json.MAPPER.readTree(script.data());
        ((tools.jackson.databind.node.ArrayNode) block.get("signatures")).remove(index);
        script.empty().appendChild(new org.jsoup.nodes.DataNode(block.toString()));
        return page.outerHtml();
    }

    @Test
    void twoBlocksNoneOrForeignKeysAreSaidForWhatTheyAre() {
        var story = ready(text());
        export();
        var html = html(story);
        var block = Jsoup.parse(html).selectFirst("script#signoff").outerHtml();
        assertAltered(html.replace("</head>", block + "</head>"), "more than one signature block");
        assertThat(verify(html.replaceAll("(?s)<script type=\"application/jose\\+json\".*?</script>", "")).verdict()).isEqualTo(Verdict.Kind.UNSIGNED);
        assertThat(new PageVerifier(new KeySet(List.of())).verify("page", html).verdict()).isEqualTo(Verdict.Kind.UNKNOWN_KEY);
    }

    @Test
    void aJoseLibraryAgreesOnEverySignature() throws Exception {
        var story = ready(text());
        export();
        var keys = JWKSet.parse(Files.readString(siteFolder.resolve(".well-known/newsroom-keys.json")));
        var jws = JWSObjectJSON.parse(Jsoup.parse(html(story)).selectFirst("script#signoff").data());
        assertThat(jws.getSignatures()).hasSize(3);
        for (var signature : jws.getSignatures()) {
            var key = keys.getKeyByKeyId(signature.getHeader().getKeyID()).toOctetKeyPair();
            assertThat(key.computeThumbprint().toString()).isEqualTo(key.getKeyID());
            assertThat(signature.verify(new Ed25519Verifier(key))).isTrue();
        }
    }

    @Test
    void whatIsNotReadyIsRefusedWithEveryReason() {
        var story = room.taken(room.rosa);
        done(room.flow.hold(story.id(), room.rosa, "Wait."));
        var report = export(story.id());
        assertThat(report.refused()).singleElement().satisfies(r -> assertThat(r.reasons()).extracting(Reason::why)
                .containsExactly(Reason.Why.NOT_EDITED, Reason.Why.NOT_REVIEWED, Reason.Why.HOLD));
        assertThat(report.pages()).isEmpty();
    }

    @Test
    void readersKeepTheLastReviewedTextWhileANewOneIsWritten() {
        var story = ready(text());
        export();
        var before = html(story);
        done(room.type(story, room.ines, text().withHeadline("Half a thought")));
        export();
        assertThat(html(story)).isEqualTo(before);
    }

    @Test
    void anUpdateKeepsItsAddressAndSaysThatItIsOne() {
        var story = ready(text());
        export();
        var path = room.store.stories().publications(story.id()).getFirst().path();
        room.clock.pass(Duration.ofHours(1));
        done(room.type(story, room.rosa, text().withHeadline("Harbour opens again")));
        done(room.flow.correct(story.id(), room.rosa, galley.story.Correction.Kind.UPDATE, room.file(story).seen(), "The harbour opened at noon."));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.tomas));
        export();
        assertThat(room.store.stories().publications(story.id())).extracting("path").containsExactly(path, path);
        assertThat(verify(html(story)).differences()).isEmpty();
        assertThat(Jsoup.parse(html(story)).select("[data-claim=modified]")).hasSize(1);
    }

    @Test
    void anUpdateLeavesThePagesOfOtherStoriesAloneAndTheSiteIsAsIfMadeAtOnce() throws IOException {
        var tagged = text().withFurniture("HARBOUR", "Weather", List.of("Sea"), "en-GB", "");
        var story = ready(tagged);
        room.clock.pass(Duration.ofMinutes(10));
        var related = ready(tagged.withHeadline("Ferries wait outside"));
        var other = ready(text().withHeadline("Council votes on the quay"));
        export();
        var before = List.of(Files.getLastModifiedTime(page(related)), Files.getLastModifiedTime(page(other)));
        room.clock.pass(Duration.ofHours(1));
        done(room.type(story, room.rosa, tagged.withBody(tagged.body() + "<p>It opened at noon.</p>").withFurniture("HARBOUR", "Weather", List.of("Tide"), "en-GB", "")));
        done(room.flow.correct(story.id(), room.rosa, galley.story.Correction.Kind.UPDATE, room.file(story).seen(), "The harbour opened at noon."));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.tomas));
        assertThat(export().pages()).hasSize(1);
        assertThat(List.of(Files.getLastModifiedTime(page(related)), Files.getLastModifiedTime(page(other)))).isEqualTo(before);
        assertThat(Files.readString(siteFolder.resolve("archive.html"))).contains("Tide");
        var grown = bytes();
        siteFolder = folder.resolve("made at once");
        export();
        assertThat(bytes()).isEqualTo(grown);
    }

    @Test
    void twoStoriesWithOneHeadlineGetTwoAddresses() {
        ready(text());
        ready(text());
        assertThat(Set.copyOf(export().pages())).hasSize(2);
    }

    @Test
    void aFolderOfAnotherNewsroomIsNotTouched() throws IOException {
        Files.createDirectories(siteFolder);
        Files.writeString(siteFolder.resolve(".galley-site.json"), "{\"newsroom\":\"somebody\",\"files\":{}}");
        ready(text());
        assertThatThrownBy(this::export).isInstanceOf(Trouble.class).hasMessageContaining("another newsroom");
        assertThat(room.store.stories().publications(room.store.stories().all().getFirst().id())).isEmpty();
    }

    @Test
    void aFileThatGalleyDidNotWriteIsNeverRemoved() throws IOException {
        ready(text());
        export();
        Files.writeString(siteFolder.resolve("ads.txt"), "ours");
        export();
        assertThat(siteFolder.resolve("ads.txt")).hasContent("ours");
    }

    private static StoryText text() {
        return NewsroomInATest.harbour();
    }

    private Story ready(StoryText text) {
        var story = room.taken(room.rosa);
        done(room.type(story, room.rosa, text));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        return story;
    }

    private Exporter.Report export(UUID... ids) {
        return exporter.export(List.of(ids), siteFolder, room.rosa, false, room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel());
    }

    private Path page(Story story) {
        return siteFolder.resolve(room.store.stories().publications(story.id()).getLast().path());
    }

    private String html(Story story) {
        try {
            return Files.readString(siteFolder.resolve(room.store.stories().publications(story.id()).getLast().path()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Verdict verify(String html) {
        try {
            return new PageVerifier(KeySet.read(Files.readString(siteFolder.resolve(".well-known/newsroom-keys.json")))).verify("page", html);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertAltered(String html, String named) {
        var verdict = verify(html);
        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.ALTERED);
        assertThat(verdict.differences()).anySatisfy(d -> assertThat(d).contains(named));
    }

    private TreeMap<String, Integer> bytes() throws IOException {
        var found = new TreeMap<String, Integer>();
        try (var all = Files.walk(siteFolder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                found.put(siteFolder.relativize(file).toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return found;
    }
}
