package galley.publish.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/// What every page of this program's build looks like, in a few digits: templates, styles, script, words, and the code that fills them.
/// Another build with another look makes every page again; the same build makes the same pages.
public final class Look {

    public static final String FINGERPRINT = of("galley/publish/");

    private Look() {}

    private static String of(String inside) {
        try {
            var place = Path.of(Look.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            var sum = new CRC32();
            if (Files.isDirectory(place)) {
                try (var files = Files.walk(place.resolve(inside))) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        sum.update(place.relativize(file).toString().replace('\\', '/').getBytes(java.nio.charset.StandardCharsets.UTF_8));
                        sum.update(Files.readAllBytes(file));
                    }
                }
            } else {
                try (var jar = new ZipFile(place.toFile())) {
                    jar.stream().filter(e -> e.getName().startsWith(inside) && !e.isDirectory()).sorted(java.util.Comparator.comparing(java.util.zip.ZipEntry::getName))
                            .forEach(e -> sum.update((e.getName() + e.getCrc()).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                }
            }
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own templates cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program does not know where it lies", e);
        }
    }
}
