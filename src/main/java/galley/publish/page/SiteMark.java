package galley.publish.page;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/// The newsroom's mark where it has not drawn its own: its letter in white on ink, underlined in blue pencil. Drawn from the
/// outlines of the typeface that comes with the program, so that every machine draws the same.
public final class SiteMark {

    public static final String ICON = "favicon.svg";
    public static final String TOUCH_ICON = "icon-180.png";
    /// At most 144 pixels wide, as RSS has it.
    public static final String FEED_ICON = "icon-144.png";
    public static final String LOGO = "logo-512.png";
    public static final String SHARE = "share-1200x630.png";
    static final int LOGO_SIZE = 512;

    private static final int INK = 0x1b1f1d;
    private static final int PAPER = 0xffffff;
    private static final int PENCIL = 0x6f8ff5;
    private static final double GRID = 64;
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "de", "het");

    private SiteMark() {}

    /// Where the files of the mark lie.
    public static final List<String> PATHS = List.of(ICON, FEED_ICON, TOUCH_ICON, LOGO, SHARE);

    /// One file of the mark, by its path on the site.
    public static byte[] file(String path, String newsroom) {
        return switch (path) {
            case ICON -> svg(newsroom).getBytes(StandardCharsets.UTF_8);
            case FEED_ICON -> square(newsroom, 144, 0);
            case TOUCH_ICON -> square(newsroom, 180, 0);
            case LOGO -> square(newsroom, LOGO_SIZE, 0);
            case SHARE -> card(newsroom);
            default -> throw new IllegalArgumentException("The mark has no file " + path);
        };
    }

    /// All files of the mark, by their path.
    public static Map<String, byte[]> files(String newsroom) {
        var files = new LinkedHashMap<String, byte[]>();
        PATHS.forEach(path -> files.put(path, file(path, newsroom)));
        return files;
    }

    /// The picture shown where a page without one of its own is shared.
    static PagePicture share(String newsroom) {
        return new PagePicture(SHARE, "image/png", 1200, 630, newsroom);
    }

    static String svg(String newsroom) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"12\" fill=\"#%06x\"/>"
                .formatted(INK) + "<path fill=\"#%06x\" d=\"%s\"/><path fill=\"#%06x\" d=\"%s\"/></svg>\n"
                .formatted(PAPER, path(letter(newsroom)), PENCIL, path(underline()));
    }

    private static byte[] square(String newsroom, int size, int corner) {
        return png(size, size, g -> {
            g.setColor(new Color(INK));
            g.fill(new RoundRectangle2D.Double(0, 0, size, size, corner, corner));
            g.scale(size / GRID, size / GRID);
            mark(g, newsroom);
        });
    }

    /// The newsroom's name on ink; where the typeface lacks its letters, the mark alone.
    private static byte[] card(String newsroom) {
        return png(1200, 630, g -> {
            g.setColor(new Color(INK));
            g.fillRect(0, 0, 1200, 630);
            if (FONT.canDisplayUpTo(newsroom) == -1) {
                var name = outline(newsroom, 112);
                var bounds = name.getBounds2D();
                double shrink = Math.min(1, 960 / bounds.getWidth());
                var place = AffineTransform.getTranslateInstance(120, 345);
                place.scale(shrink, shrink);
                place.translate(-bounds.getX(), 0);
                g.setColor(new Color(PAPER));
                g.fill(place.createTransformedShape(name));
                g.setColor(new Color(PENCIL));
                g.fill(new Rectangle2D.Double(120, 395, bounds.getWidth() * shrink, 10));
            } else {
                g.translate(440, 155);
                g.scale(5, 5);
                mark(g, newsroom);
            }
        });
    }

    private static void mark(Graphics2D g, String newsroom) {
        g.setColor(new Color(PAPER));
        g.fill(letter(newsroom));
        g.setColor(new Color(PENCIL));
        g.fill(underline());
    }

    private static Shape underline() {
        return new Rectangle2D.Double(14, 49, 36, 4);
    }

    /// The first letter of the name, not counting an article; three lines of print where the typeface does not have it.
    private static Shape letter(String newsroom) {
        var words = newsroom.strip().split("\\s+");
        var word = words.length > 1 && ARTICLES.contains(words[0].toLowerCase(Locale.ROOT)) ? words[1] : words[0];
        var letter = word.isEmpty() ? "" : new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
        if (letter.isEmpty() || FONT.canDisplayUpTo(letter) != -1) {
            var lines = new Area(new Rectangle2D.Double(14, 13, 36, 6));
            lines.add(new Area(new Rectangle2D.Double(14, 24, 36, 6)));
            lines.add(new Area(new Rectangle2D.Double(14, 35, 24, 6)));
            return lines;
        }
        var outline = outline(letter, 46);
        var bounds = outline.getBounds2D();
        return AffineTransform.getTranslateInstance(GRID / 2 - bounds.getCenterX(), 27 - bounds.getCenterY()).createTransformedShape(outline);
    }

    private static Shape outline(String text, float size) {
        return FONT.deriveFont(size).createGlyphVector(new FontRenderContext(null, true, true), text).getOutline();
    }

    private static String path(Shape shape) {
        var path = new StringBuilder();
        var at = new double[6];
        for (var i = new Path2D.Double(shape).getPathIterator(null); !i.isDone(); i.next()) {
            int segment = i.currentSegment(at);
            path.append("MLQCZ".charAt(segment));
            int numbers = switch (segment) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CUBICTO -> 6;
                default -> 0;
            };
            for (int n = 0; n < numbers; n++) {
                path.append(n == 0 ? "" : " ").append(Math.round(at[n] * 100) / 100.0);
            }
        }
        return path.toString().replace(".0 ", " ").replaceAll("\\.0(?=[A-Z]|$)", "");
    }

    private interface Drawing {
        void on(Graphics2D g);
    }

    private static byte[] png(int width, int height, Drawing drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.on(g);
        g.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture cannot be written into memory", e);
        }
    }

    private static final Font FONT = font();

    private static Font font() {
        try (var in = SiteMark.class.getResourceAsStream("/com/formdev/flatlaf/fonts/inter/Inter-Bold.otf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The program's own typeface cannot be read", e);
        }
    }
}
