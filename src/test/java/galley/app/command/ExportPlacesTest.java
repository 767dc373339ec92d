package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `galley export --to` anything but a folder, and looking first.
class ExportPlacesTest {

    private static final String ROSAS = "rosa's four plain words\n";
    private static final String IDRISS = "idris has other words\n";

    @TempDir
    Path folder;
    Galley galley;

    @BeforeEach
    void aReadyStory() throws Exception {
        galley = new Galley(folder.resolve("newsroom"));
        galley.with(ROSAS, "init", "--name", "Quay Post", "--person", "Rosa Lind", "--role", "editor", "--passphrase-stdin");
        galley.with(IDRISS + ROSAS, "person", "add", "Idris Bello", "--role", "senior-editor", "--by", "Rosa Lind", "--passphrase-stdin");
        var text = Files.writeString(folder.resolve("text.json"), "{\"headline\":\"Harbour shut\",\"body\":\"<p>The harbour stayed closed.</p>\"}");
        var id = galley.run("story", "new", "--from", text.toString(), "--as", "Rosa", "--json").json().path("story").asString();
        assertThat(galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa", "--passphrase-stdin").exit()).isZero();
        assertThat(galley.with(IDRISS, "sign", "reviewed", id, "--as", "Idris", "--passphrase-stdin").exit()).isZero();
    }

    @Test
    void lookingFirstDoesNothingAndSaysEverything() throws Exception {
        var site = folder.resolve("site");
        var looked = galley.run("export", "--to", site.toString(), "--dry-run", "--json");
        assertThat(looked.exit()).isZero();
        assertThat(looked.json().path("wouldPublish")).hasSize(1);
        assertThat(site).doesNotExist();
        var done = galley.run("export", "--to", site.toString(), "--json").json();
        assertThat(looked.json().path("written").asInt()).isEqualTo(done.path("written").asInt());
        assertThat(looked.json().path("wouldWrite").size()).isEqualTo(done.path("written").asInt());
        var again = galley.run("export", "--to", site.toString(), "--dry-run", "--json").json();
        assertThat(again.path("written").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(done.path("written").asInt());
        Files.delete(site.resolve("archive.html"));
        assertThat(galley.run("export", "--to", site.toString(), "--dry-run", "--json").json().path("wouldWrite")).singleElement()
                .satisfies(path -> assertThat(path.asString()).isEqualTo("archive.html"));
        assertThat(site.resolve("archive.html")).doesNotExist();
    }

    @Test
    void aPackedSiteIsNotCalledUnsigned() {
        var zip = folder.resolve("site.zip").toString();
        galley.run("export", "--to", zip);
        var run = galley.run("verify", zip, "--json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json().path("results")).isEmpty();
        assertThat(run.err()).contains("unpack it");
    }

    @Test
    void aKilledStoryIsNoSingleFileAndLookingFirstWritesNone() throws Exception {
        var id = galley.run("story", "list", "--json").json().path("stories").path(0).path("id").asString();
        var file = folder.resolve("one.html");
        assertThat(galley.run("export", id, "--single-file", file.toString(), "--dry-run").exit()).isEqualTo(2);
        assertThat(file).doesNotExist();
        galley.run("export", "--to", folder.resolve("site").toString());
        var page = Path.of(galley.run("verify", folder.resolve("site").toString(), "--json").json().path("results").path(0).path("file").asString());
        var before = Files.copy(page, folder.resolve("before.html"));
        assertThat(galley.run("story", "kill", id, "--as", "Idris", "--reason", "It was not so.").exit()).isZero();
        var run = galley.run("export", id, "--single-file", file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("was killed").doesNotContain("fault");
        assertThat(file).doesNotExist();
        assertThat(galley.run("verify", before.toString()).err()).contains("was withdrawn");
    }

    @Test
    void aZipHoldsTheWholeSite() throws Exception {
        var zip = folder.resolve("out/site.zip");
        var run = galley.run("export", "--to", zip.toString(), "--json");
        assertThat(run.exit()).isZero();
        try (var open = new ZipFile(zip.toFile())) {
            assertThat(run.json().path("written").asInt()).isEqualTo(open.size() - 1);
            for (var entries = open.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var file = folder.resolve("unpacked").resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, open.getInputStream(entry).readAllBytes());
            }
        }
        assertThat(galley.run("verify", folder.resolve("unpacked").toString(), "--json").json().path("results").path(0).path("verdict").asString()).isEqualTo("ours-current");
        assertThat(galley.run("export", "--to", "zip:" + zip, "--json").json().path("written").asInt()).isZero();
        assertThat(galley.run("export", "--to", "zip:" + zip, "--dry-run", "--json").json().path("written").asInt()).isZero();
    }

    @Test
    void aServerGetsTheSiteWithASignInThatIsKept() throws Exception {
        var server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        server.setKeyPairProvider(KeyPairProvider.wrap(keys.generateKeyPair()));
        server.setPasswordAuthenticator((name, password, _) -> name.equals("rosa") && password.equals("the server's words"));
        server.setFileSystemFactory(new VirtualFileSystemFactory(Files.createDirectories(folder.resolve("home"))));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        try {
            var place = "sftp://rosa@127.0.0.1:" + server.getPort() + "/www";
            assertThat(galley.run("destination", "login", place).err()).contains("--secret-stdin").doesNotContain("Exception");
            assertThat(galley.with("the server's words\n", "destination", "login", place, "--secret-stdin").exit()).isZero();
            var looked = galley.run("export", "--to", place, "--dry-run", "--json");
            assertThat(looked.json().path("written").asInt()).isPositive();
            var run = galley.run("export", "--to", place, "--json");
            assertThat(run.exit()).isZero();
            assertThat(run.err()).contains("first time");
            assertThat(run.json().path("sent").size()).isEqualTo(looked.json().path("written").asInt());
            assertThat(galley.run("verify", folder.resolve("home/www").toString(), "--json").json().path("results").path(0).path("verdict").asString()).isEqualTo("ours-current");
            assertThat(galley.run("destination", "forget", place).exit()).isZero();
            assertThat(galley.run("destination", "forget-key", place).exit()).isZero();
        } finally {
            server.stop(true);
        }
    }

    @Test
    void whatIsSetForATimeIsDoneByWhoeverRunsTheTimetable() {
        var set = galley.run("schedule", "add", "--every", "15", "--to", folder.resolve("site").toString(), "--as", "Rosa", "--json");
        assertThat(set.exit()).isZero();
        var ran = galley.run("schedule", "run", "--once", "--json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.json().path("came").path(0).path("words").asString()).startsWith("1 story published");
        assertThat(folder.resolve("site/index.html")).exists();
        assertThat(galley.run("schedule", "run", "--once", "--json").json().path("came")).isEmpty();
        assertThat(galley.run("schedule", "add", "--at", "yesterday", "--to", "x", "--as", "Rosa").err()).contains("is no time");
        assertThat(galley.run("schedule", "remove", set.json().path("number").asString(), "--as", "Rosa").exit()).isZero();
        assertThat(galley.run("schedule", "--json").json().path("schedule").path(0).path("events")).extracting(e -> e.path("what").asString())
                .containsExactly("begun", "done", "taken-back");
    }

    @Test
    void oneStoryIsOneFileThatProvesAsMuch() throws Exception {
        var id = galley.run("story", "list", "--json").json().path("stories").path(0).path("id").asString();
        var one = folder.resolve("one/story.html");
        var run = galley.run("export", id, "--single-file", one.toString(), "--html", folder.resolve("one/article.html").toString(), "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        var verdict = galley.run("verify", one.toString(), "--json").json().path("results").path(0);
        assertThat(verdict.path("differences")).isEmpty();
        assertThat(verdict.path("verdict").asString()).isEqualTo("ours-current");
        assertThat(verdict.path("reviewedBy").asString()).isEqualTo("Idris Bello");
        assertThat(Files.readString(one)).doesNotContain("src=\"../").doesNotContain("href=\"../");
        assertThat(Files.readString(folder.resolve("one/article.html"))).startsWith("<article").contains("Reviewed by").doesNotContain("<script");
        galley.run("story", "edit", id, "--as", "Rosa", "--from", Files.writeString(folder.resolve("more.json"), "{\"headline\":\"Harbour opens\"}").toString());
        var refused = galley.run("export", id, "--single-file", folder.resolve("no.html").toString(), "--json");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(folder.resolve("no.html")).doesNotExist();
        assertThat(galley.run("export").exit()).as("nothing says where to").isEqualTo(2);
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        var run = galley.run("export", "--to", "ftp://quay.example/www");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no place a site can be sent to");
        assertThat(galley.run("destination", "login", "site").err()).contains("Nobody signs in");
    }
}
