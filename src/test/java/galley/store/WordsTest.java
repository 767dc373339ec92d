package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void plainTextGoesInAsItIs() {
        assertEquals("Storm – “shut” café Straße Пристань", Words.of("Storm – “shut” café Straße Пристань"));
    }

    @Test
    void writingWithoutSpacesIsCutIntoPairs() {
        assertEquals(" 桥梁 梁工 工程 程 ", Words.of("桥梁工程"));
        assertEquals("the  桥 bridge", Words.of("the 桥bridge"));
        assertEquals(" テキ キス スト ト ", Words.of("ﾃｷｽﾄ"));
    }

    @Test
    void markupIsNotWords() {
        assertEquals(" harbour bridge  open ", Words.ofHtml("<p><strong>har</strong>bour&nbsp;bridge</p><p>open</p>"));
        assertEquals("a < b", Words.of("a < b"));
        assertEquals(" x  y", Words.ofHtml("<img src=\"a.png\" alt=\"b\">x &lt;y"));
    }

    @Test
    void whatIsTypedBecomesAQuestion() {
        assertEquals("\"storm\"* \"harb\"*", Words.question(" storm, harb", 3));
        assertEquals("\"st\"", Words.question("st", 3));
        assertEquals("\"st\"*", Words.question("st", 1));
        assertEquals("\"keeps the harbour\"", Words.question("\"keeps the harbour\"", 3));
        assertEquals("\"open\"*", Words.question("\"open", 3));
        assertEquals("\"港\"*", Words.question("港", 3));
        assertEquals("\"桥梁 梁工\"", Words.question("桥梁工", 3));
        assertEquals("\"New 港 opens\"", Words.question("\"New 港 opens\"", 3));
        assertEquals("", Words.question("\"\" * - ()", 3));
    }
}
