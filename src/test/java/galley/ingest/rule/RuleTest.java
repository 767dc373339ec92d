package galley.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.story.WireItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private static final UUID FEED = new UUID(1, 1);
    private static final UUID ELSEWHERE = new UUID(2, 2);
    private static final WireItem BRIDGE = new WireItem(new UUID(0, 1), new UUID(0, 2), 1, "g", "https://harbour.example/bridge", "Harbour bridge reopens", "<p>Ships pass</p>",
            "<p>The bridge reopened on <b>Tuesday</b>.</p>", List.of("Rosa Lind"), List.of("Local", "Ships"), "en-GB", null, NOW.minus(Duration.ofHours(3)), null, NOW, null,
            "0".repeat(64), "1".repeat(64));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "title contains BRIDGE | yes", "title contains tunnel | no", "title lacks tunnel | yes", "title lacks bridge | no", "text contains ships pass | yes",
            "body contains <b> | no", "body contains on tuesday | yes", "author is rosa lind | yes", "category is ships | yes", "category is not sport | yes",
            "category is not local | no", "language is en | yes", "language is en-GB | yes", "language is e | no", "source is harbour wire | yes", "link contains /bridge | yes",
            "title matches ^harbour\\b.*reopens$ | yes", "title matches (tunnel)s? | no", "age over 2 hours | yes", "age under 1 day | yes", "age over 1 week | no",
            "words under 10 | yes", "words over 50 | no",
    })
    void aConditionSaysWhatItMeans(String sentence, String holds) {
        assertEquals(holds.equals("yes"), Condition.read(sentence).holds(subject()));
        assertEquals(Condition.read(sentence), Condition.read(Condition.read(sentence).sentence()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "title", "title contains", "colour is blue", "title over 3", "age contains 2", "age over yesterday", "words over many", "title matches (", "title resembles x"})
    void whatIsNoConditionIsRefusedInWords(String sentence) {
        assertThatThrownBy(() -> Condition.read(sentence)).isInstanceOf(IllegalArgumentException.class).hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "category", "priority 9", "priority high", "spike it", "delete"})
    void whatIsNoActionIsRefusedInWords(String sentence) {
        assertThatThrownBy(() -> Action.read(sentence)).isInstanceOf(IllegalArgumentException.class).hasMessageEndingWith(".");
    }

    @Test
    void rulesAreAskedInTheirOrder() {
        var route = Route.of(List.of(rule("One", null, false, "title contains bridge", "category Harbour", "tag bridges"),
                rule("Two", null, false, "title contains tunnel", "spike"),
                rule("Three", FEED, true, "language is en", "category Town", "tag bridges", "tag ships", "priority 1", "notify", "full text", "desk Harbour"),
                rule("Four", null, false, "title contains bridge", "spike")), subject());

        assertEquals(List.of("One", "Three"), route.hits().stream().map(Rule::name).toList());
        assertEquals(List.of("Three"), route.notices().stream().map(Rule::name).toList());
        assertEquals(new Route("Harbour", "Harbour", List.of("bridges", "ships"), 1, false, true, route.hits()), route);
    }

    @Test
    void aRuleOfAnotherFeedIsNotAsked() {
        assertEquals(Route.NOWHERE, Route.of(List.of(rule("One", ELSEWHERE, false, "title contains bridge", "spike")), subject()));
    }

    @Test
    void aRuleForEverythingIsRefused() {
        assertThatThrownBy(() -> new Rule(FEED, "All", null, true, List.of(), List.of(Action.read("spike")), false)).hasMessageContaining("it would take everything");
    }

    @Test
    void anExpressionThatWouldNeedYearsFindsNothingInTime() {
        var endless = new Subject(FEED, "Harbour Wire", new WireItem(BRIDGE.id(), BRIDGE.entry(), 1, null, null, "a".repeat(60) + "!", "", "", List.of(), List.of(), "", null, NOW, null,
                NOW, null, BRIDGE.rawHash(), BRIDGE.contentHash()), NOW, words -> words);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(Condition.read("title matches ^(a+)+$").holds(endless)).isFalse());
    }

    private static Rule rule(String name, UUID feed, boolean last, String when, String... then) {
        return new Rule(UUID.randomUUID(), name, feed, true, List.of(Condition.read(when)), Arrays.stream(then).map(Action::read).toList(), last);
    }

    private static Subject subject() {
        return new Subject(FEED, "Harbour Wire", BRIDGE, NOW, html -> String.join(" ", Stream.of(html.split("<[^>]*>")).filter(part -> !part.isBlank()).map(String::strip).toList()));
    }
}
