package galley.publish;

import static galley.store.NewsroomInATest.done;

import galley.desk.Person;
import galley.signoff.Enrolment;
import galley.signoff.Header;
import galley.signoff.Jws;
import galley.signoff.KeyFiles;
import galley.signoff.KeySet;
import galley.signoff.Meaning;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.story.Correction;
import galley.story.Evidence;
import galley.story.Json;
import galley.story.Picture;
import galley.story.Source;
import galley.story.Story;
import galley.story.StoryText;
import galley.work.Cancel;
import galley.work.Progress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;

/// Two really exported pages: one with everything a page can carry, and another of the same newsroom. The keys are at hand, so
/// that a test can sign what nobody should have signed.
final class SignedPages implements AutoCloseable {

    final NewsroomInATest room;
    final Path site;
    final String page;
    final String other;
    final KeySet keys;
    final Exporter exporter;
    final Story story;
    private final Enrolment enrolment;

    SignedPages(Path folder) {
        room = new NewsroomInATest(folder.resolve("newsroom"));
        site = folder.resolve("site");
        enrolment = new Enrolment(room.store.people(), room.store.keys(), room.store.audit(), room.store.inOneGo(), room.keyFiles,
                room.folder.resolve("keys"), room.clock, Store::newId);
        var ledger = new ClaimLedger(room.store.wire(), room.store.assets());
        var writer = new SiteWriter(new SiteWriter.Shelves(room.store.stories(), room.store.signOffs(), room.store.wire(), room.store.assets(),
                room.store.people(), room.store.keys(), room.store.publishedLines(), room.store.settings()::board));
        exporter = new Exporter(room.flow, room.store.stories(), room.store.audit(), ledger, writer, enrolment::newsroomKey, room.clock, Store::newId);
        story = ready(full());
        var second = ready(NewsroomInATest.harbour());
        export();
        page = html(story);
        other = html(second);
        keys = keys();
    }

    /// Pages of other kinds: written from right to left, verified by a board, printed before its review.
    Map<String, String> kinds() {
        var arabic = ready(new StoryText("souq", "سوق السمك يعود إلى العمل فجر الخميس", "ستة أشهر من الإغلاق.", "روزا ليند", "سكيرو",
                "<p>يفتح سوق السمك أبوابه فجر الخميس، بعد 41 يوما.</p><p>ويقول الصيادون إن <a href=\"https://port.example/\">الميناء</a> ليس جاهزا.</p>", List.of(),
                "<p>حسابنا الخاص يقول إن الإغلاق كان الأطول منذ سنوات.</p>", "", List.of(), new Source("Northwire", "https://northwire.example/souq"),
                List.of(new Correction(Instant.parse("2026-11-17T07:00:00Z"), "قالت نسخة سابقة إنه الأربعاء.")), "Harbour", List.of(), "ar", ""));
        room.store.settings().state(new galley.desk.Board(2, true));
        var verified = ready(full());
        done(room.sign(verified, Meaning.BOARD, room.tomas));
        done(room.sign(verified, Meaning.BOARD, room.idris));
        var urgent = room.taken(room.rosa);
        done(room.type(urgent, room.rosa, full().withHeadline("Flood warning for the quay tonight")));
        done(room.sign(urgent, Meaning.EDITED, room.rosa));
        var refused = exporter.exportBeforeReview(urgent.id(), site, room.idris, "The water rises.", room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel()).refused();
        if (!refused.isEmpty()) {
            throw new AssertionError(refused.toString());
        }
        export();
        return Map.of("right to left", html(arabic), "verified by the board", html(verified), "before its review", html(urgent));
    }

    Story ready(StoryText text) {
        var taken = room.taken(room.rosa);
        done(room.type(taken, room.rosa, text));
        done(room.sign(taken, Meaning.EDITED, room.rosa));
        done(room.sign(taken, Meaning.REVIEWED, room.idris));
        return taken;
    }

