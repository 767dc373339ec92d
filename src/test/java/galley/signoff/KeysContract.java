package galley.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every database must keep of the public keys.
public abstract class KeysContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");

    protected abstract PublicKeyRecord.Keys keys();

    /// Adds a person and answers their id.
    protected abstract UUID person(String name);

    private static PublicKeyRecord key(char letter, UUID person, UUID enrolledBy) {
        return new PublicKeyRecord(String.valueOf(letter).repeat(43), "x".repeat(43), person, MORNING, null, enrolledBy);
    }

    @Test
    public void keysAreListedAsTheyCame() {
        var rosa = person("Rosa Lind");
        var idris = person("Idris Bello");
        var newsroom = key('n', null, null);
        var rosas = key('r', rosa, null);
        var idriss = key('i', idris, rosa);
        List.of(newsroom, rosas, idriss).forEach(keys()::add);

        assertEquals(List.of(newsroom, rosas, idriss), keys().all());
    }

    @Test
    public void anEndedKeyStaysWithItsEnd() {
        var rosas = key('r', person("Rosa Lind"), null);
        keys().add(rosas);
        var evening = MORNING.plusSeconds(36_000);

        keys().end(rosas.kid(), evening);

        assertEquals(List.of(new PublicKeyRecord(rosas.kid(), rosas.x(), rosas.person(), MORNING, evening, null)), keys().all());
    }

    @Test
    public void aKeyIsEnrolledOnce() {
        var rosas = key('r', person("Rosa Lind"), null);
        keys().add(rosas);

        assertThatThrownBy(() -> keys().add(key('r', person("Idris Bello"), null))).isInstanceOf(RuntimeException.class);
        assertThat(keys().all()).containsExactly(rosas);
    }
}
