package galley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.app.DemoNewsDay.Page;
import galley.app.demo.NewsDay;
import galley.notice.Trouble;
import galley.publish.PageVerifier;
import galley.publish.SiteOnDisk;
import galley.publish.Verdict;
import galley.signoff.KeySet;
import galley.story.WireEntry;
import galley.story.WireItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample day is played once; then its figures, its records and its pages are looked at, and the pages are tampered with.
class DemoNewsDayTest {

    private static final String BRIDGE = "2026/11/17/ropewalk-bridge-shut-to-heavy-lorries-until-december.html";

    @TempDir
    static Path folder;

    private static DemoNewsDay.Report report;
    private static Duration took;

    @BeforeAll
    static void play() {
        var start = Instant.now();
        report = DemoNewsDay.play(folder, line -> {});
        took = Duration.between(start, Instant.now());
    }

    @Test
    void itIsOverWithinAMinute() {
        assertThat(took).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void everyQueueHasSomethingInIt() {
        assertEquals(Map.of("wire", 37L, "draft", 2L, "sent-back", 1L, "awaiting-review", 2L, "lapsed", 1L, "ready", 2L, "published", 8L, "spiked", 1L),
                report.queues());
    }

    @Test
    void everyPageHoldsAndTwoPeopleSignedIt() throws IOException {
        assertEquals(8, report.pages().size());
        assertThat(report.pages()).allSatisfy(page -> {
            assertEquals("ours-current", page.verdict());
            assertThat(page.editedBy()).isNotEqualTo(page.reviewedBy());
        });
        assertThat(report.pages()).noneMatch(page -> page.reviewedBy() == null);
        assertThat(html(BRIDGE)).contains("Verified by Editorial Board");
        assertThat(report.pages().stream().map(Page::editedBy)).contains("Noor Halabi", "Emi Tanabe", "Skerrow Chronicle News Editorial Team");
        assertThat(report.pages().stream().map(Page::reviewedBy)).contains("Saoirse Keane", "Yusuf Demirci", "Senior Editor");
    }

    @Test
    void everyLinkLeadsSomewhereAndMapsAndFeedsKeepToTheirRules() throws IOException {
        assertThat(SiteOnDisk.findings(folder.resolve("site"))).isEmpty();
    }

    @Test
    void everyPageCarriesClaimsThatWereEarned() throws IOException {
        for (var page : report.pages()) {
            var claims = Jsoup.parse(html(page.path())).select("[data-claim]").eachAttr("data-claim");
            assertThat(claims).as(page.path()).contains("edited-by", "reviewed-by", "published");
            if (!page.path().contains("whooping-cough")) {
                assertThat(claims).as(page.path()).contains("original-analysis", "primary-sources", "methodology-record");
            }
        }
    }

    /// It was printed before its second review, and said so until that review was done and it was exported again.
    @Test
    void aPageWhoseReviewWasMadeUpForNoLongerOwesOne() throws IOException {
        var page = report.pages().stream().filter(p -> p.path().contains("whooping-cough")).findFirst().orElseThrow();
        assertEquals("Saoirse Keane", page.reviewedBy());
        assertThat(html(page.path())).doesNotContain("Published before second review");
    }

    @Test
    void theCorrectionStandsOnItsPage() throws IOException {
        var frost = Jsoup.parse(html("2026/11/17/frost-takes-up-to-a-third-of-the-valleys-late-apples.html"));
        assertThat(frost.select("[data-part=correction]").text()).contains("11 pence a kilogram");
        assertThat(frost.select("[data-part=body]").text()).doesNotContain("11 crowns a kilogram");
    }

    @Test
    void theArabicPageReadsFromTheRight() throws IOException {
        var page = Jsoup.parse(html("2026/11/17/fish-hall-ar.html"));
        assertEquals("ar", page.select("html, article[lang]").last().attr("lang"));
        assertThat(page.select("[dir=rtl]")).isNotEmpty();
    }

    @Test
    void aChangedLetterIsNamedByItsBlock() throws IOException {
        assertThat(altered(body -> block(body, 1).text(block(body, 1).text().replace("Monday", "Mondby"))).differences())
                .anyMatch(d -> d.startsWith("body block 2 differs"));
    }

    @Test
    void swappedParagraphsAreNamed() throws IOException {
        assertThat(altered(body -> block(body, 1).before(block(body, 2))).differences())
                .anyMatch(d -> d.startsWith("body block 2 was moved")).anyMatch(d -> d.startsWith("body block 3 was moved"));
    }

    @Test
    void anAddedSentenceIsNamedByItsBlock() throws IOException {
        assertThat(altered(body -> block(body, 2).appendText(" Tolls are waived.")).differences()).anyMatch(d -> d.startsWith("body block 3 differs"));
    }

    @Test
    void anAddedParagraphIsNamed() throws IOException {
        assertThat(altered(body -> block(body, 2).after("<p>Tolls are waived.</p>")).differences()).anyMatch(d -> d.startsWith("body block 4 was added"));
    }

    @Test
    void anotherReviewersNameIsNamed() throws IOException {
        var page = html(BRIDGE);
        var verdict = verify(page.replace("Saoirse Keane", "Conrad Vell"));
        assertEquals(Verdict.Kind.ALTERED, verdict.verdict());
        assertThat(verdict.differences()).anyMatch(d -> d.contains("reviewed-by"));
    }

    @Test
    void recordsCarryTheDaysTimes() {
        try (var room = open()) {
            var times = new ArrayList<Instant>();
            room.store().audit().each(entry -> times.add(entry.at()));
            var day = NewsDay.read().day();
            assertThat(times).isSorted().allMatch(t -> t.isAfter(day.getFirst().at().minus(Duration.ofHours(1))) && !t.isAfter(day.getLast().at()));
        }
    }

    @Test
    void theDoctorFindsNothing() {
        try (var room = open()) {
            assertThat(new Doctor(room).examine().stream().filter(f -> !f.about().equals("disk"))).allMatch(Doctor.Finding::sound);
        }
    }

    @Test
    void theEveningsChangesAreKeptBesideTheMorning() {
        try (var room = open()) {
            var changed = room.store().wire().search("hanger", Long.MAX_VALUE, 10).stream().filter(e -> e.latest().version() > 1).toList();
            assertThat(changed).hasSize(1);
            assertEquals(List.of("Lorries barred from Ropewalk Bridge after cracks found in two hangers",
                            "Third cracked hanger found on Ropewalk Bridge; lorry ban runs to 8 December"),
                    room.store().wire().versions(changed.getFirst().id()).stream().map(WireItem::title).toList());
        }
    }

    @Test
    void wireItemsKeepTheLanguagesTheyCameIn() {
        try (var room = open()) {
            var languages = room.store().wire().untaken(Long.MAX_VALUE, 100).stream().map(WireEntry::latest).map(WireItem::language).collect(Collectors.toSet());
            assertThat(languages).containsAll(Set.of("he", "ja", "uk", "el", "hi", "ko"));
        }
    }

    @Test
    void playedAgainItIsTheSameDay(@TempDir Path other) {
        var again = DemoNewsDay.sampleNewsroom(other.resolve("sample"), _ -> { });
        assertEquals(report.did(), again.did());
        assertEquals(report.pages(), again.pages());
        assertTrue(Files.exists(other.resolve("sample/site/index.html")));
    }

    @Test
    void aNewsroomThatIsThereIsNotTouched() throws IOException {
        var before = Files.getLastModifiedTime(folder.resolve("newsroom/newsroom.db"));
        var trouble = assertThrows(Trouble.class, () -> DemoNewsDay.play(folder, line -> {}));
        assertThat(trouble.notice().inOneLine()).contains("already a newsroom");
        assertEquals(before, Files.getLastModifiedTime(folder.resolve("newsroom/newsroom.db")));
    }

    @Test
    void aFolderWithSomethingInItIsNotTouched(@TempDir Path other) throws IOException {
        var letter = Files.writeString(Files.createDirectories(other.resolve("site")).resolve("letter.txt"), "mine");
        assertThrows(Trouble.class, () -> DemoNewsDay.play(other, line -> {}));
        assertEquals("mine", Files.readString(letter));
    }

    @Test
    void whatWentWrongHalfWayLeavesNothingBehind(@TempDir Path other) {
        assertThrows(IllegalStateException.class, () -> DemoNewsDay.play(other, line -> {
            if (line.words().contains("exported")) {
                throw new IllegalStateException("the power went");
            }
        }));
        assertThat(other).isEmptyDirectory();
    }

    private static OpenNewsroom open() {
        return OpenNewsroom.at(folder.resolve("newsroom"), Clock.systemUTC());
    }

    private static String html(String path) throws IOException {
        return Files.readString(folder.resolve("site").resolve(path));
    }

    private static Verdict altered(java.util.function.Consumer<Element> change) throws IOException {
        var page = Jsoup.parse(html(BRIDGE));
        page.outputSettings().prettyPrint(false);
        change.accept(page.selectFirst("[data-part=body]"));
        var verdict = verify(page.outerHtml());
        assertEquals(Verdict.Kind.ALTERED, verdict.verdict());
        return verdict;
    }

    private static Element block(Element body, int index) {
        return body.select("p").get(index);
    }

    private static Verdict verify(String html) throws IOException {
        return new PageVerifier(KeySet.read(html(".well-known/newsroom-keys.json"))).verify("page", html);
    }
}