    void export() {
        exporter.export(List.of(), site, room.rosa, false, room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel());
    }

    String html(Story story) {
        return read(site.resolve(room.store.stories().publications(story.id()).getLast().path()));
    }

    KeySet keys() {
        return KeySet.read(read(site.resolve(".well-known/newsroom-keys.json")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A story with every part filled, from a wire item.
    private StoryText full() {
        var chart = room.store.assets().keep("image/png", picture());
        var log = room.store.assets().keep("text/plain", "Harbour log, Tuesday: 41 ships lay outside the mole.".getBytes(StandardCharsets.UTF_8));
        var pictures = List.of(new Picture(chart, "image/png", 40, 30, "Waves break over the mole", "The mole on Tuesday.", "Photo: Ines Varga", ""),
                new Picture(chart, "image/png", 40, 30, "A chart of wave heights", "Heights since Monday.", "Chart: Quay Post", ""));
        var body = "<p>The harbour stayed closed on Tuesday, and 41 ships did not enter.</p><p>Its <a href=\"https://port.example/log?day=2\">log</a> "
                + "says “nobody was hurt” — for the <em>third</em> time in 10<sup>2</sup> years.</p><h2>What comes next</h2>"
                + "<ul><li>The café opens again.</li><li>The pilots wait.</li></ul><p>The mole will not be raised this year.</p>";
        return new StoryText("storm", "Storm keeps the harbour shut", "Forty-one ships wait outside.", "Rosa Lind, with Northwire", "QUAY HARBOUR",
                body, pictures, "<p>Our own count of closures since 1998 gives nine, and <a href=\"https://quaypost.example/count\">this one</a> is the longest.</p>",
                "We counted the ships from the roof.", List.of(new Evidence("https://port.example/log", "Harbour log", Evidence.Kind.PRIMARY,
                        NewsroomInATest.MORNING, log, "41 ships lay outside the mole", "The harbour stayed closed on Tuesday, and 41 ships did not enter.")),
                new Source("Northwire", "https://northwire.example/port"),
                List.of(new Correction(Instant.parse("2026-11-17T07:00:00Z"), "An earlier version said forty ships.")), "Weather", List.of("Harbour"), "en", "");
    }

    private static byte[] picture() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- signing what should not be

    /// The page with its block put together anew: any signers, any headers.
    String resigned(List<Map<String, Object>> headers, List<KeyFiles.OpenKey> signers) {
        var payload = Json.MAPPER.readTree(block(page)).path("payload").asString();
        var signatures = new ArrayList<Jws.Signature>();
        for (int i = 0; i < headers.size(); i++) {
            var header = new java.util.LinkedHashMap<>(headers.get(i));
            header.put("kid", signers.get(i).kid());
            if (i > 0) {
                header.put("prev", signatures.getLast().hash());
            }
            signatures.add(Jws.sign(Json.write(header), payload, signers.get(i).key()));
        }
        return withBlock(new Jws.Block(payload, signatures).json());
    }

    /// The three headers as they were signed.
    List<Map<String, Object>> headers() {
        var headers = new ArrayList<Map<String, Object>>();
        for (var signature : Json.MAPPER.readTree(block(page)).path("signatures")) {
            headers.add(headerOf(signature.path("protected").asString()));
        }
        return headers;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> headerOf(String header) {
        Header.read(header);
        return Json.read(new String(Jws.decode(header), StandardCharsets.UTF_8), Map.class);
    }

    KeyFiles.OpenKey key(Person person) {
        return room.key(person);
    }

    KeyFiles.OpenKey newsroomKey() {
        return enrolment.newsroomKey("Quay Post");
    }

    static String block(String page) {
        return PageVerifier.json(Jsoup.parse(page).selectFirst("script[type=application/jose+json]"));
    }

    String withBlock(String json) {
        return page.replace(block(page), json);
    }

    @Override
    public void close() {
        room.close();
    }
}
