package galley.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import galley.publish.PageMutations.Mutation;
import galley.signoff.KeySet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An exported page, told in another template: still the same words. The same page with other words: named.
class PageMutationsTest {

    @TempDir
    static Path folder;
    static SignedPages pages;

    @BeforeAll
    static void export() {
        pages = new SignedPages(folder);
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    static List<Mutation> harmless() {
        return PageMutations.harmless(pages);
    }

    static List<Mutation> harmful() {
        return PageMutations.harmful(pages);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void anotherTemplateDoesNoHarm(Mutation mutation) {
        var verdict = verify(mutation.html());
        assertThat(verdict.differences()).as(mutation.name()).isEmpty();
        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.OURS_CURRENT);
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void otherWordsAreNamed(Mutation mutation) {
        var verdict = verify(mutation.html());
        assertThat(verdict.verdict()).as(mutation.name()).isEqualTo(Verdict.Kind.ALTERED);
        assertThat(verdict.differences()).anySatisfy(d -> assertThat(d).contains(mutation.named()));
    }

    @Test
    void foreignKeysAreCalledUnknownAndMissingSignaturesUnsigned() {
        try (var foreign = new SignedPages(folder.resolve("foreign"))) {
            assertThat(new PageVerifier(foreign.keys).verify("page", pages.page).verdict()).isEqualTo(Verdict.Kind.UNKNOWN_KEY);
        }
        assertThat(new PageVerifier(new KeySet(List.of())).verify("page", pages.page).verdict()).isEqualTo(Verdict.Kind.UNKNOWN_KEY);
        assertThat(verify(pages.page.replaceAll("(?s)<script type=\"application/jose\\+json\".*?</script>", "")).verdict()).isEqualTo(Verdict.Kind.UNSIGNED);
    }

    @Test
    void aJoseLibraryAgreesOnEverySignatureThatHolds() throws Exception {
        var set = JWKSet.parse(pages.keys.json());
        for (var mutation : harmless()) {
            var jws = JWSObjectJSON.parse(SignedPages.block(mutation.html()));
            assertThat(jws.getSignatures()).hasSize(3);
            for (var signature : jws.getSignatures()) {
                var key = set.getKeyByKeyId(signature.getHeader().getKeyID()).toOctetKeyPair();
                assertThat(key.computeThumbprint().toString()).isEqualTo(key.getKeyID());
                assertThat(signature.verify(new Ed25519Verifier(key))).isTrue();
            }
        }
        var edited = JWSObjectJSON.parse(SignedPages.block(harmful().stream().filter(m -> m.name().equals("an edited payload")).findFirst().orElseThrow().html()));
        for (var signature : edited.getSignatures()) {
            assertThat(signature.verify(new Ed25519Verifier(set.getKeyByKeyId(signature.getHeader().getKeyID()).toOctetKeyPair()))).isFalse();
        }
    }

    private static Verdict verify(String html) {
        return new PageVerifier(pages.keys).verify("page", html);
    }
}
