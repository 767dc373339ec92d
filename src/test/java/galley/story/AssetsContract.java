package galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What every database must keep of pictures and copies.
public abstract class AssetsContract {

    protected abstract Assets assets();

    @Test
    public void bytesAreFoundUnderTheirHash() {
        var bytes = new byte[70_000];
        new java.util.Random(3).nextBytes(bytes);

        var hash = assets().keep("image/png", bytes);

        assertThat(hash).isEqualTo(Hash.hex(bytes));
        assertThat(assets().asset(hash)).hasValueSatisfying(asset -> {
            assertThat(asset.bytes()).isEqualTo(bytes);
            assertThat(asset.mediaType()).isEqualTo("image/png");
        });
        assertThat(assets().asset("0".repeat(64))).isEmpty();
    }

    @Test
    public void keepingTheSameBytesTwiceChangesNothing() {
        var bytes = "a copy".getBytes();
        var first = assets().keep("text/plain", bytes);

        assertThat(assets().keep("text/html", bytes)).isEqualTo(first);
        assertThat(assets().asset(first)).hasValueSatisfying(asset -> assertThat(asset.mediaType()).isEqualTo("text/plain"));
    }
}
