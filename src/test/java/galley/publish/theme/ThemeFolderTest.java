package galley.publish.theme;

import static org.assertj.core.api.Assertions.assertThat;

import galley.publish.TrustPhrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A theme is taken as far as it is sound, and what is not is named by file and line.
class ThemeFolderTest {

    @TempDir
    Path folder;

    private Theme read() {
        return new ThemeFolder(folder, TrustPhrases::looksLikeOne).now(Map.of("newsroom", "Quay & Post", "site", "https://quay.example/", "contact", "", "licence", ""));
    }

    private void lay(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private void assertProblem(String file, String text, int line, String words) throws IOException {
        lay(file, text);
        assertThat(read().problems()).as(text).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.words()).contains(words);
        });
        Files.delete(folder.resolve(file));
    }

    @Test
    void noFolderIsNoTheme() throws IOException {
        assertThat(new ThemeFolder(folder.resolve("none"), _ -> false).now(Map.of())).isEqualTo(Theme.NONE);
        ThemeFolder.init(folder);
        assertThat(read().problems()).isEmpty();
        assertThat(read().colours()).isEmpty();
    }

    @Test
    void coloursAreTakenForLightAndDarkPaper() throws IOException {
        lay("colours.txt", "# ours\naccent = #7a1f2b / #ffb3bd\nbar = #40101a / #200a10\n");
        var theme = read();
        assertThat(theme.problems()).isEmpty();
        assertThat(theme.styles("")).contains("@media screen{:root{--blue:#7a1f2b;--bar:#40101a}}").contains("dark){:root{--blue:#ffb3bd;--bar:#200a10}}");
        assertThat(theme.barColour()).isEqualTo("#40101a");
    }

    @Test
    void aContrastThatCannotBeReadIsNamedWithItsPairAndTheWholePaletteStays() throws IOException {
        lay("colours.txt", "ink = #777777 / #e4e8e5\naccent = #7a1f2b / #ffb3bd\n");
        var theme = read();
        assertThat(theme.colours()).isEmpty();
        assertThat(theme.problems()).anySatisfy(p -> assertThat(p.said()).startsWith("theme/colours.txt, line 1: ink on paper has a contrast of 4.4 on light paper; it needs 4.5"));
        assertProblem("colours.txt", "\nblood = #ff0000", 2, "no colour called “blood”");
        assertProblem("colours.txt", "ink = red", 1, "#rrggbb");
        assertProblem("colours.txt", "ink = #000 / #fff / #000", 1, "#rrggbb");
        assertThat(Colours.contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(Math.round(Colours.contrast("#767676", "#ffffff") * 100)).isEqualTo(454);
    }

    @Test
    void aBlockHasValuesLinksAndPictures() throws IOException {
        Files.createDirectories(folder.resolve("files"));
        Files.write(folder.resolve("files/flag.png"), galley.publish.page.SiteMark.file("icon-144.png", "Q"));
        lay("footer.html", "<p class=\"theme-line\">{{newsroom}}, <a href=\"{{link archive.html}}\">all of it</a>\n<a href=\"https://example.org/\">there</a></p>\n<p>{{include part-flag}}</p>");
        lay("part-flag.html", "<img src=\"files/flag.png\" alt=\"Our flag\" width=\"40\" height=\"40\">");
        var theme = read();
        assertThat(theme.problems()).isEmpty();
        assertThat(theme.block("footer", path -> "../" + path)).contains("Quay &amp; Post", "href=\"../archive.html\"", "src=\"../theme/files/flag.png\"", "rel=\"noopener\"");
        assertThat(theme.files()).containsOnlyKeys("theme/files/flag.png");
    }

    @Test
    void aBlockThatLoopsEndsAndIsNamed() throws IOException {
        lay("footer.html", "<p>a</p>\n{{include part-a}}");
        lay("part-a.html", "\n\n{{include footer}}");
        var theme = read();
        assertThat(theme.blocks()).doesNotContainKey("footer");
        assertThat(theme.problems()).anySatisfy(p -> assertThat(p.said()).startsWith("theme/part-a.html, line 3: “footer” includes itself"));
        // Twice as much in every piece: a million paragraphs.
        lay("footer.html", "{{include part-0}}");
        for (int i = 0; i < 7; i++) {
            lay("part-" + i + ".html", "{{include part-x}}".replace("x", String.valueOf(i + 1)).repeat(20));
        }
        lay("part-7.html", "<p>words</p>");
        Files.delete(folder.resolve("part-a.html"));
        assertThat(read().problems()).isNotEmpty();
        assertThat(read().blocks()).doesNotContainKey("footer");
    }

    @Test
    void whatMayNotStandInABlockIsNamed() throws IOException {
        assertProblem("footer.html", "<p>\n<script>alert(1)</script></p>", 2, "a theme runs nothing");
        assertProblem("footer.html", "<p onclick=\"x()\">a</p>", 1, "onclick is not let in");
        assertProblem("footer.html", "<p>a</p>\n\n<p style=\"color:red\">a</p>", 3, "style is not let in");
        assertProblem("footer.html", "<img src=\"https://elsewhere.example/pixel.gif\" alt=\"\">", 1, "own folder");
        assertProblem("footer.html", "<a href=\"javascript:alert(1)\">a</a>", 1, "a link leads to");
        assertProblem("footer.html", "<a href=\"java&#10;script:alert(1)\">a</a>", 1, "a link leads to");
        assertProblem("footer.html", "<p class=\"claim\">a</p>", 1, "begins with “theme-”");
        assertProblem("footer.html", "<p data-part=\"body\">a</p>", 1, "data-part is not let in");
        assertProblem("footer.html", "<h1>a</h1>", 1, "one main heading");
        assertProblem("footer.html", "<div>\n<p>a", 2, "<p> is not closed");
        assertProblem("footer.html", "a</div>", 1, "closes what is not open");
        assertProblem("footer.html", "a <!-- b -->", 1, "comments are not let in");
        assertProblem("footer.html", "a\n{{weather}}", 2, "{{weather}} is not known");
        assertProblem("footer.html", "{{include ../../etc/passwd}}", 1, "there is no");
        assertProblem("footer.html", "<a href=\"{{link ../../etc}}\">a</a>", 1, "a path of the site");
        assertProblem("footer.html", "<iframe src=\"x\"></iframe>", 1, "<iframe> is not let in");
        assertProblem("footer.html", "<svg><script>1</script></svg>", 1, "<svg> is not let in");
        assertProblem("fotter.html", "a", 0, "nothing is done with this file");
        lay("footer.html", "x".repeat(70_000));
        assertThat(read().problems()).anySatisfy(p -> assertThat(p.words()).contains("64 are the most"));
    }

    @Test
    void nobodyForgesATrustPhrase() throws IOException {
        for (var forged : java.util.List.of("Edited by Rosa", "E<b>dit</b>ed   by Rosa", "Edited&nbsp;by Rosa", "Ed&shy;ited by", "Edi\u200Bted by Rosa", "REVIEWED BY IDRIS", "Editеd by Rosa",
                "<img src=\"files/x.png\" alt=\"Verified by Editorial Board\">", "Original analysis", "Original analysis &amp; verification", "Gegengelesen von", "Redigiert von Rosa")) {
            assertProblem("article-end.html", "<p>words</p>\n<p>" + forged + "</p>", 2, forged.startsWith("<img") ? "“files”" : "only when they are true");
        }
    }

    @Test
    void aStyleSheetSetsTypeAnywhereAndMoreInItsOwnBlocks() throws IOException {
        lay("style.css", """
                /* ours */
                .name { text-transform: uppercase; letter-spacing: -.02em; }
                .theme-footer .theme-line, .theme-about { display: flex; gap: 1rem; color: var(--muted); background: var(--tint); border-top: 1px solid var(--line); }
                @media (max-width: 40rem) { .theme-footer { display: block } }
                """);
        assertThat(read().problems()).isEmpty();
        assertThat(read().css()).contains("text-transform:uppercase").contains("color:var(--muted)").contains("@media (max-width: 40rem){").doesNotContain("ours");
    }

    @Test
    void aStyleSheetHidesForgesAndFetchesNothing() throws IOException {
        var wrong = Map.ofEntries(Map.entry(".claim { display: none }", "in your own blocks only"), Map.entry("article { color: var(--paper) }", "in your own blocks only"),
                Map.entry(".theme-x, .record { display: none }", "in your own blocks only"), Map.entry(".theme-x ~ article { display: none }", "in your own blocks only"),
                Map.entry(".theme-x { position: fixed }", "may not be set by a theme"), Map.entry(".theme-x::before { content: \"Edited by Rosa\" }", "may not write words"),
                Map.entry(".theme-x::before { content: \"\\45 dited\" }", "backslash"), Map.entry(".theme-x { background: url(https://elsewhere.example/a.png) }", "may fetch nothing"),
                Map.entry("@import \"https://elsewhere.example/a.css\";", "a brace is missing"), Map.entry("@font-face { font-family: x; src: url(y) }", "only @media"),
                Map.entry(".theme-x { color: #fff }", "goes by its name"), Map.entry(".theme-x { color: var(--line) }", "contrast"), Map.entry(".record { font-size: 1px }", "smaller than 11 px"),
                Map.entry(".record { font-size: calc(1px * 2) }", "smaller than 11 px"), Map.entry(".theme-x { margin-top: -40rem }", "below nothing"), Map.entry(".record { padding-top: 900rem }", "out of sight"),
                Map.entry(".record { line-height: 0 }", "closer than 1"), Map.entry(":root { --paper: #000 }", "colours.txt"), Map.entry(".name { font-weight: 400 !important }", "!important"),
                Map.entry(".name { font-weight: 400", "never closed"), Map.entry(".theme-x { a }</style><script>", "no place"), Map.entry(".theme-x { opacity: 0 }", "may not be set"));
        for (var css : wrong.entrySet()) {
            assertProblem("style.css", "\n" + css.getKey(), 2, css.getValue());
        }
        lay("style.css", ".theme-x { color: #fff }");
        assertThat(read().css()).isEmpty();
    }

    @Test
    void aDrawingRunsAndFetchesNothing() throws IOException {
        lay("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 60\"><path d=\"M0 0h9v9z\"/></svg>");
        assertThat(read().problems()).isEmpty();
        assertThat(read().logo()).isEqualTo(new Theme.Logo("theme/logo.svg", 192, 48));
        assertProblem("logo.svg", "<svg viewBox=\"0 0 2 2\">\n<script>alert(1)</script></svg>", 2, "runs and moves nothing");
        assertProblem("logo.svg", "<svg viewBox=\"0 0 2 2\" onload=\"x()\"></svg>", 1, "onload");
        assertProblem("logo.svg", "<svg viewBox=\"0 0 2 2\">\n<image href=\"https://elsewhere.example/\"/></svg>", 2, "fetches");
        assertProblem("logo.svg", "not a drawing", 0, "no picture");
        assertProblem("logo.png", "not a picture", 0, "no picture");
        assertProblem("fonts.txt", "reading = fonts/none.woff2", 1, "there is no fonts/none.woff2");
        assertThat(read().logo()).isNull();
    }
}
