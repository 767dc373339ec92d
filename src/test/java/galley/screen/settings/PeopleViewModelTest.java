package galley.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import galley.desk.Role;
import galley.screen.common.Command;
import galley.screen.settings.PeopleViewModel.Form;
import galley.store.NewsroomInATest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleViewModelTest {

    private static final String PASSPHRASE = new String(NewsroomInATest.PASSPHRASE);

    @TempDir
    Path folder;
    private NewsroomInATest newsroom;
    private SettingsInATest house;

    @BeforeEach
    void open() {
        newsroom = new NewsroomInATest(folder);
        house = new SettingsInATest(newsroom, newsroom.idris);
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void aNewPersonIsVouchedForWithAPassphraseAndGetsAKey() {
        var people = house.people();
        add(people, "Maren Holt", "wrong words entirely");
        assertThat(people.troubleProperty().get().happened()).isEqualTo("That is not Idris Bello's passphrase.");
        assertThat(newsroom.store.people().find("Maren Holt")).isEmpty();

        people.fields().ownProperty().set(PASSPHRASE);
        people.ending(Form.ADD).run();

        var maren = newsroom.store.people().find("Maren Holt").orElseThrow();
        assertThat(maren.roles()).containsExactly(Role.EDITOR);
        assertThat(maren.credits()).containsExactly("City desk");
        assertThat(newsroom.keyFiles.open(maren.id(), "another four plain words".toCharArray())).isPresent();
        assertThat(people.selectedProperty().get().person()).isEqualTo(maren);
        assertThat(house.everyone).contains(maren);
        assertThat(newsroom.store.audit().last().orElseThrow().person()).isEqualTo(newsroom.idris.id());
    }

    @Test
    void theSecondTimeInASittingNoPassphraseIsAsked() {
        var people = house.people();
        add(people, "Maren Holt", PASSPHRASE);
        people.beginAdd().run();
        assertThat(people.asksOwnProperty().get()).isFalse();
    }

    @Test
    void onlyASeniorEditorMakesASeniorEditor() {
        house.acting.personProperty().set(newsroom.rosa);
        var people = house.people();
        people.selectedProperty().set(people.lines().getFirst());
        assertThat(people.begins().getFirst().refusal().getValue()).isEqualTo("only a senior editor may");
        people.beginAdd().run();
        people.fields().nameProperty().set("Maren Holt");
        people.fields().passphraseProperty().set("another four plain words");
        people.fields().againProperty().set("another four plain words");
        people.fields().seniorProperty().set(true);
        assertThat(people.ending(Form.ADD).refusal().getValue()).isEqualTo("only a senior editor enrols another");
    }

    @Test
    void rolesAndCreditsAreAddedAndNothingIsTakenAway() {
        var people = house.people();
        people.selectedProperty().set(line(people, "Rosa Lind"));
        people.begins().getFirst().run();
        people.fields().seniorProperty().set(true);
        people.fields().creditsProperty().set("Night desk\n");
        people.fields().ownProperty().set(PASSPHRASE);
        people.ending(Form.GRANT).run();
        var rosa = newsroom.store.people().byId(newsroom.rosa.id()).orElseThrow();
        assertThat(rosa.roles()).containsExactlyInAnyOrder(Role.EDITOR, Role.SENIOR_EDITOR);
        assertThat(rosa.credits()).isEqualTo(List.of("Quay Post desk", "Night desk"));
    }

    @Test
    void aLostKeyEndsAndANewOneIsVouchedForBySomebodyElse() {
        var people = house.people();
        people.selectedProperty().set(line(people, "Rosa Lind"));
        begin(people, "Key lost");
        people.fields().ownProperty().set(PASSPHRASE);
        people.ending(Form.END_KEY).run();
        assertThat(people.selectedProperty().get().keys()).extracting(KeyWords.Key::state).containsExactly("Lost, ended 17 Nov 2026");

        newsroom.clock.pass(Duration.ofMinutes(1));
        begin(people, "New key");
        assertThat(people.ending(Form.NEW_KEY).refusal().getValue()).contains("passphrase");
        people.fields().passphraseProperty().set("another four plain words");
        people.fields().againProperty().set("another four plain words");
        people.ending(Form.NEW_KEY).run();

        assertThat(people.selectedProperty().get().keys()).extracting(KeyWords.Key::state, KeyWords.Key::voucher).containsExactly(
                tuple("Good since 17 Nov 2026", "Vouched for by Idris Bello"), tuple("Lost, ended 17 Nov 2026", "The newsroom's first key"));
        assertThat(newsroom.keyFiles.open(newsroom.rosa.id(), "another four plain words".toCharArray())).isPresent();
    }

    @Test
    void nobodyVouchesForTheirOwnNewKeyWhileOthersAreHere() {
        var people = house.people();
        people.selectedProperty().set(line(people, "Idris Bello"));
        assertThat(command(people, "New key").refusal().getValue()).startsWith("somebody else vouches");
        assertThat(people.mayCopyProperty().get()).isEmpty();
        people.selectedProperty().set(line(people, "Rosa Lind"));
        assertThat(command(people, "New key").isAllowed()).isTrue();
        assertThat(people.mayCopyProperty().get()).isEqualTo("only Rosa Lind may");
    }

    @Test
    void aLeaverMaySignUntilTheirLastDay() {
        var people = house.people();
        people.selectedProperty().set(line(people, "Ines Varga"));
        begin(people, "They leave");
        people.fields().lastDayProperty().set(LocalDate.of(2026, 11, 16));
        assertThat(people.ending(Form.LEAVE).refusal().getValue()).isEqualTo("a key cannot end in the past");
        people.fields().lastDayProperty().set(LocalDate.of(2026, 11, 30));
        people.fields().ownProperty().set(PASSPHRASE);
        people.ending(Form.LEAVE).run();
        assertThat(people.selectedProperty().get().keys()).extracting(KeyWords.Key::state).containsExactly("Good until 30 Nov 2026 23:59");
        assertThat(people.selectedProperty().get().keys().getFirst().good()).isTrue();
    }

    @Test
    void oneCopiesOnesKeyFileAndBringsItBack() throws IOException {
        var people = house.people();
        var copy = folder.resolve("copy of a key.p12");
        people.copyKeyTo(copy);
        Files.write(newsroom.keyFiles.file(newsroom.idris.id()), new byte[] {1});
        begin(people, "Bring a key file back");
        assertThat(people.ending(Form.BRING_BACK).refusal().getValue()).isEqualTo("choose the copy first");
        people.fields().fileProperty().set(copy);
        people.fields().oldProperty().set("not it at all");
        people.ending(Form.BRING_BACK).run();
        assertThat(people.troubleProperty().get().happened()).startsWith("That passphrase does not open");
        people.fields().oldProperty().set(PASSPHRASE);
        people.ending(Form.BRING_BACK).run();
        assertThat(newsroom.keyFiles.open(newsroom.idris.id(), NewsroomInATest.PASSPHRASE)).isPresent();
        assertThat(house.said).contains("Idris Bello's key file is back");
    }

    @Test
    void whoHasLeftSignsNoMore() {
        var people = house.people();
        people.selectedProperty().set(line(people, "Ines Varga"));
        begin(people, "They leave");
        people.fields().ownProperty().set(PASSPHRASE);
        people.ending(Form.LEAVE).run();
        var ines = newsroom.store.people().byId(newsroom.ines.id()).orElseThrow();
        assertThat(ines.hasLeft()).isTrue();
        assertThat(people.begins().getFirst().refusal().getValue()).isEqualTo("Ines Varga has left");
    }

    @Test
    void aPassphraseIsChangedByWhoKnowsTheOldOne() {
        var people = house.people();
        people.selectedProperty().set(line(people, "Rosa Lind"));
        people.begins().get(1).run();
        fill(people, "not it at all");
        assertThat(people.troubleProperty().get().happened()).isEqualTo("That is not the old passphrase of Rosa Lind.");
        fill(people, PASSPHRASE);
        assertThat(newsroom.keyFiles.open(newsroom.rosa.id(), "another four plain words".toCharArray())).isPresent();
    }

    private static void begin(PeopleViewModel people, String words) {
        command(people, words).run();
    }

    private static Command command(PeopleViewModel people, String words) {
        return people.begins().stream().filter(command -> command.words().equals(words)).findFirst().orElseThrow();
    }

    private static void fill(PeopleViewModel people, String old) {
        people.fields().oldProperty().set(old);
        people.fields().passphraseProperty().set("another four plain words");
        people.fields().againProperty().set("another four plain words");
        people.ending(Form.PASSPHRASE).run();
    }

    private static void add(PeopleViewModel people, String name, String own) {
        people.beginAdd().run();
        people.fields().nameProperty().set(name);
        people.fields().creditsProperty().set("City desk");
        people.fields().passphraseProperty().set("another four plain words");
        people.fields().againProperty().set("another four plain words");
        people.fields().ownProperty().set(own);
        people.ending(Form.ADD).run();
    }

    private static PeopleViewModel.Line line(PeopleViewModel people, String name) {
        return people.lines().stream().filter(line -> line.person().name().equals(name)).findFirst().orElseThrow();
    }
}
