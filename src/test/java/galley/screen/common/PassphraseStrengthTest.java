package galley.screen.common;

import static galley.screen.common.PassphraseStrength.FAIR;
import static galley.screen.common.PassphraseStrength.GOOD;
import static galley.screen.common.PassphraseStrength.NONE;
import static galley.screen.common.PassphraseStrength.SHORT;
import static galley.screen.common.PassphraseStrength.STRONG;
import static galley.screen.common.PassphraseStrength.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassphraseStrengthTest {

    @Test
    void lengthComesBeforeEverything() {
        assertThat(of("")).isEqualTo(NONE);
        assertThat(of("R7$q")).isEqualTo(SHORT);
        assertThat(SHORT.isEnough()).isFalse();
    }

    @Test
    void runsRepeatsAndNamesAreEasilyGuessed() {
        assertThat(of("aaaaaaaaaaaaaaaa")).isEqualTo(WEAK);
        assertThat(of("1234567890")).isEqualTo(WEAK);
        assertThat(of("rosalind99")).isEqualTo(WEAK);
        assertThat(of("password")).isEqualTo(WEAK);
    }

    @Test
    void everyWordMoreIsBetter() {
        assertThat(of("herring lamp")).isEqualTo(FAIR);
        assertThat(of("herring lamp cello")).isEqualTo(GOOD);
        assertThat(of("herring lamp cello window")).isEqualTo(STRONG);
    }

    private static PassphraseStrength of(String passphrase) {
        return PassphraseStrength.of(passphrase, "Rosa Lind");
    }
}
