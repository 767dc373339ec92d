package galley.publish.theme;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A newsroom's own look, as far as it is sound.
///
/// @param colours value of each colour that was given, light and dark, by name
/// @param css the newsroom's own rules, checked
/// @param faces the typefaces it brings
/// @param blocks HTML by name, checked; links inside the site stand in it as `galley:PATH`
/// @param logo path of the logo on the site; null for the name in letters
/// @param logoDark the same on dark paper; null for the same picture
/// @param files bytes by path on the site
/// @param marks the newsroom's own icons, by their path on the site
/// @param fingerprint changes with anything of it; empty for no theme
/// @param problems what is wrong, and was left out
public record Theme(Map<String, Colours.Pair> colours, String css, List<Face> faces, Map<String, String> blocks, @Nullable Logo logo, @Nullable Logo logoDark,
                    Map<String, byte[]> files, Map<String, byte[]> marks, String fingerprint, List<Problem> problems) {

    public static final Theme NONE = new Theme(Map.of(), "", List.of(), Map.of(), null, null, Map.of(), Map.of(), "", List.of());

    /// Where the theme's files lie on the site.
    static final String FOLDER = "theme/";
    private static final Pattern LINK = Pattern.compile("\"galley:([^\"]*)\"");

    /// Something wrong in the theme's folder.
    ///
    /// @param line from 1; 0 for the whole file
    public record Problem(String file, int line, String words) {

        /// One sentence that names the place.
        public String said() {
            return "theme/" + file + (line > 0 ? ", line " + line : "") + ": " + words;
        }
    }

    /// A picture of the newsroom's name.
    public record Logo(String path, int width, int height) {}

    /// A typeface from the theme's folder.
    ///
    /// @param use `reading` or `labels`
    /// @param path on the site
    record Face(String use, String path, int weight, boolean italic) {

        String family() {
            return "Newsroom " + use;
        }
    }

    public boolean isNone() {
        return fingerprint.isEmpty();
    }

    /// Whether pages have to let in fonts of the site.
    public boolean hasFonts() {
        return !faces.isEmpty();
    }

    /// A block for a page, or null when the newsroom has none of this name.
    ///
    /// @param to writes the way from the page to another path of the site
    public @Nullable String block(String name, java.util.function.UnaryOperator<String> to) {
        var block = blocks.get(name);
        return block == null ? null : LINK.matcher(block).replaceAll(found -> java.util.regex.Matcher.quoteReplacement("\"" + to.apply(found.group(1)) + "\""));
    }

    /// What follows the program's own style sheet. On paper a page is printed as it comes.
    ///
    /// @param root the way from the page to the root of the site: empty, or ending in a slash
    public String styles(String root) {
        var all = new StringBuilder();
        for (var face : faces) {
            all.append("@font-face{font-family:\"").append(face.family()).append("\";src:url(").append(root).append(face.path()).append(") format(\"")
                    .append(face.path().endsWith("2") ? "woff2" : "woff").append("\");font-weight:").append(face.weight()).append(";font-style:")
                    .append(face.italic() ? "italic" : "normal").append(";font-display:swap}\n");
        }
        var families = new StringBuilder();
        if (faces.stream().anyMatch(f -> f.use().equals("reading"))) {
            families.append("--latin-serif:\"Newsroom reading\",Georgia,serif;");
        }
        if (faces.stream().anyMatch(f -> f.use().equals("labels"))) {
            families.append("--latin-sans:\"Newsroom labels\",system-ui,sans-serif;");
        }
        if (!families.isEmpty()) {
            all.append(":root{").append(families).append("}\n");
        }
        if (!colours.isEmpty()) {
            all.append("@media screen{:root{").append(Colours.declarations(colours, false)).append("}}\n@media screen and (prefers-color-scheme:dark){:root{")
                    .append(Colours.declarations(colours, true)).append("}}\n");
        }
        if (logoDark != null) {
            all.append(".name picture{display:block}\n");
        }
        if (!blocks.isEmpty()) {
            all.append("[class*=theme-]{font-size:.9375rem;line-height:1.4}[class*=theme-] a{color:var(--blue);text-decoration:underline;text-underline-offset:.2em}")
                    .append("[class*=theme-] p+p{margin-top:.5rem}.theme-masthead{margin-inline-start:auto}.theme-footer,.theme-about{margin-block:1.25rem}.theme-article-end{margin-top:2rem}.theme-home-top{margin-top:1rem}\n");
        }
        return all.append(css).toString();
    }

    /// The colour of a browser's own bar.
    public String barColour() {
        var bar = colours.get("bar");
        return bar == null ? "#1b1f1d" : bar.light();
    }

    /// How many bytes the blocks add to a page.
    int weight() {
        return blocks.values().stream().mapToInt(b -> b.getBytes(StandardCharsets.UTF_8).length).sum();
    }
}
