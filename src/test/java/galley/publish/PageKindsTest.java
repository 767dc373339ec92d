package galley.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of one page holds of every kind: from right to left and corrected, verified by a board, printed before its review.
class PageKindsTest {

    @TempDir
    static Path folder;
    static SignedPages pages;
    static Map<String, String> kinds;
    static PageVerifier verifier;

    @BeforeAll
    static void export() {
        pages = new SignedPages(folder);
        kinds = pages.kinds();
        verifier = new PageVerifier(pages.keys());
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    @Test
    void anotherTemplateDoesNoHarmToAnyKind() {
        kinds.forEach((kind, page) -> {
            var changes = PageMutations.harmless(pages, page);
            assertThat(changes).as(kind).hasSizeGreaterThan(30);
            changes.forEach(change -> {
                var verdict = verifier.verify("page", change.html());
                assertThat(verdict.differences()).as(kind + ": " + change).isEmpty();
                assertThat(verdict.verdict()).as(kind + ": " + change).isEqualTo(Verdict.Kind.OURS_CURRENT);
            });
        });
    }

    /// Each trick on one of the kinds; on all of them with `-Dgalley.thorough=true`.
    @Test
    void everyTrickIsNamedOnOtherKindsToo() {
        int every = Boolean.getBoolean("galley.thorough") ? 1 : kinds.size();
        int kind = 0;
        for (var name : new TreeSet<>(kinds.keySet())) {
            var tricks = PageTricks.of(kinds.get(name));
            for (int i = kind++ % every; i < tricks.size(); i += every) {
                var trick = tricks.get(i);
                assertThat(verifier.verify("page", trick.html()).differences()).as(name + ": " + trick).anySatisfy(d -> assertThat(d).contains(trick.named()));
            }
        }
    }
}
