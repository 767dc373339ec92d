package galley.publish;

import galley.publish.page.PagePicture;
import galley.publish.page.SitePaths;
import galley.story.Assets;
import galley.story.Picture;
import galley.story.StoryText;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures as they lie on the site: each at its own width and at narrower ones, so that a phone fetches no more than it shows.
final class SitePictures {

    private static final Logger LOG = LoggerFactory.getLogger(SitePictures.class);
    private static final int[] WIDTHS = {480, 960};
    /// A narrower copy must save something.
    private static final double LEAST_SAVED = 1.2;
    private static final int KEPT = 60;

    private final Assets assets;
    /// The last few, for a preview that is looked at again and again.
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    SitePictures(Assets assets) {
        this.assets = assets;
    }

    List<PagePicture> of(StoryText text) {
        return text.pictures().stream().map(SitePictures::of).toList();
    }

    static PagePicture of(Picture picture) {
        var path = path(picture);
        return new PagePicture(path, picture.mediaType(), picture.width(), picture.height(), picture.alt(),
                java.util.Arrays.stream(WIDTHS).filter(width -> isNarrower(picture, width))
                        .mapToObj(width -> new PagePicture.Rendition(SitePaths.rendition(path, width), width)).toList());
    }

    private static boolean isNarrower(Picture picture, int width) {
        return picture.width() >= width * LEAST_SAVED && (picture.mediaType().equals("image/png") || picture.mediaType().equals("image/jpeg"));
    }

    private static String path(Picture picture) {
        return "pictures/" + picture.asset().substring(0, 16) + "." + switch (picture.mediaType()) {
            case "image/png" -> "png";
            case "image/webp" -> "webp";
            case "image/gif" -> "gif";
            default -> "jpg";
        };
    }

    /// A picture and its narrower copies.
    void plan(Picture picture, SitePlan plan) {
        var from = Mix.START.with(picture.asset());
        var page = of(picture);
        plan.add(page.path(), from, () -> original(picture));
        page.renditions().forEach(r -> plan.add(r.path(), from.with(r.width()), () -> narrower(picture, r)));
    }

    /// Every file of the pictures of a text, by path; what is missing is left out.
    Map<String, byte[]> bytes(StoryText text) {
        var files = new LinkedHashMap<String, byte[]>();
        for (var picture : text.pictures()) {
            var original = original(picture);
            if (original != null) {
                files.put(path(picture), original);
                of(picture).renditions().forEach(r -> files.put(r.path(), narrower(picture, r)));
            }
        }
        return files;
    }

    private byte @Nullable [] original(Picture picture) {
        var asset = assets.asset(picture.asset());
        if (asset.isEmpty()) {
            // The words are published; a picture that the newsroom has lost must not keep the site from being written.
            LOG.warn("The picture “{}” ({}) is missing from the newsroom.", picture.alt(), picture.asset());
            return null;
        }
        return asset.get().bytes();
    }

    private byte @Nullable [] narrower(Picture picture, PagePicture.Rendition rendition) {
        synchronized (kept) {
            var known = kept.get(rendition.path());
            if (known != null) {
                return known;
            }
        }
        var original = original(picture);
        if (original == null) {
            return null;
        }
        var made = narrower(original, picture.mediaType(), rendition.width());
        synchronized (kept) {
            kept.put(rendition.path(), made);
        }
        return made;
    }

    /// The same picture at another width; what Java cannot read is passed on as it is.
    static byte[] narrower(byte[] original, String mediaType, int width) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(original));
            if (image == null) {
                return original;
            }
            while (image.getWidth() > width * 2) {
                image = scaled(image, image.getWidth() / 2);
            }
            var made = encoded(scaled(image, width), mediaType.equals("image/jpeg"));
            return made.length < original.length ? made : original;
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("A picture of type {} cannot be made narrower.", mediaType, unreadable);
            return original;
        }
    }

    private static BufferedImage scaled(BufferedImage image, int width) {
        int height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
        var scaled = new BufferedImage(width, height, image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var g = scaled.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return scaled;
    }

    private static byte[] encoded(BufferedImage image, boolean jpeg) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!jpeg) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.82f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
