package galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    /// The cases of RFC 3986, section 5.4, that a page can meet.
    @ParameterizedTest
    @CsvSource(nullValues = "nothing", value = {"g, http://a/b/c/g", "./g, http://a/b/c/g", "g/, http://a/b/c/g/", "/g, http://a/g", "//g, http://g", "?y, http://a/b/c/d;p?y",
            "g?y, http://a/b/c/g?y", "#s, http://a/b/c/d;p?q#s", "g#s, http://a/b/c/g#s", "'', http://a/b/c/d;p?q", ".., http://a/b/", "../g, http://a/b/g",
            "../.., http://a/", "../../g, http://a/g", "../../../g, http://a/g", "/./g, http://a/g", "/../g, http://a/g", "g., http://a/b/c/g.", "./../g, http://a/b/g",
            "./g/., http://a/b/c/g/", "g/../h, http://a/b/c/h", "g?y/../x, http://a/b/c/g?y/../x", "mailto:a@b, mailto:a@b", "HTTPS://Else, HTTPS://Else"})
    void relativeLinksAreResolvedAsTheRuleSays(String address, String resolved) {
        assertThat(Addresses.resolved("http://a/b/c/d;p?q#here", address)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/x, https://A.example/y, true", "https://a.example/x, http://a.example/x, false", "https://a.example/x, https://a.example.evil/x, false",
            "https://a.example/x, javascript:1, false"})
    void aSiteIsItsSchemeAndHost(String one, String other, boolean same) {
        assertThat(Addresses.isSameSite(one, other)).isEqualTo(same);
    }
}
