package galley.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every database must keep of stories and their words.
public abstract class StoriesContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00.5Z");
    private static final StoryText HARBOUR = new StoryText("harbour-storm", "Storm keeps the harbour shut", "It stays so until Friday.", "Rosa Lind", "QUAY TOWN",
            "<p>The harbour stayed closed.</p><p>“No one was hurt” – 港は閉鎖.</p>", List.of(), "<p>Our own count.</p>", "Phoned the harbour master.", List.of(),
            new Source("Northwire", "https://northwire.example/1"), List.of(), "Weather", List.of("storm", "harbour"), "en", "ask again at noon");

    private UUID rosa;
    private UUID idris;

    protected abstract Stories stories();

    /// Adds a person and answers their id.
    protected abstract UUID person(String name);

    protected abstract UUID newId();

    @BeforeEach
    void twoPeople() {
        rosa = person("Rosa Lind");
        idris = person("Idris Bello");
    }

    private Revision revision(UUID story, @Nullable UUID parent, UUID author, StoryText text) {
        return new Revision(0, newId(), story, parent, author, MORNING, parent == null ? Revision.Why.TAKEN : Revision.Why.SAVED, text, CanonicalText.of(text).digest());
    }

    /// A story with one revision.
    private Story added(StoryText text) {
        var id = newId();
        var first = revision(id, null, rosa, text);
        stories().add(new Story(0, id, null, first.id(), rosa, MORNING, null, null, null, null), first);
        return stories().story(id).orElseThrow();
    }

    private Draft draft(Story story, UUID author, long sequence, StoryText text) {
        return new Draft(story.id(), author, story.head(), sequence, text, CanonicalText.of(text).digest(), MORNING);
    }

    @Test
    public void aStoryIsKeptWithItsFirstWords() {
        var story = added(HARBOUR);

        assertThat(stories().revision(story.head())).hasValueSatisfying(r -> {
            assertThat(r.text()).isEqualTo(HARBOUR);
            assertThat(r.digest()).isEqualTo(CanonicalText.of(HARBOUR).digest());
            assertThat(r.author()).isEqualTo(rosa);
            assertThat(r.at()).isEqualTo(MORNING);
            assertThat(r.why()).isEqualTo(Revision.Why.TAKEN);
        });
        assertThat(stories().story(newId())).isEmpty();
    }

    @Test
    public void theNewestStoryComesFirst() {
        var one = added(HARBOUR);
        var two = added(HARBOUR.withHeadline("Harbour opens"));

        assertThat(stories().all()).containsExactly(two, one);
        assertThat(two.row()).isGreaterThan(one.row());
    }

    @Test
    public void aStoryIsTakenFromTheWireOnce() {
        var entry = newId();
        var first = new Story(0, newId(), entry, newId(), rosa, MORNING, null, null, null, null);
        stories().add(first, new Revision(0, first.head(), first.id(), null, rosa, MORNING, Revision.Why.TAKEN, HARBOUR, "0".repeat(64)));
        var second = new Story(0, newId(), entry, newId(), idris, MORNING, null, null, null, null);

        assertThatThrownBy(() -> stories().add(second, new Revision(0, second.head(), second.id(), null, idris, MORNING, Revision.Why.TAKEN, HARBOUR, "0".repeat(64))))
                .isInstanceOf(RuntimeException.class);
        assertThat(stories().all()).extracting(Story::id).containsExactly(first.id());
    }

    @Test
    public void revisionsAreAppendedToTheHead() {
        var story = added(HARBOUR);
        var second = revision(story.id(), story.head(), idris, HARBOUR.withHeadline("Harbour opens"));

        assertThat(stories().append(second)).isTrue();
        assertThat(stories().story(story.id()).orElseThrow().head()).isEqualTo(second.id());
        assertThat(stories().revisions(story.id())).extracting(Revision::id).containsExactly(story.head(), second.id());
    }

    @Test
    public void aRevisionOfWordsThatAreNoLongerTheHeadIsNotAppended() {
        var story = added(HARBOUR);
        stories().append(revision(story.id(), story.head(), idris, HARBOUR.withHeadline("Harbour opens")));
        var late = revision(story.id(), story.head(), rosa, HARBOUR.withHeadline("Harbour stays shut"));

        assertThat(stories().append(late)).isFalse();
        assertThat(stories().append(revision(story.id(), null, rosa, HARBOUR))).isFalse();
        assertThat(stories().revision(late.id())).isEmpty();
        assertThat(stories().revisions(story.id())).hasSize(2);
    }

    @Test
    public void ofManyWhoAppendAtOnceOneIsFirst() {
        var story = added(HARBOUR);
        var answers = IntStream.range(0, 6).mapToObj(n -> CompletableFuture.supplyAsync(
                () -> stories().append(revision(story.id(), story.head(), rosa, HARBOUR.withHeadline("Version " + n))), Thread.ofVirtual()::start)).toList();

        assertThat(answers.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(stories().revisions(story.id())).hasSize(2);
    }

    @Test
    public void aDraftIsKeptStepByStep() {
        var story = added(HARBOUR);

        assertThat(stories().draft(story.id())).isEmpty();
        assertThat(stories().keep(draft(story, rosa, 1, HARBOUR.withHeadline("H")))).isTrue();
        assertThat(stories().keep(draft(story, rosa, 2, HARBOUR.withHeadline("Ha")))).isTrue();
        assertThat(stories().draft(story.id())).contains(draft(story, rosa, 2, HARBOUR.withHeadline("Ha")));
        assertThat(stories().keep(draft(story, rosa, 2, HARBOUR.withHeadline("late")))).as("a save that somebody else made already").isFalse();
        assertThat(stories().keep(draft(story, rosa, 9, HARBOUR.withHeadline("early")))).as("a save that skips some").isFalse();
        assertThat(stories().keep(draft(story, idris, 1, HARBOUR.withHeadline("other")))).as("another person's").isFalse();
        assertThat(stories().keep(draft(story, idris, 3, HARBOUR.withHeadline("other")))).as("another person's").isFalse();
        assertThat(stories().draft(story.id())).contains(draft(story, rosa, 2, HARBOUR.withHeadline("Ha")));

        stories().dropDraft(story.id());
        assertThat(stories().draft(story.id())).isEmpty();
        assertThat(stories().keep(draft(story, idris, 1, HARBOUR))).isTrue();
    }

    @Test
    public void wordsKeptAsideAreNeverLost() {
        var story = added(HARBOUR);
        var mine = draft(story, rosa, 4, HARBOUR.withHeadline("Mine"));
        var again = draft(story, rosa, 5, HARBOUR.withHeadline("Mine again"));
        stories().keepAside(mine, "Idris signed meanwhile");
        stories().keepAside(again, "Idris signed meanwhile");

        assertThat(stories().aside(story.id())).containsExactly(again, mine);
    }

    @Test
    public void stopsAndEmbargoAreReplaced() {
        var story = added(HARBOUR);
        var stopped = new Story(story.row(), story.id(), null, story.head(), rosa, MORNING, new Story.Stop(idris, MORNING, "No news — “none”"),
                new Story.Stop(rosa, MORNING, "waits for the mayor"), new Story.Stop(idris, MORNING, "lawyer"), MORNING.plusSeconds(3600));
        stories().update(stopped);
        assertThat(stories().story(story.id())).contains(stopped);

        stories().update(story);
        assertThat(stories().story(story.id())).contains(story);
    }

    @Test
    public void publicationsAreKeptInOrder() {
        var story = added(HARBOUR);
        var first = new Publication(0, newId(), story.id(), story.head(), "1".repeat(64), idris, MORNING, MORNING, "https://quay.example/a", "a", "{}", "{}");
        var second = new Publication(0, newId(), story.id(), story.head(), "2".repeat(64), rosa, MORNING, MORNING.plusSeconds(60), "https://quay.example/a", "a",
                "{\"own\":\"40\"}", "{\"payload\":\"x\"}");
        stories().publish(first);
        stories().publish(second);

        assertThat(stories().publications(story.id())).usingRecursiveFieldByFieldElementComparatorIgnoringFields("row").containsExactly(first, second);
        assertThat(stories().publications(newId())).isEmpty();
    }

    @Test
    public void storiesAreFoundByTheWordsTheyHaveNow() {
        var harbour = added(HARBOUR);
        var budget = added(StoryText.of("Council passes the budget", "<p>The <strong>harbour</strong>bridge is in it.</p>"));

        assertThat(stories().search("harbour", 10)).as("newest first, beginnings too").containsExactly(budget.id(), harbour.id());
        assertThat(stories().search("harb SHUT", 10)).as("every word, each may be a beginning").containsExactly(harbour.id());
        assertThat(stories().search("\"keeps the harbour\"", 10)).as("a phrase stays together").containsExactly(harbour.id());
        assertThat(stories().search("\"harbour keeps\"", 10)).isEmpty();
        assertThat(stories().search("harbourbridge", 10)).as("a word that changes its look halfway").containsExactly(budget.id());
        assertThat(stories().search("northwire", 10)).as("its source").containsExactly(harbour.id());
        assertThat(stories().search("harbour-storm", 10)).as("its slugline").containsExactly(harbour.id());
        assertThat(stories().search("harbour", 1)).containsExactly(budget.id());
        for (var odd : List.of("", "  ", "\"", "*", "AND", "NEAR(", "a:b", "'; DROP TABLE story; --", "\u0000")) {
            assertThat(stories().search(odd, 10)).as(odd).doesNotContain(budget.id(), harbour.id());
        }

        stories().append(revision(harbour.id(), harbour.head(), rosa, HARBOUR.withHeadline("Ferry leaves").withBody("<p>Gone.</p>")));
        assertThat(stories().search("closed", 10)).as("words that are gone").isEmpty();
        var now = stories().story(harbour.id()).orElseThrow();
        stories().keep(draft(now, rosa, 1, HARBOUR.withHeadline("Zeppelin lands")));
        assertThat(stories().search("zeppelin", 10)).as("words being typed").containsExactly(harbour.id());
    }

    @Test
    public void wordsOfEveryWritingAreFound() {
        var japanese = added(StoryText.of("嵐で港が閉鎖", "<p>横浜港は火曜日も閉鎖されたままだった。</p>"));
        var chinese = added(StoryText.of("市议会通过预算", "<p>新桥梁工程将于明年开工。</p>"));
        var thai = added(StoryText.of("พายุปิดท่าเรือ", "<p>ท่าเรือกรุงเทพปิดทำการในวันอังคาร</p>"));
        var german = added(StoryText.of("Hafenhaushalt beschlossen", "<p>Die Straße wird für Fußgänger gesperrt. ÉCOLE.</p>"));

        assertThat(stories().search("閉鎖", 10)).as("the end of a run").containsExactly(japanese.id());
        assertThat(stories().search("火曜日", 10)).as("the middle of a run").containsExactly(japanese.id());
        assertThat(stories().search("港", 10)).as("one character").containsExactly(japanese.id());
        assertThat(stories().search("桥梁", 10)).containsExactly(chinese.id());
        assertThat(stories().search("桥梁工程", 10)).containsExactly(chinese.id());
        assertThat(stories().search("工程 预算", 10)).as("two words from two places").containsExactly(chinese.id());
        assertThat(stories().search("桥工", 10)).as("two characters that do not stand together").isEmpty();
        assertThat(stories().search("กรุงเทพ", 10)).containsExactly(thai.id());
        assertThat(stories().search("อังคาร", 10)).containsExactly(thai.id());
        assertThat(stories().search("\"桥梁工程 将于\"", 10)).as("a phrase of two, as it does not stand").isEmpty();
        assertThat(stories().search("ﾃｷｽﾄ", 10)).isEmpty();
        var hindi = added(StoryText.of("तूफान से बंदरगाह बंद", "<p>मंगलवार को बंदरगाह बंद रहा।</p>"));
        var arabic = added(StoryText.of("إعادة فتح المِيناء", "<p>أُعيدَ فتحُ الميناء صباح الخميس.</p>"));
        var korean = added(StoryText.of("한국은행 금리 동결", "<p>서울에서 열린 회의.</p>"));
        assertThat(stories().search("बंदर", 10)).containsExactly(hindi.id());
        assertThat(stories().search("الميناء اعادة", 10)).as("vowel signs do not matter").containsExactly(arabic.id());
        assertThat(stories().search("은행", 10)).containsExactly(korean.id());
        assertThat(stories().search("fußganger ecole", 10)).as("marks and case do not matter").containsExactly(german.id());
    }
}
