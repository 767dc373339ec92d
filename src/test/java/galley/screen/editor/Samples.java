package galley.screen.editor;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Invented stories to write on.
final class Samples {

    static final EditorText BREAKWATER = new EditorText("BREAKWATER-VOTE", "Larnholm council votes to rebuild the breakwater",
            "The nine-to-six vote commits the town to 41 million crowns over four years, its largest works since 1958.",
            "<p>LARNHOLM – The town council voted on Tuesday to rebuild the east breakwater, two days after waves of six metres"
                    + " broke over it and flooded the fish quay.</p>"
                    + "<p>The plan passed by nine votes to six. Work will begin in May and should end before the autumn storms of 2030,"
                    + " according to the <a href=\"https://larnholm.example/budget-annex\">budget annex</a> published with the agenda.</p>"
                    + "<p>“We have patched this wall <em>eleven</em> times in my lifetime,” said councillor Hanne Brandvik, who moved the"
                    + " plan. “A twelfth patch would cost a third of a new wall, and would not last.”</p>"
                    + "<h2>What the council bought</h2>"
                    + "<p>The vote buys three things, in this order:</p>"
                    + "<ul><li>a new head of <strong>18,000 tonnes</strong> of granite from the Orrin quarry</li>"
                    + "<li>a raised walk, 2.4 m above the highest tide, with lamps<ul><li>closed in winds above 20 m/s</li></ul></li>"
                    + "<li>a slipway for the lifeboat</li></ul>"
                    + "<blockquote><p>The sea takes a metre of that wall every winter. It does not read minutes.</p></blockquote>"
                    + "<p>Opponents wanted the town to wait for a national grant that would pay half. “We are spending our children’s"
                    + " school money on stones,” said councillor Per Aune.</p>"
                    + "<h3>How they voted</h3>"
                    + "<ol><li>For: Harbour list (5), Labour (3), Greens (1)</li><li>Against: Centre (4), Liberals (2)</li></ol>"
                    + "<p>The works will be let in two lots of about 9,000 m<sup>2</sup> each. Tenders open on 3 March.</p>",
            "<p>Larnholm has rebuilt its breakwater twice since 1904, each time after a storm and never before one. The Courier has"
                    + " read the tender files of 1958: the harbour board then rejected the cheaper of two designs for the reason the"
                    + " council gave on Tuesday.</p>");

    private Samples() {}

    /// A body of about this many words, in paragraphs of sixty with the odd link and heading.
    static String bodyOf(int words) {
        return IntStream.range(0, words / 60).mapToObj(i -> (i % 9 == 4 ? "<h2>Part " + i + "</h2>" : "") + "<p>"
                + IntStream.range(0, 60).mapToObj(w -> w == 20 && i % 3 == 0 ? "<a href=\"https://larnholm.example/" + i + "\">minutes</a>"
                        : w == 40 ? "<strong>vote</strong>" : WORDS[(i * 7 + w * 13) % WORDS.length]).collect(Collectors.joining(" ", "", "."))
                + "</p>").collect(Collectors.joining());
    }

    private static final String[] WORDS = ("the council harbour stones in May and a storm broke over quay with lamps while nine of fifteen"
            + " members asked whether money for schools would pay half its works since winter").split(" ");
}
