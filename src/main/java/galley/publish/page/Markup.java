package galley.publish.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Fills the templates, which are checked and compiled with the program.
final class Markup {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(null, ContentType.Html,
            Markup.class.getClassLoader(), "galley.publish.templates");

    private Markup() {}

    static String of(String template, Object page) {
        var output = new StringOutput(32_768);
        TEMPLATES.render(template, page, output);
        return printable(output.toString());
    }

    static String of(String template, Map<String, Object> params) {
        var output = new StringOutput();
        TEMPLATES.render(template, params, output);
        return printable(output.toString());
    }

    /// The same as bytes, for the pages that are many.
    static byte[] bytes(String template, Object page) {
        var output = new PageBytes();
        TEMPLATES.render(template, page, output);
        return output.isPrintable() ? output.done() : of(template, page).getBytes(StandardCharsets.UTF_8);
    }

    /// Without the characters that no HTML page may carry: controls, noncharacters, halves of pairs.
    static String printable(String text) {
        if (isPrintable(text)) {
            return text;
        }
        return text.codePoints().filter(Markup::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && c != '\n') {
                int whole = text.codePointAt(i);
                if (!isAllowed(whole)) {
                    return false;
                }
                i += Character.charCount(whole) - 1;
            }
        }
        return true;
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c < 0x7F || c == '\n' || c == '\t' || c == '\r'
                || c >= 0xA0 && !(c >= 0xD800 && c <= 0xDFFF) && !(c >= 0xFDD0 && c <= 0xFDEF) && (c & 0xFFFE) != 0xFFFE;
    }
}
