package galley.publish.theme;

import galley.story.Hash;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads a newsroom's `theme` folder. Whatever is wrong in it is a [Theme.Problem], never a fault: pages can always be made.
public final class ThemeFolder {

    private static final int LARGEST_TEXT = 65_536;
    private static final int LARGEST_PICTURE = 512 * 1024;
    private static final int LARGEST_FONT = 400 * 1024;
    private static final int MOST_FILES = 60;
    private static final Pattern FONT = Pattern.compile("(reading|labels)\\s*=\\s*(fonts/[A-Za-z0-9._-]+\\.woff2?)(?:\\s+([1-9]00))?(\\s+italic)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Path folder;
    private final Predicate<String> forges;
    private Map<String, String> seenValues = Map.of();
    private String seen = "";
    private Theme known = Theme.NONE;

    /// @param folder `theme` of the newsroom; it need not exist
    /// @param forges whether these words are ones that only a page itself may say
    public ThemeFolder(Path folder, Predicate<String> forges) {
        this.folder = folder;
        this.forges = forges;
    }

    /// The theme as it lies there now; read again when a file of it changed.
    ///
    /// @param values what may stand in double braces in a block
    public synchronized Theme now(Map<String, String> values) {
        var look = stamps();
        if (!look.equals(seen) || !values.equals(seenValues)) {
            known = look.isEmpty() ? Theme.NONE : new Reading(values).theme();
            seen = look;
            seenValues = Map.copyOf(values);
        }
        return known;
    }

    private String stamps() {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        var all = new StringBuilder();
        try (var files = Files.walk(folder, 3)) {
            for (var file : files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().limit(MOST_FILES * 2).toList()) {
                all.append(folder.relativize(file)).append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
            }
        } catch (IOException | java.io.UncheckedIOException changing) {
            return all.append("changing").toString();
        }
        return all.toString();
    }

    /// One reading of the folder.
    private final class Reading {

        private final Map<String, String> values;
        private final List<Theme.Problem> problems = new ArrayList<>();
        private final Map<String, byte[]> files = new TreeMap<>();
        private final Map<String, byte[]> marks = new LinkedHashMap<>();
        private final TreeSet<String> pictures = new TreeSet<>();

        Reading(Map<String, String> values) {
            this.values = values;
        }

        Theme theme() {
            strangers();
            pictures();
            var colourWords = text(Colours.FILE);
            var colours = colourWords == null ? Map.<String, Colours.Pair>of() : Colours.read(colourWords, problems);
            var styleWords = text(StyleSheet.FILE);
            var css = styleWords == null ? "" : StyleSheet.read(styleWords, colours, forges, problems);
            var faces = faces();
            var blocks = new TreeMap<String, String>();
            var reader = new Blocks(values, this::text, pictures::contains, forges, problems);
            for (var name : Blocks.names()) {
                var block = reader.read(name);
                if (block != null) {
                    blocks.put(name, block);
                }
            }
            var logo = logo("logo");
            var logoDark = logo == null ? null : logo("logo-dark");
            icons();
            var unique = problems.stream().distinct().toList();
            var sum = new StringBuilder(colours.toString()).append(css).append(faces).append(blocks).append(logo).append(logoDark);
            files.forEach((path, bytes) -> sum.append(path).append(Hash.hex(bytes)));
            marks.forEach((path, bytes) -> sum.append(path).append(Hash.hex(bytes)));
            return new Theme(colours, css, faces, blocks, logo, logoDark, files, marks, Hash.hex(sum.toString()), unique);
        }

        /// A name that means nothing is a slip of the pen more often than not.
        private void strangers() {
            var known = new TreeSet<>(List.of(Colours.FILE, StyleSheet.FILE, "fonts.txt", "logo.svg", "logo.png", "logo-dark.svg", "logo-dark.png", "icon.svg", "icon.png", "files", "fonts", "README.txt"));
            Blocks.names().forEach(name -> known.add(name + ".html"));
            try (var inside = Files.newDirectoryStream(folder)) {
                for (var file : inside) {
                    var name = file.getFileName().toString();
                    boolean part = name.startsWith("part-") && name.endsWith(".html");
                    if (!known.contains(name) && !part && !name.startsWith(".") && !name.endsWith("~")) {
                        problems.add(new Theme.Problem(name, 0, "nothing is done with this file; blocks are called " + String.join(", ", Blocks.names()) + ", and pieces to include part-NAME."));
                    }
                }
            } catch (IOException e) {
                problems.add(new Theme.Problem("", 0, "the folder cannot be read."));
            }
        }

        private @Nullable String text(String name) {
            var bytes = bytes(name, LARGEST_TEXT);
            if (bytes == null) {
                return null;
            }
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString().replace("\uFEFF", "");
            } catch (CharacterCodingException e) {
                problems.add(new Theme.Problem(name, 0, "the file is not written in UTF-8."));
                return null;
            }
        }

        private byte @Nullable [] bytes(String name, int most) {
            var file = folder.resolve(name);
            try {
                if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    return null;
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    problems.add(new Theme.Problem(name, 0, "this is no file of its own."));
                    return null;
                }
                if (Files.size(file) > most) {
                    problems.add(new Theme.Problem(name, 0, "the file has " + Files.size(file) / 1024 + " KB; " + most / 1024 + " are the most."));
                    return null;
                }
                return Files.readAllBytes(file);
            } catch (IOException e) {
                problems.add(new Theme.Problem(name, 0, "the file cannot be read."));
                return null;
            }
        }

