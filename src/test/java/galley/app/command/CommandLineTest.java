package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private static final String ROSAS = "rosa's four plain words\n";
    private static final String IDRISS = "idris has other words\n";

    @TempDir
    Path folder;
    Galley galley;

    @BeforeEach
    void aNewsroomOfTwo() {
        galley = new Galley(folder.resolve("newsroom"));
        assertThat(galley.with(ROSAS, "init", "--name", "Quay Post", "--person", "Rosa Lind", "--role", "editor", "--passphrase-stdin").exit()).isZero();
        assertThat(galley.with(IDRISS + ROSAS, "person", "add", "Idris Bello", "--role", "senior-editor", "--by", "Rosa Lind", "--passphrase-stdin").exit()).isZero();
    }

    @Test
    void theWholePathWorksFromAScript() throws IOException {
        var id = story();
        assertThat(galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin").exit()).isZero();
        assertThat(galley.with(IDRISS, "sign", "reviewed", id, "--as", "Idris Bello", "--passphrase-stdin").exit()).isZero();
        var exported = galley.run("export", "--to", site(), "--json");
        assertThat(exported.exit()).isZero();
        assertThat(exported.json().path("written").asInt()).isPositive();
        assertThat(exported.json().path("refused")).isEmpty();
        var verified = galley.run("verify", site(), "--json");
        assertThat(verified.exit()).isZero();
        assertThat(verified.json().path("results")).singleElement().satisfies(r -> {
            assertThat(r.path("verdict").asString()).isEqualTo("ours-current");
            assertThat(r.path("editedBy").asString()).isEqualTo("Rosa Lind");
            assertThat(r.path("reviewedBy").asString()).isEqualTo("Idris Bello");
        });
        assertThat(galley.run("doctor").exit()).isZero();
    }

    @Test
    void theSamePersonCannotSignBoth() throws IOException {
        var id = story();
        galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin");
        var run = galley.with(ROSAS, "sign", "reviewed", id, "--as", "Rosa Lind", "--passphrase-stdin", "--json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json().path("reasons")).extracting(r -> r.path("code").asString()).contains("same-person", "not-senior");
    }

    @Test
    void aChangedWordLapsesBothAndExportRefuses() throws IOException {
        var id = story();
        galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin");
        galley.with(IDRISS, "sign", "reviewed", id, "--as", "Idris Bello", "--passphrase-stdin");
        galley.run("story", "edit", id, "--as", "Rosa Lind", "--from", json("{\"headline\":\"Harbour opens\"}"));
        var run = galley.run("export", id, "--to", site(), "--json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json().path("refused").path(0).path("reasons")).extracting(r -> r.path("code").asString()).containsExactly("not-edited", "not-reviewed");
        assertThat(run.err()).contains("has lapsed");
        assertThat(galley.run("story", "list", "--status", "lapsed", "--json").json().path("stories")).hasSize(1);
    }

    @Test
    void aWrongPassphraseSignsNothingAndSaysSo() throws IOException {
        var run = galley.with("wrong words entirely\n", "sign", "edited", story(), "--as", "Rosa Lind", "--passphrase-stdin");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("galley: That is not Rosa Lind's passphrase. Nothing was signed.\n");
    }

    @Test
    void anUnknownPersonStoryOrNewsroomIsNamed() throws IOException {
        assertThat(galley.run("sign", "edited", story(), "--as", "Nobody", "--passphrase-stdin").err()).contains("no person “Nobody”", "Rosa Lind");
        assertThat(galley.run("story", "show", "ffff-ffff").err()).contains("There is no story ffff-ffff.");
        var elsewhere = galley.run("story", "list", "--newsroom", folder.resolve("nowhere").toString());
        assertThat(elsewhere.exit()).isEqualTo(1);
        assertThat(elsewhere.err()).contains("There is no newsroom at", "galley init");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void sendingBackAndLiftingWork() throws IOException {
        var id = story();
        galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin");
        assertThat(galley.run("sendback", id, "--as", "Idris Bello", "--reason", "").err()).contains("needs a reason");
        assertThat(galley.run("sendback", id, "--as", "Idris Bello", "--reason", "Second source.").exit()).isZero();
        assertThat(galley.run("story", "show", id, "--json").json().path("status").asString()).isEqualTo("sent-back");
        assertThat(galley.run("sendback", id, "--as", "Idris Bello", "--lift").exit()).isZero();
        assertThat(galley.run("story", "show", id, "--json").json().path("status").asString()).isEqualTo("awaiting-review");
    }

    @Test
    void severalStoriesAreSpikedAndComeBack() throws IOException {
        var one = story();
        var two = story();
        assertThat(galley.run("story", "spike", one, two, "--as", "Rosa Lind", "--reason", "No news").exit()).isZero();
        assertThat(galley.run("story", "restore", one, "--as", "Rosa Lind").exit()).isZero();
        var again = galley.run("story", "spike", one, two, "--as", "Rosa Lind");
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.err()).contains("is spiked");
    }

    @Test
    void whatWasReadMustBeWhatIsSigned() throws IOException {
        var id = story();
        var seen = galley.run("story", "show", id, "--json").json().path("revision").asString();
        galley.run("story", "edit", id, "--as", "Rosa Lind", "--from", json("{\"headline\":\"Moved meanwhile\"}"));
        var run = galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin", "--seen", seen);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("changed this story while you were looking at it");
    }

    @Test
    void aMisspeltFieldIsRefusedRatherThanLost() throws IOException {
        var run = galley.run("story", "edit", story(), "--as", "Rosa Lind", "--from", json("{\"headlien\":\"x\"}"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("A story has no headlien");
        assertThat(galley.run("story", "edit", story(), "--as", "Rosa Lind", "--from", json("not json")).err()).contains("is not JSON");
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(galley.run("sign").exit()).isEqualTo(2);
        assertThat(galley.run("nonsense").exit()).isEqualTo(2);
        assertThat(galley.run("export").exit()).isEqualTo(2);
        assertThat(galley.run("story", "list", "--limit", "many").exit()).isEqualTo(2);
    }

    @Test
    void verifyingWhatIsNoSignedPageSaysSo() throws IOException {
        var page = Files.writeString(folder.resolve("page.html"), "<!doctype html><title>x</title><p>Hello");
        var run = galley.run("verify", page.toString(), "--json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json().path("results").path(0).path("verdict").asString()).isEqualTo("unsigned");
        assertThat(galley.run("verify", folder.resolve("none.html").toString()).err()).contains("There is no file or folder");
    }

    @Test
    void aFolderThatCannotBeWrittenPublishesNothing() throws IOException {
        var id = story();
        galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin");
        galley.with(IDRISS, "sign", "reviewed", id, "--as", "Idris Bello", "--passphrase-stdin");
        var file = Files.writeString(folder.resolve("a-file"), "not a folder");
        var run = galley.run("export", "--to", file.resolve("site").toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be written", "Nothing was exported");
        assertThat(galley.run("story", "show", id, "--json").json().path("status").asString()).isEqualTo("ready");
    }

    @Test
    void aSecondInitLeavesTheNewsroomAlone() {
        var run = galley.run("init", "--name", "Other");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("already a newsroom", "Quay Post");
    }

    @Test
    void theDoctorNamesWhatWasAltered() throws Exception {
        var id = story();
        galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin");
        galley.with(IDRISS, "sign", "reviewed", id, "--as", "Idris Bello", "--passphrase-stdin");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("newsroom/newsroom.db"));
             var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER revision_kept_u");
            statement.executeUpdate("UPDATE revision SET text = replace(text, 'Nobody was hurt', 'Many were hurt')");
        }
        var doctor = galley.run("doctor");
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out()).contains("BROKEN", "The text of revision", "was altered outside Galley");
        var export = galley.run("export", id, "--to", site());
        assertThat(export.exit()).isEqualTo(1);
        assertThat(export.err()).contains("altered outside Galley");
    }

    @Test
    void aCommandThatIsRefusedWholeAnswersAsOneDocumentToo() {
        for (var refused : List.of(galley.run("story", "show", "ffff-ffff", "--json"), galley.run("pull", "--feed", "https://none.example/", "--json"),
                galley.run("story", "list", "--json", "--newsroom", folder.resolve("nowhere").toString()))) {
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.json().path("done").asBoolean(true)).isFalse();
            var words = refused.json().path("reasons").path(0).path("words").asString();
            assertThat(words).isNotBlank();
            assertThat(refused.err()).isEqualTo("galley: " + words + "\n");
        }
        assertThat(galley.run("story", "show", "ffff-ffff").out()).as("without --json").isEmpty();
    }

    @Test
    void aCommandWithoutItsVerbIsWrongUsage() {
        for (var command : List.of("story", "feed", "person", "rule")) {
            assertThat(galley.run(command).exit()).as(command).isEqualTo(2);
        }
        assertThat(galley.run("sign", "nonsense", "id").exit()).isEqualTo(2);
    }

    @Test
    void aWireItemIsToldFromAStory() throws IOException {
        var feed = Files.writeString(folder.resolve("wire.xml"), "<rss version='2.0'><channel><title>Harbour Wire</title><item><guid>1</guid><title>Bridge shut</title></item></channel></rss>");
        galley.run("feed", "add", feed.toString());
        galley.run("pull");
        var item = galley.run("story", "list", "--status", "wire", "--json").json().path("stories").path(0).path("id").asString();
        assertThat(galley.run("story", "show", item).err()).contains("“Bridge shut” is an item on the wire", "galley story take " + item);
        var story = galley.run("story", "take", item, "--as", "Rosa Lind").out().strip();
        assertThat(galley.run("story", "show", item).err()).contains("the story that was taken from it is " + story);
    }

    @Test
    void aFieldOfTheWrongFormIsNamedInPlainWords() throws IOException {
        var id = story();
        Map.of("{\"body\":[\"a\",\"b\"]}", "“body” cannot be a list; it has to be a text.",
                "{\"tags\":\"x\"}", "“tags” cannot be a text; it has to be a list.",
                "{\"evidence\":[{\"kind\":\"hearsay\"}]}", "“evidence[0].kind” cannot be “hearsay”.",
                "{\"evidence\":[{\"url\":\"https://a.example/\"}]}", "“evidence[0]” needs its “title”.",
                "{\"pictures\":[{\"file\":\"x\"}]}", "There is no “file” in “pictures[0]”.",
                "{\"tags\":[[\"x\"]]}", "A list in it holds what does not belong there.").forEach((given, words) -> {
            try {
                var run = galley.run("story", "edit", id, "--as", "Rosa Lind", "--from", json(given));
                assertThat(run.exit()).isEqualTo(1);
                assertThat(run.err()).contains(words, "Nothing was changed.").doesNotContain("JsonToken", "java.", "fault");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(galley.run("story", "show", id, "--json").json().path("revisions").asInt()).isEqualTo(1);
    }

    @Test
    void whoReviewsALapsedTextIsToldWhichWordsBrokeTheSignature() throws IOException {
        var id = story();
        galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin");
        galley.run("story", "edit", id, "--as", "Rosa Lind", "--from", json("{\"headline\":\"Storm opens the harbour\"}"));
        var run = galley.with(IDRISS, "sign", "reviewed", id, "--as", "Idris Bello", "--passphrase-stdin");
        assertThat(run.err()).contains("Rosa Lind's “edited” has lapsed: the words changed after it was signed. “shuts” → “opens”.");
    }

    @Test
    void anExportOfWhatIsRefusedLeavesTheSiteAloneAndOneInPartSaysSo() throws IOException {
        var id = story();
        var refused = galley.run("export", id, "--to", site(), "--json");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.json().path("written").asInt()).isZero();
        assertThat(Path.of(site(), "index.html")).doesNotExist();
        var ready = story();
        galley.with(ROSAS, "sign", "edited", ready, "--as", "Rosa Lind", "--passphrase-stdin");
        galley.with(IDRISS, "sign", "reviewed", ready, "--as", "Idris Bello", "--passphrase-stdin");
        var partly = galley.run("export", id, ready, "--to", site(), "--json");
        assertThat(partly.exit()).isEqualTo(3);
        assertThat(partly.json().path("refused")).hasSize(1);
        assertThat(Path.of(site(), "index.html")).exists();
    }

    @Test
    void aMistypedStoryStopsAnActOnSeveralBeforeTheFirst() throws IOException {
        var id = story();
        assertThat(galley.run("story", "spike", id, "ffff-ffff", "--as", "Rosa Lind").exit()).isEqualTo(1);
        assertThat(galley.run("story", "show", id, "--json").json().path("status").asString()).isEqualTo("draft");
    }

    private String story() throws IOException {
        var run = galley.run("story", "new", "--as", "Rosa Lind", "--from", json("""
                {"headline":"Storm shuts the harbour","body":"<p>It is shut.</p><p>Nobody was hurt.</p>","category":"Weather"}"""));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().strip();
    }

    private String json(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "text", ".json"), text).toString();
    }

    private String site() {
        return folder.resolve("site").toString();
    }
}
