package galley.screen.editor;

import static galley.store.NewsroomInATest.harbour;
import static org.assertj.core.api.Assertions.assertThat;

import galley.publish.ClaimLedger;
import galley.publish.HouseRules;
import galley.signoff.Reason;
import galley.story.Evidence;
import galley.story.Hash;
import galley.story.Picture;
import galley.story.Story;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures and evidence of the story that is open, without a window.
class EditorFormsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 4, (byte) 0xB0, 0, 0, 2, (byte) 0xA3};
    private static final String LOG = "<html><head><title>Harbour log, 17 November</title></head><body><p>Gate shut at 06:40 by order.</p></body></html>";

    @TempDir
    Path folder;
    private EditingInATest desk;
    private EditorViewModel model;
    private Story story;

    @BeforeEach
    void open() {
        desk = new EditingInATest(folder.resolve("room"));
        desk.room.preflight = new HouseRules();
        model = desk.model;
        story = desk.room.taken(desk.room.rosa);
        model.open(story.id());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private PictureDesk pictures() {
        return new PictureDesk(model, desk.work, (address, _) -> new Elsewhere.Found(address, "", "image/png", PNG));
    }

    private EvidenceForm evidence(Evidence before) {
        return new EvidenceForm(model, desk.work, (address, _) -> new Elsewhere.Found(address, "Harbour log, 17 November", "text/html",
                LOG.getBytes(StandardCharsets.UTF_8)), before);
    }

    // ---- pictures

    @Test
    void aPictureFromAFileAsksForItsWordsBeforeTheSignature() throws Exception {
        var pictures = pictures();
        pictures.add(Files.write(folder.resolve("wall.png"), PNG));
        var picture = stored().getFirst();
        assertThat(picture).isEqualTo(new Picture(Hash.hex(PNG), "image/png", 1200, 675, "", "", "", ""));
        assertThat(desk.room.store.assets().asset(picture.asset())).isPresent();
        assertThat(model.aroundProperty().get().against()).extracting(Reason::place)
                .containsExactly("preflight picture-without-words", "preflight picture-without-credit");

        pictures.describe(picture.asset(), p -> new Picture(p.asset(), p.mediaType(), p.width(), p.height(), "The east wall under water", "The wall", "R. Lind", "CC0 1.0"));
        assertThat(stored().getFirst().alt()).isEqualTo("The east wall under water");
        assertThat(model.aroundProperty().get().against()).isEmpty();
    }

    @Test
    void theWiresPictureIsTakenAndTakenOutAgainAndBack() {
        var pictures = pictures();
        pictures.take("https://northwire.example/wall.png", story.entry());
        assertThat(stored()).hasSize(1);
        pictures.take("https://northwire.example/wall.png", story.entry());
        assertThat(pictures.problemProperty().get().happened()).contains("in the story already");
        pictures.remove(Hash.hex(PNG));
        assertThat(stored()).isEmpty();
        desk.heard.offered.getFirst().run();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void whatIsNoPictureIsRefusedAndSaid() throws Exception {
        var pictures = pictures();
        pictures.add(Files.writeString(folder.resolve("wall.jpg"), "not a picture at all"));
        assertThat(pictures.problemProperty().get().happened()).isEqualTo("That is no picture a page can carry.");
        pictures.add(folder.resolve("gone.png"));
        assertThat(pictures.problemProperty().get()).isNotNull();
        assertThat(pictures.busyProperty().get()).isFalse();
        assertThat(stored()).isEmpty();
    }

    @Test
    void picturesChangePlaces() {
        var a = new Picture("aa", "image/png", 1, 1, "A", "", "", "");
        var b = new Picture("bb", "image/png", 1, 1, "B", "", "", "");
        model.changed(harbour().withPictures(List.of(a, b)));
        pictures().up("bb");
        assertThat(stored()).containsExactly(b, a);
        desk.heard.offered.getFirst().run();
        assertThat(stored()).containsExactly(a, b);
    }

    // ---- evidence

    @Test
    void evidenceIsFetchedKeptAndTiedToASentence() {
        var form = evidence(null);
        assertThat(form.missingProperty().get()).isEqualTo("needs a web address");
        form.urlProperty().set("https://harbour.example/log");
        form.fetch();
        assertThat(form.titleProperty().get()).isEqualTo("Harbour log, 17 November");
        assertThat(form.copyProperty().get()).startsWith("A copy is kept since");
        form.passageProperty().set("Gate shut at 06:40 by order.");
        assertThat(form.sentences()).contains("The harbour stayed closed on Tuesday.", "No one was hurt.");
        form.supportsProperty().set("The harbour stayed closed on Tuesday.");
        assertThat(form.keep()).isTrue();

        var kept = desk.room.file(story).text().evidence().getFirst();
        assertThat(kept.copyHash()).isEqualTo(Hash.hex(LOG.getBytes(StandardCharsets.UTF_8)));
        assertThat(model.aroundProperty().get().untied()).containsExactly("");
        assertThat(model.aroundProperty().get().promises()).anyMatch(p -> p.holds() && p.words().equals("Primary sources"));
    }

    @Test
    void whatIsMissingForEvidenceToCountIsSaid() {
        var ledger = new ClaimLedger(desk.room.store.wire(), desk.room.store.assets());
        var copy = desk.room.store.assets().keep("text/html", LOG.getBytes(StandardCharsets.UTF_8));
        var at = desk.room.clock.instant();
        assertThat(ledger.untied(new Evidence("https://a.example", "Log", Evidence.Kind.PRIMARY, null, null, "x", "y"), harbour())).isEqualTo("No copy of it is kept.");
        assertThat(ledger.untied(new Evidence("https://a.example", "Log", Evidence.Kind.PRIMARY, at, copy, "", "y"), harbour())).isEqualTo("No passage is quoted from it.");
        assertThat(ledger.untied(new Evidence("https://a.example", "Log", Evidence.Kind.PRIMARY, at, copy, "Gate shut", ""), harbour()))
                .isEqualTo("It supports no sentence yet.");
        assertThat(ledger.untied(new Evidence("https://a.example", "Log", Evidence.Kind.PRIMARY, at, copy, "Gate shut", "Never said"), harbour()))
                .isEqualTo("The sentence it supports does not stand in the text.");
        assertThat(ledger.untied(new Evidence("https://a.example", "Log", Evidence.Kind.PRIMARY, at, copy, "Gate open", "No one was hurt."), harbour()))
                .isEqualTo("The passage does not stand in the kept copy.");
    }

    @Test
    void aNewAddressNeedsANewCopy() {
        var form = evidence(null);
        form.urlProperty().set("https://harbour.example/log");
        form.fetch();
        form.urlProperty().set("https://elsewhere.example/other");
        assertThat(form.copyProperty().get()).isEqualTo("No copy is kept yet.");
    }

    @Test
    void evidenceIsChangedInItsPlaceAndTakenOutWithAWayBack() {
        var first = new Evidence("https://a.example/1", "One", Evidence.Kind.SECONDARY, null, null, "", "");
        var second = new Evidence("https://a.example/2", "Two", Evidence.Kind.SECONDARY, null, null, "", "");
        model.changed(harbour().withEvidence(List.of(first, second)));
        var form = evidence(first);
        form.kindProperty().set(Evidence.Kind.PRIMARY);
        form.keep();
        assertThat(desk.room.file(story).text().evidence()).extracting(Evidence::kind).containsExactly(Evidence.Kind.PRIMARY, Evidence.Kind.SECONDARY);
        EvidenceForm.remove(model, second);
        assertThat(desk.room.file(story).text().evidence()).hasSize(1);
        desk.heard.offered.getFirst().run();
        assertThat(desk.room.file(story).text().evidence()).hasSize(2);
    }

    @Test
    void aDocumentThatDoesNotComeIsSaidAndNothingIsKept() {
        var form = new EvidenceForm(model, desk.work, Elsewhere.NOWHERE, null);
        form.urlProperty().set("https://harbour.example/log");
        form.fetch();
        assertThat(form.problemProperty().get().happened()).contains("cannot be fetched");
        assertThat(form.busyProperty().get()).isFalse();
    }

    private List<Picture> stored() {
        return desk.room.file(story).text().pictures();
    }
}
