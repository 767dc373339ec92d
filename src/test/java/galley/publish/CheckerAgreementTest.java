package galley.publish;

import static galley.screen.Fx.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import galley.publish.PageMutations.Mutation;
import galley.publish.page.Inlined;
import galley.signoff.Ed25519;
import galley.signoff.Jws;
import galley.story.Addresses;
import galley.story.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.web.WebView;
import netscape.javascript.JSObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checker that readers run and the program's own verifier say the same of every page, word for word.
class CheckerAgreementTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    static Path folder;
    static SignedPages pages;
    static List<Mutation> mutations;
    static galley.signoff.KeySet keys;
    static List<Verdict> verdicts;

    @BeforeAll
    static void export() {
        pages = new SignedPages(folder.resolve("newsroom"));
        mutations = new ArrayList<>();
        mutations.addAll(PageMutations.harmless(pages));
        mutations.addAll(PageMutations.harmful(pages));
        mutations.add(new Mutation("unsigned", "<article><p>Words</p></article>", ""));
        mutations.add(new Mutation("another page", pages.other, ""));
        // Of the other kinds of page, each trick once: what is common to all was said above.
        var kinds = List.copyOf(new java.util.TreeMap<>(pages.kinds()).values());
        mutations.addAll(kinds.stream().map(page -> new Mutation("another kind", page, "")).toList());
        for (int kind = 0; kind < kinds.size(); kind++) {
            var tricks = PageTricks.of(kinds.get(kind));
            for (int i = kind; i < tricks.size(); i += 4 * kinds.size()) {
                mutations.add(tricks.get(i));
            }
        }
        keys = pages.keys();
        var verifier = new PageVerifier(keys);
        verdicts = mutations.stream().map(m -> verifier.verify("page", m.html())).toList();
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    /// The window's own browser has no Ed25519, so Java lends it digests and signatures; everything else is the page's script.
    @Test
    void theScriptAgreesInTheWindowsBrowser() throws Exception {
        var lender = new Lender();
        var engine = fx(() -> new WebView().getEngine());
        fx(() -> {
            engine.loadContent("<!doctype html><title>Checker</title>");
        });
        galley.screen.Fx.until("the page is there", () -> engine.getLoadWorker().getState() == javafx.concurrent.Worker.State.SUCCEEDED);
        fx(() -> {
            ((JSObject) engine.executeScript("window")).setMember("lender", lender);
            engine.executeScript(script() + RUN.formatted("""
                    ({ sha256: async bytes => bytesOf(lender.sha256(text(bytes))), verify: async (key, signature, bytes) =>
                       lender.verify(text(key), text(signature), text(bytes)) })""") + """
                    const text = bytes => Array.from(bytes, b => String.fromCharCode(b)).join("");
                    const bytesOf = text => Uint8Array.from(text, c => c.charCodeAt(0));
                    run(Array.from({ length: lender.count() }, (_, i) => lender.html(i)), lender.keys(), JSON.parse(lender.config()))
                      .then(found => lender.done(JSON.stringify(found)), fault => lender.done(JSON.stringify([String(fault)])));
                    """);
        });
        assertAgrees(lender.answer.get(60, TimeUnit.SECONDS));
    }

    @Test
    void thePageAgreesInABrowserWithItsOwnCryptography() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium on this machine: the browser's own cryptography is not tried");
        var answer = new CompletableFuture<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var asked = Json.write(Map.of("pages", mutations.stream().map(Mutation::html).toList(), "keys", keys.json(), "config", Json.read(CheckerConfig.json(), Map.class)));
        server.createContext("/", exchange -> {
            var body = switch (exchange.getRequestURI().getPath()) {
                case "/" -> "<!doctype html><title>Checker</title><script>" + script() + RUN.formatted("GalleyChecker.webCrypto") + """
                        fetch("/asked").then(a => a.json()).then(a => run(a.pages, a.keys, a.config))
                          .catch(fault => [String(fault)]).then(found => fetch("/found", { method: "POST", body: JSON.stringify(found) }));
                        </script>""";
                case "/asked" -> asked;
                case "/found" -> {
                    answer.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    yield "thanks";
                }
                default -> "";
            };
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", exchange.getRequestURI().getPath().equals("/") ? "text/html;charset=utf-8" : "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var command = new ProcessBuilder(CHROMIUM.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir=" + folder.resolve("browser"),
                "--remote-debugging-port=0", "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .redirectErrorStream(true).redirectOutput(folder.resolve("browser.log").toFile());
        command.environment().put("TMPDIR", folder.toString());
        var browser = command.start();
        try {
            assertAgrees(answer.get(60, TimeUnit.SECONDS));
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly().waitFor();
            server.stop(0);
        }
    }

    @Test
    void addressesAreResolvedAlike() {
        var engine = fx(() -> new WebView().getEngine());
        var base = "https://a.example/2026/11/page.html?x#y";
        for (var address : List.of("g", "./g", "../g", "../../../g", "/g/../h/./i", "//else.example/x", "?q=/../", "#z", "", "..", "g#../x", "mailto:a@b", "a:b")) {
            var said = fx(() -> (String) engine.executeScript(script() + "GalleyChecker.resolved(" + Json.write(base) + ", " + Json.write(address) + ")"));
            assertThat(said).as(address).isEqualTo(Addresses.resolved(base, address));
        }
    }

    private static final String RUN = """
            ;const run = async (pages, keys, config) => {
              const found = [];
              for (const html of pages) {
                const v = await GalleyChecker.verify(html, keys, config, %s);
                found.push({ verdict: v.verdict, editedBy: v.editedBy, reviewedBy: v.reviewedBy, differences: v.differences, story: v.story,
                  url: v.url, editedAt: v.editedAt, reviewedAt: v.reviewedAt, text: v.text });
              }
              return found;
            };
            """;

    private static void assertAgrees(String json) {
        var found = Json.MAPPER.readTree(json);
        assertThat(found.size()).as(json.substring(0, Math.min(300, json.length()))).isEqualTo(mutations.size());
        for (int i = 0; i < mutations.size(); i++) {
            var verdict = verdicts.get(i);
            var expected = new LinkedHashMap<String, Object>();
            expected.put("verdict", verdict.verdict().code());
            expected.put("editedBy", verdict.editedBy());
            expected.put("reviewedBy", verdict.reviewedBy());
            expected.put("differences", verdict.differences());
            expected.put("story", verdict.story());
            expected.put("url", verdict.url());
            expected.put("editedAt", verdict.editedAt());
            expected.put("reviewedAt", verdict.reviewedAt());
            expected.put("text", verdict.text());
            assertThat(Json.MAPPER.treeToValue(found.get(i), Map.class)).as(mutations.get(i).name()).isEqualTo(expected);
        }
    }

    private static String script() {
        return Inlined.checker();
    }

    /// What the window's browser is lent. Public, for its bridge calls only what is.
    public static final class Lender {
        final CompletableFuture<String> answer = new CompletableFuture<>();

        public int count() {
            return mutations.size();
        }

        public String html(int i) {
            return mutations.get(i).html();
        }

        public String keys() {
            return keys.json();
        }

        public String config() {
            return CheckerConfig.json();
        }

        public String sha256(String bytes) throws Exception {
            return new String(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
        }

        public boolean verify(String key, String signature, String bytes) throws Exception {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(Ed25519.fromX(Jws.encode(key.getBytes(StandardCharsets.ISO_8859_1))));
            check.update(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return check.verify(signature.getBytes(StandardCharsets.ISO_8859_1));
        }

        public void done(String found) {
            answer.complete(found);
        }
    }
}
