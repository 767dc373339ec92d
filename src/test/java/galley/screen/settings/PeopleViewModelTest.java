package galley.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Role;
import galley.screen.settings.PeopleViewModel.Form;
import galley.store.NewsroomInATest;
import java.nio.file.Path;
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

        people.ownProperty().set(PASSPHRASE);
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
        people.nameProperty().set("Maren Holt");
        people.passphraseProperty().set("another four plain words");
        people.againProperty().set("another four plain words");
        people.seniorProperty().set(true);
        assertThat(people.ending(Form.ADD).refusal().getValue()).isEqualTo("only a senior editor enrols another");
    }

    @Test
    void rolesAndCreditsAreAddedAndNothingIsTakenAway() {
        var people = house.people();
        people.selectedProperty().set(line(people, "Rosa Lind"));
        people.begins().getFirst().run();
        people.seniorProperty().set(true);
        people.creditsProperty().set("Night desk\n");
        people.ownProperty().set(PASSPHRASE);
        people.ending(Form.GRANT).run();
        var rosa = newsroom.store.people().byId(newsroom.rosa.id()).orElseThrow();
        assertThat(rosa.roles()).containsExactlyInAnyOrder(Role.EDITOR, Role.SENIOR_EDITOR);
        assertThat(rosa.credits()).isEqualTo(List.of("Quay Post desk", "Night desk"));
    }

    @Test
    void whoHasLeftSignsNoMore() {
        var people = house.people();
        people.selectedProperty().set(line(people, "Ines Varga"));
        people.begins().getLast().run();
        people.ownProperty().set(PASSPHRASE);
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

    private static void fill(PeopleViewModel people, String old) {
        people.oldProperty().set(old);
        people.passphraseProperty().set("another four plain words");
        people.againProperty().set("another four plain words");
        people.ending(Form.PASSPHRASE).run();
    }

    private static void add(PeopleViewModel people, String name, String own) {
        people.beginAdd().run();
        people.nameProperty().set(name);
        people.creditsProperty().set("City desk");
        people.passphraseProperty().set("another four plain words");
        people.againProperty().set("another four plain words");
        people.ownProperty().set(own);
        people.ending(Form.ADD).run();
    }

    private static PeopleViewModel.Line line(PeopleViewModel people, String name) {
        return people.lines().stream().filter(line -> line.person().name().equals(name)).findFirst().orElseThrow();
    }
}
