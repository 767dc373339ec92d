package galley.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every database must keep of the people.
public abstract class PeopleContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");

    protected abstract People people();

    protected abstract UUID newId();

    private Person added(String name, Role... roles) {
        var person = new Person(newId(), name, Set.of(roles), List.of("City desk", "“Night” desk, east"), MORNING, null);
        people().add(person);
        return person;
    }

    @Test
    public void peopleAreListedAsTheyCame() {
        var rosa = added("Rosa Lind", Role.EDITOR);
        var idris = added("Idris Bello", Role.SENIOR_EDITOR, Role.BOARD);

        assertEquals(List.of(rosa, idris), people().all());
        assertEquals(Optional.of(idris), people().byId(idris.id()));
        assertThat(people().byId(newId())).isEmpty();
    }

    @Test
    public void twoPeopleAreNeverCalledTheSame() {
        var rosa = added("Rosa Lind", Role.EDITOR);

        assertThatThrownBy(() -> added("ROSA LIND", Role.SENIOR_EDITOR)).isInstanceOf(RuntimeException.class);
        assertEquals(List.of(rosa), people().all());
    }

    @Test
    public void whoLeavesStaysOnRecord() {
        var rosa = added("Rosa Lind", Role.EDITOR);
        var gone = new Person(rosa.id(), "Rosa Lind-Okafor", Set.of(Role.SENIOR_EDITOR), List.of(), MORNING, MORNING.plusSeconds(60));

        people().update(gone);

        assertEquals(List.of(gone), people().all());
    }

    @Test
    public void aPersonIsFoundByNameIdOrAnUnambiguousBeginning() {
        var rosa = added("Rosa Lind", Role.EDITOR);
        var rosamund = added("Rosamund Quill", Role.EDITOR);

        assertEquals(Optional.of(rosa), people().find(" rosa lind "));
        assertEquals(Optional.of(rosamund), people().find(rosamund.id().toString()));
        assertEquals(Optional.of(rosamund), people().find("rosam"));
        assertThat(people().find("Rosa")).as("two begin like that").isEmpty();
        assertThat(people().find("")).isEmpty();
    }
}
