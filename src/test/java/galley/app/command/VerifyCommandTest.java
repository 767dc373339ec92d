package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import galley.app.DemoNewsDay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `galley verify` of files, folders and addresses of the sample day's site.
class VerifyCommandTest {

    private static final String FROST = "2026/11/17/frost-takes-up-to-a-third-of-the-valleys-late-apples.html";

    @TempDir
    static Path folder;
    static HttpServer server;
    static Path morning;
    static int printed;

    @BeforeAll
    static void play() throws IOException {
        morning = folder.resolve("saved-in-the-afternoon.html");
        printed = DemoNewsDay.play(folder, line -> {
            var page = folder.resolve("site").resolve(FROST);
            if (Files.exists(page) && !Files.exists(morning)) {
                copy(page, morning);
            }
        }).pages().size();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var file = folder.resolve("site" + exchange.getRequestURI().getPath());
            boolean there = Files.isRegularFile(file);
            var bytes = there ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(there ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aFolderAnswersForEveryArticleAndForNothingElse() {
        var ran = verify(folder.resolve("site").toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.json().path("results")).hasSize(printed).allSatisfy(r -> assertThat(r.path("verdict").asString()).isEqualTo("ours-current"));
        assertThat(ran.json().path("results").get(0).propertyNames()).startsWith("file", "verdict", "editedBy", "reviewedBy", "differences");
    }

    @Test
    void anOlderVersionIsSupersededWhereverTheNewerOneIsKnown() throws IOException {
        assertThat(verdict(verify(morning.toString(), "--keys", folder.resolve("site/.well-known/newsroom-keys.json").toString()))).isEqualTo("ours-superseded");
        assertThat(verdict(verify(morning.toString(), "--keys", address(".well-known/newsroom-keys.json")))).isEqualTo("ours-superseded");
        assertThat(verdict(new Galley(folder.resolve("newsroom")).run("verify", morning.toString(), "--json"))).isEqualTo("ours-superseded");
        var alone = Files.createDirectories(folder.resolve("alone"));
        copy(folder.resolve("site/.well-known/newsroom-keys.json"), alone.resolve("keys.json"));
        assertThat(verdict(verify(morning.toString(), "--keys", alone.resolve("keys.json").toString()))).isEqualTo("ours-current");
        copy(morning, alone.resolve("old.html"));
        copy(folder.resolve("site").resolve(FROST), alone.resolve("new.html"));
        assertThat(verify(alone.toString(), "--keys", alone.resolve("keys.json").toString()).json().path("results"))
                .extracting(r -> r.path("verdict").asString()).containsExactly("ours-current", "ours-superseded");
    }

    @Test
    void anAddressIsCheckedWithTheKeysOfItsHost() {
        var ran = verify(address(FROST));
        assertThat(ran.exit()).isZero();
        assertThat(ran.json().path("results").get(0).path("editedBy").asString()).isEqualTo("Noor Halabi");
        assertThat(verify(address("2026/nothing.html")).exit()).isEqualTo(1);
    }

    @Test
    void aKeySetNamedByThePageIsNotAskedFor() throws IOException {
        var page = folder.resolve("jku/page.html");
        Files.createDirectories(page.getParent());
        Files.writeString(page, Files.readString(morning).replace("<head>", "<head><link rel=\"newsroom-keys\" href=\"" + address(".well-known/newsroom-keys.json") + "\">"));
        var ran = verify(page.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(verdict(ran)).isEqualTo("unknown-key");
        assertThat(ran.err()).contains("No key set was found");
    }

    @Test
    void whatIsAlteredAmongOthersIsDoneInPart() throws IOException {
        var site = Files.createDirectories(folder.resolve("tampered"));
        Files.createDirectories(site.resolve(".well-known"));
        copy(folder.resolve("site/.well-known/newsroom-keys.json"), site.resolve(".well-known/newsroom-keys.json"));
        copy(folder.resolve("site").resolve(FROST), site.resolve("good.html"));
        Files.writeString(site.resolve("bad.html"), Files.readString(site.resolve("good.html")).replace("minus 6.4", "minus 4.6"));
        Files.writeString(site.resolve("page.html"), "<h1>About</h1>");
        Files.writeString(site.resolve("stripped.html"), Files.readString(site.resolve("good.html")).replaceAll("(?s)<script type=\"application/jose.*?</script>", ""));
        var ran = verify(site.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.json().path("results")).extracting(r -> r.path("verdict").asString()).containsExactly("altered", "ours-current", "unsigned");
    }

    @Test
    void whatWasTakenFromASiteIsMissed() throws IOException {
        var site = copyOfTheSite("robbed");
        Files.delete(site.resolve(FROST));
        var ran = verify(site.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.json().path("results")).hasSize(printed).anySatisfy(r -> {
            assertThat(r.path("file").asString()).endsWith(FROST);
            assertThat(r.path("verdict").asString()).isEqualTo("unsigned");
            assertThat(r.path("differences").get(0).asString()).contains("it is gone");
        });
        // The list gone too, the sitemap still tells; both gone, the newsroom itself does.
        Files.delete(site.resolve(".galley-site.json"));
        assertThat(verify(site.toString()).json().path("results")).hasSize(printed);
        Files.writeString(site.resolve("sitemap.xml"), Files.readString(site.resolve("sitemap.xml")).replaceAll("<url><loc>[^<]*" + java.util.regex.Pattern.quote(FROST) + "</loc>.*?</url>", ""));
        assertThat(verify(site.toString()).json().path("results")).hasSize(printed - 1);
        assertThat(new Galley(folder.resolve("newsroom")).run("verify", site.toString(), "--json").json().path("results")).hasSize(printed)
                .anySatisfy(r -> assertThat(r.path("differences").path(0).asString()).contains("The newsroom published this page, and it is gone"));
    }

    @Test
    void aPageWhoseEveryMarkWasStrippedIsUnsigned() throws IOException {
        var site = copyOfTheSite("stripped");
        Files.writeString(site.resolve(FROST), "<!doctype html><title>Frost</title><h1>Frost takes nothing</h1><p>Edited by Noor Halabi</p>");
        var ran = verify(site.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.json().path("results")).hasSize(printed).anySatisfy(r -> {
            assertThat(r.path("file").asString()).endsWith(FROST);
            assertThat(r.path("verdict").asString()).isEqualTo("unsigned");
        });
    }

    @Test
    void keysThatLieBesideAPageDoNotBeatTheNewsroomsOwn() throws IOException {
        var foreign = folder.resolve("foreign-newsroom");
        assertThat(new Galley(foreign).with("four plain words here\n", "init", "--name", "Skerrow Chronicle", "--person", "Noor Halabi", "--passphrase-stdin").exit()).isZero();
        
        assertThat(verify(folder.resolve("site").toString()).json().path("results").get(0).path("keys").asString()).endsWith("newsroom-keys.json");
        var own = new Galley(folder.resolve("newsroom")).run("verify", folder.resolve("site").resolve(FROST).toString(), "--json");
        assertThat(own.json().path("results").get(0).path("keys").asString()).startsWith("the newsroom ");
        var asked = new Galley(foreign).run("verify", folder.resolve("site").resolve(FROST).toString(), "--json");
        assertThat(asked.exit()).isEqualTo(1);
        assertThat(verdict(asked)).isEqualTo("unknown-key");
        assertThat(asked.err()).contains("are not those of the newsroom Skerrow Chronicle");
        assertThat(verdict(new Galley(foreign).run("verify", folder.resolve("site").resolve(FROST).toString(), "--json", "--keys", folder.resolve("site/.well-known/newsroom-keys.json").toString())))
                .isEqualTo("ours-current");
    }

    private static Path copyOfTheSite(String name) throws IOException {
        var site = folder.resolve(name);
        try (var files = Files.walk(folder.resolve("site"))) {
            for (var file : files.filter(f -> Files.isRegularFile(f) && f.toString().matches(".*(html|json|xml)")).toList()) {
                var to = site.resolve(folder.resolve("site").relativize(file).toString());
                Files.createDirectories(to.getParent());
                copy(file, to);
            }
        }
        return site;
    }

    @Test
    void theEvidenceOfAStoryIsListedAndWhatHoldsOfIt() {
        var galley = new Galley(folder.resolve("newsroom"));
        var frost = galley.run("story", "list", "--search", "apples", "--json").json().path("stories").get(0).path("id").asString();
        var evidence = galley.run("story", "evidence", frost, "--json").json().path("evidence");
        assertThat(evidence).hasSize(3).allSatisfy(e -> {
            assertThat(e.path("untied").asString()).isEmpty();
            assertThat(e.path("copy").asString()).hasSize(64);
        });
        assertThat(galley.run("story", "evidence", frost, "--add", "http://127.0.0.1:1/log", "--as", "Noor").exit()).isEqualTo(1);
    }

    private static Galley.Run verify(String... more) {
        var args = new java.util.ArrayList<>(java.util.List.of("verify", "--json"));
        args.addAll(java.util.List.of(more));
        return new Galley(folder.resolve("no-newsroom")).run(args.toArray(String[]::new));
    }

    private static String verdict(Galley.Run ran) {
        return ran.json().path("results").get(0).path("verdict").asString();
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