        // ---- pictures

        private void pictures() {
            var inside = folder.resolve("files");
            if (!Files.isDirectory(inside)) {
                return;
            }
            try (var all = Files.list(inside)) {
                for (var file : all.sorted().limit(MOST_FILES).toList()) {
                    var name = "files/" + file.getFileName();
                    if (!NAME.matcher(file.getFileName().toString()).matches()) {
                        problems.add(new Theme.Problem(name, 0, "a file's name has letters, digits, hyphens and dots only."));
                        continue;
                    }
                    var bytes = bytes(name, LARGEST_PICTURE);
                    if (bytes != null && size(name, bytes) != null) {
                        pictures.add(name);
                        files.put(Theme.FOLDER + name, bytes);
                    }
                }
            } catch (IOException e) {
                problems.add(new Theme.Problem("files", 0, "the folder cannot be read."));
            }
        }

        private Theme.@Nullable Logo logo(String name) {
            for (var ending : List.of(".svg", ".png")) {
                var bytes = bytes(name + ending, LARGEST_PICTURE);
                var size = bytes == null ? null : size(name + ending, bytes);
                if (size != null) {
                    files.put(Theme.FOLDER + name + ending, bytes);
                    double shrink = Math.min(1, Math.min(480.0 / size[0], 72.0 / size[1]));
                    double grow = ending.equals(".svg") ? Math.min(480.0 / size[0], 48.0 / size[1]) : shrink;
                    return new Theme.Logo(Theme.FOLDER + name + ending, (int) Math.max(1, Math.round(size[0] * grow)), (int) Math.max(1, Math.round(size[1] * grow)));
                }
            }
            return null;
        }

        private void icons() {
            var svg = bytes("icon.svg", LARGEST_PICTURE);
            if (svg != null && size("icon.svg", svg) != null) {
                marks.put("favicon.svg", svg);
            }
            var png = bytes("icon.png", LARGEST_PICTURE);
            var size = png == null ? null : size("icon.png", png);
            if (size != null) {
                if (size[0] != size[1] || size[0] < 512) {
                    problems.add(new Theme.Problem("icon.png", 0, "the icon is " + size[0] + " by " + size[1] + "; it must be square and at least 512 wide."));
                    return;
                }
                try {
                    var image = ImageIO.read(new ByteArrayInputStream(png));
                    marks.put("icon-144.png", scaled(image, 144));
                    marks.put("icon-180.png", scaled(image, 180));
                    marks.put("logo-512.png", scaled(image, 512));
                } catch (IOException e) {
                    problems.add(new Theme.Problem("icon.png", 0, "the picture cannot be read."));
                }
            }
        }

        private static byte[] scaled(BufferedImage image, int width) throws IOException {
            var scaled = new BufferedImage(width, width, BufferedImage.TYPE_INT_ARGB);
            var g = scaled.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.drawImage(image, 0, 0, width, width, null);
            g.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(scaled, "png", out);
            return out.toByteArray();
        }

