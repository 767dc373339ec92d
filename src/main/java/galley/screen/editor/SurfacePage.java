package galley.screen.editor;

import galley.screen.common.DeskPages;
import galley.screen.common.Fonts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts together the one page the surface lives in: our scripts, ProseMirror's modules from its WebJars, no network.
///
/// The modules stand in an import map as `data:` addresses, because WebKit refuses modules of another scheme as
/// cross-origin; scripts run only with this page's nonce or from that map, nothing else is loaded at all.
final class SurfacePage {

    private static final List<String> OURS = List.of("schema.js", "markup.js", "commands.js", "clipboard.js", "find.js",
            "furniture.js", "keys.js", "surface.js");

    /// Module name and file inside its WebJar.
    private static final List<String[]> THEIRS = Stream.concat(
            Stream.of("model", "state", "transform", "view", "history", "keymap", "commands", "inputrules", "schema-list")
                    .map(name -> new String[] {"prosemirror-" + name, "dist/index.js"}),
            Stream.of(new String[] {"orderedmap", "dist/index.js"}, new String[] {"rope-sequence", "dist/index.js"},
                    new String[] {"w3c-keyname", "index.js"})).toList();

    private SurfacePage() {}

    /// Makes the page and returns its address. Takes a while; call it away from the window's thread.
    static String publish() {
        var nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        var page = text("page.html")
                .replace("${nonce}", HexFormat.of().formatHex(nonce))
                .replace("${style}", text("surface.css"))
                .replace("${serif}", Fonts.serif())
                .replace("${serif-strong}", Fonts.serifStrong())
                .replace("${serif-strong-weight}", Fonts.serifStrongWeight())
                .replace("${modules}", importMap());
        return DeskPages.put("editor", "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static String importMap() {
        var ours = OURS.stream().map(file -> entry("galley/" + file, bytes("/galley/screen/editor/" + file)));
        var theirs = THEIRS.stream().map(module -> entry(module[0],
                bytes("/META-INF/resources/webjars/" + module[0] + "/" + version(module[0]) + "/" + module[1])));
        return Stream.concat(ours, theirs).collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    private static String entry(String name, byte[] module) {
        return "\"" + name + "\":\"data:text/javascript;base64," + Base64.getEncoder().encodeToString(module) + "\"";
    }

    /// A WebJar says in its own description which version it is, so only the POM names one.
    private static String version(String webjar) {
        var described = new Properties();
        try (var in = SurfacePage.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/" + webjar + "/pom.properties")) {
            if (in == null) {
                throw new IllegalStateException("WebJar " + webjar + " is not on the class path");
            }
            described.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return described.getProperty("version");
    }

    private static String text(String file) {
        return new String(bytes("/galley/screen/editor/" + file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        try (var in = SurfacePage.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
