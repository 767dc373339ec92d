package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarginCommandsTest {

    private static final String ROSAS = "rosa's four plain words\n";
    private static final String IDRISS = "idris has other words\n";
    private static final String TOMASS = "tomas has still others\n";

    @TempDir
    Path folder;
    Galley galley;
    String id;

    @BeforeEach
    void aStory() throws IOException {
        galley = new Galley(folder.resolve("newsroom"));
        galley.with(ROSAS, "init", "--name", "Quay Post", "--person", "Rosa Lind", "--role", "editor", "--passphrase-stdin");
        galley.with(IDRISS + ROSAS, "person", "add", "Idris Bello", "--role", "senior-editor", "--by", "Rosa Lind", "--passphrase-stdin");
        galley.with(TOMASS + IDRISS, "person", "add", "Tomas Roth", "--role", "senior-editor", "--by", "Idris", "--passphrase-stdin");
        var text = Files.writeString(folder.resolve("text.json"), "{\"headline\":\"Harbour shut\",\"body\":\"<p>The harbour stayed closed.</p><p>No one was hurt.</p>\"}");
        id = galley.run("story", "new", "--from", text.toString(), "--as", "Rosa", "--json").json().path("story").asString();
    }

    @Test
    void commentsAndSuggestionsBlockBothSignaturesUntilTheyAreSettled() {
        assertThat(galley.run("comment", id, "--as", "Idris", "--on", "No one was hurt", "--words", "Who says so?").exit()).isZero();
        assertThat(galley.run("suggest", id, "--as", "Idris", "--change", "stayed closed", "--to", "stayed shut").exit()).isZero();
        var refused = galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa", "--passphrase-stdin", "--json");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.json().path("reasons")).extracting(r -> r.path("code").asString(), r -> r.path("place").asString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("open-comment", "comment 1"), org.assertj.core.groups.Tuple.tuple("open-suggestion", "suggestion 1"));
        assertThat(galley.run("comment", "--json").json().path("comments")).hasSize(1);
        assertThat(galley.run("comment", id, "--as", "Rosa", "--answer", "1", "--words", "The harbour office.").exit()).isZero();
        assertThat(galley.run("comment", id, "--as", "Rosa", "--resolve", "1").exit()).isZero();
        assertThat(galley.run("suggest", id, "--as", "Rosa", "--accept", "1").exit()).isZero();
        var shown = galley.run("story", "show", id, "--json").json();
        assertThat(shown.path("text").path("body").asString()).contains("stayed shut");
        assertThat(shown.path("suggestions").path(0).path("became").asString()).isEqualTo("accepted");
        assertThat(galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa", "--passphrase-stdin").exit()).isZero();
        assertThat(galley.run("comment", id, "--as", "Idris", "--on", "nowhere in it", "--words", "x").err()).contains("does not say");
    }

    @Test
    void theBoardIsStatedSignsAndIsVerified() {
        assertThat(galley.run("board").out()).contains("No board is stated");
        assertThat(galley.run("board", "--quorum", "2", "--seniors", "--as", "Rosa").err()).contains("Only a senior editor");
        assertThat(galley.with(IDRISS, "board", "--quorum", "2", "--seniors", "--as", "Idris", "--passphrase-stdin", "--json").json().path("members")).hasSize(2);
        assertThat(galley.with(IDRISS, "board", "--quorum", "5", "--seniors", "--as", "Idris", "--passphrase-stdin").err()).contains("Only 2 people are on this board");
        galley.with(IDRISS, "board", "--quorum", "2", "--seniors", "--as", "Idris", "--passphrase-stdin");
        galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa", "--passphrase-stdin");
        assertThat(galley.with(TOMASS, "sign", "board", id, "--as", "Tomas", "--passphrase-stdin", "--json").json().path("reasons").path(0).path("code").asString())
                .isEqualTo("not-reviewed");
        galley.with(IDRISS, "sign", "reviewed", id, "--as", "Idris", "--passphrase-stdin");
        galley.with(TOMASS, "sign", "board", id, "--as", "Tomas", "--passphrase-stdin");
        assertThat(galley.with(IDRISS, "sign", "board", id, "--as", "Idris", "--passphrase-stdin").exit()).isZero();
        assertThat(galley.run("export", "--to", site()).exit()).isZero();
        assertThat(galley.run("verify", site(), "--json").json().path("results").path(0).path("board")).hasSize(2);
    }

    @Test
    void anEmergencyExportNeedsASeniorAndAReasonAndOwesAReview() {
        galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa", "--passphrase-stdin");
        assertThat(galley.run("export", id, "--to", site(), "--as", "Idris").exit()).isEqualTo(1);
        assertThat(galley.run("export", "--emergency", id, "--to", site(), "--as", "Rosa", "--reason", "Flood").err()).contains("Only a senior editor");
        assertThat(galley.run("export", "--emergency", id, "--to", site(), "--as", "Idris").err()).contains("needs a reason");
        assertThat(galley.run("export", "--emergency", id, "--to", site(), "--as", "Idris", "--reason", "Flood warning").exit()).isZero();
        var verdict = galley.run("verify", site(), "--json").json().path("results").path(0);
        assertThat(verdict.path("verdict").asString()).isEqualTo("ours-current");
        assertThat(verdict.path("beforeReview").asBoolean()).isTrue();
        assertThat(verdict.path("reviewedBy").isNull()).isTrue();
        assertThat(galley.run("story", "list", "--status", "awaiting-review", "--json").json().path("stories")).hasSize(1);
        assertThat(galley.with(TOMASS, "sign", "reviewed", id, "--as", "Tomas", "--passphrase-stdin").exit()).isZero();
        galley.run("export", "--to", site());
        assertThat(galley.run("verify", site(), "--json").json().path("results").path(0).path("reviewedBy").asString()).isEqualTo("Tomas Roth");
        assertThat(galley.run("doctor").exit()).isZero();
    }

    @Test
    void keysAreCopiedReplacedAndEnded() {
        var copy = folder.resolve("rosa.p12").toString();
        assertThat(galley.run("person", "key", "export", "Rosa", copy).exit()).isZero();
        assertThat(galley.with("a fresh passphrase\n", "person", "key", "new", "Rosa", "--by", "Rosa", "--passphrase-stdin").err()).contains("Somebody else");
        assertThat(galley.with("a fresh passphrase\n", "person", "key", "new", "Rosa", "--by", "Idris", "--passphrase-stdin").err()).contains("passphrase of Idris Bello, who vouches, is needed");
        assertThat(galley.with("a fresh passphrase\n" + IDRISS, "person", "key", "new", "Rosa", "--by", "Idris", "--passphrase-stdin").exit()).isZero();
        assertThat(galley.with("a fresh passphrase\n", "sign", "edited", id, "--as", "Rosa", "--passphrase-stdin").exit()).isZero();
        assertThat(galley.with(ROSAS, "person", "key", "import", "Idris", copy, "--passphrase-stdin").err()).contains("not enrolled as Idris Bello's");
        assertThat(galley.run("person", "key", "end", "Idris", "--by", "Rosa").err()).contains("Only Idris Bello or a senior editor");
        assertThat(galley.with(TOMASS, "person", "key", "end", "Idris", "--lost", "--by", "Tomas", "--passphrase-stdin").exit()).isZero();
    }

    @Test
    void aNameAloneVouchesForNobody() {
        var maren = "marens own passphrase\n";
        assertThat(galley.with(maren, "person", "add", "Maren Holt", "--by", "Idris", "--passphrase-stdin").err()).contains("The passphrase of Idris Bello, who vouches, is needed");
        assertThat(galley.with(maren + ROSAS, "person", "add", "Maren Holt", "--by", "Idris", "--passphrase-stdin").err()).contains("not Idris Bello's passphrase");
        assertThat(galley.run("person", "list").out()).doesNotContain("Maren");
        assertThat(galley.with(maren + IDRISS, "person", "add", "Maren Holt", "--by", "Idris", "--passphrase-stdin").exit()).isZero();
        assertThat(galley.with(IDRISS, "person", "grant", "Maren", "--role", "board", "--credit", "Night desk", "--by", "Idris", "--passphrase-stdin").out()).contains("editor, board").contains("Night desk");
        assertThat(galley.with(maren, "person", "leave", "Rosa", "--by", "Maren", "--passphrase-stdin").err()).contains("Only Rosa Lind or a senior editor");
        assertThat(galley.with(IDRISS, "person", "leave", "Maren", "--by", "Idris", "--passphrase-stdin").out()).contains("has left");
    }

    @Test
    void aStoryIsMadePressing() {
        assertThat(galley.run("assign", id, "--as", "Idris", "--priority", "urgent", "--due", "2026-11-17T18:00:00Z", "--to", "Rosa").exit()).isZero();
        assertThat(galley.run("assign", id, "--as", "Idris", "--priority", "soonish").err()).contains("no priority");
        assertThat(galley.run("assign", id, "--as", "Idris", "--due", "later").err()).contains("no time like");
    }

    private String site() {
        return folder.resolve("site").toString();
    }
}