        /// Width and height of a picture; null when it is none, or one that could run something.
        private double @Nullable [] size(String name, byte[] bytes) {
            var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            try {
                switch (ending) {
                    case "svg" -> {
                        return svg(name, new String(bytes, StandardCharsets.UTF_8));
                    }
                    case "png", "jpg", "gif" -> {
                        var readers = ImageIO.getImageReadersBySuffix(ending);
                        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
                            var reader = readers.next();
                            reader.setInput(in);
                            return new double[] {reader.getWidth(0), reader.getHeight(0)};
                        }
                    }
                    case "webp" -> {
                        return new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1).matches("(?s)RIFF....WEBP") ? new double[] {1, 1} : noPicture(name);
                    }
                    default -> {
                        problems.add(new Theme.Problem(name, 0, "a picture is a png, jpg, webp, gif or svg."));
                        return null;
                    }
                }
            } catch (IOException | RuntimeException broken) {
                return noPicture(name);
            }
        }

        private double @Nullable [] noPicture(String name) {
            problems.add(new Theme.Problem(name, 0, "this is no picture, or a broken one."));
            return null;
        }

        private double @Nullable [] svg(String name, String text) {
            var parser = Parser.xmlParser().setTrackPosition(true);
            var document = Jsoup.parse(text, "", parser);
            var root = document.selectFirst("svg");
            if (root == null || text.contains("<!ENTITY")) {
                return noPicture(name);
            }
            for (var element : root.getAllElements()) {
                int line = element.sourceRange().start().lineNumber();
                var low = element.tagName().toLowerCase(Locale.ROOT).replaceFirst("^.*:", "");
                if (low.equals("script") || low.equals("foreignobject") || low.equals("iframe") || low.equals("set") || low.startsWith("animate")) {
                    problems.add(new Theme.Problem(name, line, "<" + element.tagName() + "> is not let in: a drawing runs and moves nothing."));
                    return null;
                }
                for (var attribute : element.attributes()) {
                    var key = attribute.getKey().toLowerCase(Locale.ROOT);
                    if (key.startsWith("on") || key.endsWith("href") && !attribute.getValue().startsWith("#") || attribute.getValue().contains("url(") && !attribute.getValue().contains("url(#")) {
                        problems.add(new Theme.Problem(name, line, key + " is not let in: a drawing fetches and runs nothing."));
                        return null;
                    }
                }
                if (low.equals("style") && element.data().matches("(?is).*(?:@import|url\\().*") || forges.test(element.text())) {
                    problems.add(new Theme.Problem(name, line, "a drawing fetches nothing, and says nothing that a page says itself."));
                    return null;
                }
            }
            var box = root.attr("viewBox").strip().split("[\\s,]+");
            if (box.length == 4) {
                return new double[] {Double.parseDouble(box[2]), Double.parseDouble(box[3])};
            }
            return new double[] {Double.parseDouble(root.attr("width").replaceAll("[^\\d.]", "")), Double.parseDouble(root.attr("height").replaceAll("[^\\d.]", ""))};
        }

        // ---- fonts

        private List<Theme.Face> faces() {
            var text = text("fonts.txt");
            if (text == null) {
                return List.of();
            }
            int before = problems.size();
            var faces = new ArrayList<Theme.Face>();
            var fonts = new TreeMap<String, byte[]>();
            int number = 0;
            for (var line : text.split("\\R", -1)) {
                number++;
                var said = line.strip();
                if (said.isEmpty() || said.startsWith("#")) {
                    continue;
                }
                var font = FONT.matcher(said);
                if (!font.matches()) {
                    problems.add(new Theme.Problem("fonts.txt", number, "write reading = fonts/NAME.woff2 400, or labels = ...; “italic” may follow."));
                    continue;
                }
                var bytes = bytes(font.group(2), LARGEST_FONT);
                var begin = bytes == null || bytes.length < 4 ? "" : new String(bytes, 0, 4, StandardCharsets.ISO_8859_1);
                if (!begin.equals(font.group(2).endsWith("2") ? "wOF2" : "wOFF")) {
                    problems.add(new Theme.Problem("fonts.txt", number, bytes == null ? "there is no " + font.group(2) + " that could be used." : font.group(2) + " is no font of its kind."));
                    continue;
                }
                fonts.put(Theme.FOLDER + font.group(2), bytes);
                faces.add(new Theme.Face(font.group(1), Theme.FOLDER + font.group(2), font.group(3) == null ? 400 : Integer.parseInt(font.group(3)), font.group(4) != null));
            }
            if (problems.size() > before) {
                return List.of();
            }
            files.putAll(fonts);
            return faces;
        }
    }

    // ---- a beginning

    /// Writes a folder to begin with: every file there may be, with what it is for, changing nothing yet. What is there stays.
    ///
    /// @return the files that were written
    public static List<Path> init(Path folder) throws IOException {
        var made = new ArrayList<Path>();
        Files.createDirectories(folder);
        var files = new LinkedHashMap<String, String>();
        files.put("README.txt", """
                The look of your pages. Every file may be missing; what is wrong in one is named by “galley theme check”, and that piece looks as it comes.

                colours.txt        colours, for light paper and dark
                fonts.txt          typefaces from the folder fonts, as woff2
                logo.svg           your name as a picture (or logo.png); logo-dark.svg for dark paper
                icon.svg, icon.png the small picture of a tab; the png square and at least 512 wide
                style.css          type and space anywhere, anything in your own blocks (.theme-masthead, .theme-footer, ...)
                files              pictures for the blocks
                """ + Blocks.names().stream().map(name -> "%-19s%s\n".formatted(name + ".html", Blocks.PLACES.get(name))).collect(java.util.stream.Collectors.joining())
                + "part-NAME.html     a piece that others include: {{include part-NAME}}\n\nIn a block may stand {{newsroom}}, {{site}}, {{contact}}, {{licence}}, {{link archive.html}}.\n");
        files.put(Colours.FILE, "# Colours as they come: light / dark. Take a “# ” away and change one.\n" + Colours.sample());
        files.put("fonts.txt", "# reading = fonts/Yours-Regular.woff2 400\n# labels = fonts/Yours-Sans.woff2 400\n");
        files.put(StyleSheet.FILE, "/* For instance: .name { text-transform: uppercase; letter-spacing: .04em; } */\n");
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            if (!Files.exists(path)) {
                made.add(Files.writeString(path, file.getValue()));
            }
        }
        Files.createDirectories(folder.resolve("files"));
        Files.createDirectories(folder.resolve("fonts"));
        return made;
    }
}
