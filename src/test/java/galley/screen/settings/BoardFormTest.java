package galley.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Board;
import galley.desk.Person;
import galley.store.NewsroomInATest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardFormTest {

    @TempDir
    Path folder;
    private NewsroomInATest room;
    private SettingsInATest house;

    @BeforeEach
    void open() {
        room = new NewsroomInATest(folder);
        house = new SettingsInATest(room, room.idris);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void seniorsAreTheBoardWhenTheNewsroomSaysSo() {
        var form = house.board();
        assertThat(form.saysProperty().get()).isEqualTo("No page says that a board verified it.");
        assertThat(form.state().refusal().getValue()).isEqualTo("nothing is changed");
        form.statedProperty().set(true);
        assertThat(form.membersProperty().get()).isEmpty();
        assertThat(form.saysProperty().get()).startsWith("Nobody is a member yet");
        form.seniorsProperty().set(true);
        assertThat(form.membersProperty().get()).extracting(Person::name).containsExactly("Idris Bello", "Tomas Roth");
        form.quorumProperty().set(3);
        assertThat(form.saysProperty().get()).endsWith("There are only 2: no page will say it.");
        form.quorumProperty().set(2);
        assertThat(form.state().refusal().getValue()).isEqualTo("needs Idris Bello's passphrase");

        form.ownProperty().set("not it at all");
        form.state().run();
        assertThat(form.troubleProperty().get().happened()).isEqualTo("That is not Idris Bello's passphrase.");
        assertThat(room.store.settings().board()).isEqualTo(Board.NONE);

        form.ownProperty().set(new String(NewsroomInATest.PASSPHRASE));
        form.state().run();
        assertThat(room.store.settings().board()).isEqualTo(new Board(2, true));
        assertThat(room.store.audit().last().orElseThrow().action()).isEqualTo("state board");
        assertThat(house.said).containsExactly("Stated. Pages go by it from the next export on.");

        form.statedProperty().set(false);
        form.state().run();
        assertThat(room.store.settings().board().isStated()).isFalse();
    }

    @Test
    void onlyASeniorEditorStatesIt() {
        house.acting.personProperty().set(room.rosa);
        var form = house.board();
        form.statedProperty().set(true);
        assertThat(form.state().refusal().getValue()).isEqualTo("only a senior editor states what the board is");
    }
}
