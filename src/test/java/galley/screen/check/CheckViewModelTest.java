package galley.screen.check;

import static org.assertj.core.api.Assertions.assertThat;

import galley.notice.Notice;
import galley.publish.Verdict;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.work.ImmediateWork;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckViewModelTest {

    private static final Times TIMES = new Times(Clock.fixed(Instant.parse("2026-11-17T18:30:00Z"), ZoneOffset.UTC));

    private final List<String> told = new ArrayList<>();
    private final Notices notices = new Notices() {
        @Override
        public void say(String icon, String words, Command... acts) {}

        @Override
        public void tell(Notice notice) {
            told.add(notice.happened());
        }
    };

    @Test
    void whatIsWrongStandsFirstAndIsCounted() {
        var model = model(_ -> new CheckViewModel.Answer(List.of(page("a.html", Verdict.Kind.OURS_CURRENT), page("b.html", Verdict.Kind.ALTERED),
                page("c.html", Verdict.Kind.OURS_SUPERSEDED)), List.of("d.html could not be read.")));
        model.check(List.of("/site"));
        assertThat(model.pages()).extracting(CheckedPage::file).containsExactly("b.html", "c.html", "a.html");
        assertThat(model.chosenProperty().get().file()).isEqualTo("b.html");
        assertThat(model.saysProperty().get()).isEqualTo("3 pages · 1 signed and unchanged · 1 of an older version · 1 altered");
        assertThat(model.problems()).containsExactly("d.html could not be read.");
        assertThat(model.checkingProperty().get()).isFalse();
    }

    @Test
    void aPageSaysWhoSignedItAndWhichBlockDiffers() {
        var page = page("b.html", Verdict.Kind.ALTERED, "body block 2 differs: “No one was hurt”.", "headline differs: “Storm”.", "A link was added: https://x.example.");
        assertThat(page.signed(TIMES)).containsExactly("Edited by Rosa Lind, 09:00", "Reviewed by Idris Bello, 10:00", "This version published, 11:00");
        assertThat(page.words()).extracting(CheckedPage.Block::name, CheckedPage.Block::differs).containsExactly(
                org.assertj.core.groups.Tuple.tuple("Headline", true), org.assertj.core.groups.Tuple.tuple("Body 1", false), org.assertj.core.groups.Tuple.tuple("Body 2", true));
        assertThat(page.name()).isEqualTo("Storm");
        assertThat(page.title()).isEqualTo("Not as it was signed");
    }

    @Test
    void severalThingsThatWereDroppedAreCheckedTogether() {
        var asked = new ArrayList<String>();
        var model = model(what -> {
            asked.add(what);
            return new CheckViewModel.Answer(List.of(page(what, Verdict.Kind.UNSIGNED)), List.of());
        });
        model.check(List.of("/tmp/a.html", "https://news.example/b.html"));
        assertThat(asked).containsExactly("/tmp/a.html", "https://news.example/b.html");
        assertThat(model.pages()).extracting(CheckedPage::file).containsExactly("a.html", "https://news.example/b.html");
        assertThat(model.check().refusal().getValue()).isEqualTo("type or paste an address first");
        model.addressProperty().set(" https://news.example/c.html ");
        model.check().run();
        assertThat(asked).endsWith("https://news.example/c.html");
    }

    @Test
    void aFolderWithoutArticlesAndAFaultAreSaid() {
        var model = model(what -> {
            if (what.equals("broken")) {
                throw new IllegalStateException("no");
            }
            return new CheckViewModel.Answer(List.of(), List.of());
        });
        model.check(List.of("/empty"));
        assertThat(model.saysProperty().get()).isEqualTo("No article was found there.");
        model.check(List.of("broken"));
        assertThat(told).singleElement().asString().contains("checking pages");
        assertThat(model.checkingProperty().get()).isFalse();
    }

    private CheckViewModel model(CheckViewModel.Checks checks) {
        return new CheckViewModel(checks, TIMES, new ImmediateWork(), notices);
    }

    private static CheckedPage page(String file, Verdict.Kind kind, String... differences) {
        var text = new LinkedHashMap<String, List<String>>(Map.of());
        text.put("headline", List.of("Storm"));
        text.put("body", List.of("The harbour stayed closed.", "No one was hurt."));
        return new CheckedPage(new Verdict(file, kind, "Rosa Lind", "Idris Bello", List.of(differences), null, null, "2026-11-17T09:00:00Z", "2026-11-17T10:00:00Z",
                "2026-11-17T11:00:00Z", text, List.of(), false), "the newsroom");
    }
}
