package galley.screen.common;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// A language by its name; its value is the BCP 47 tag. One that is not in the list may be typed as a tag.
public final class LanguageBox extends ComboBox<String> {

    private static final List<String> TAGS = List.of("en-GB", "en-US", "en", "ar", "bg", "ca", "cs", "cy", "da", "de", "de-AT", "de-CH", "el", "es", "es-MX",
            "et", "fa", "fi", "fr", "fr-CA", "ga", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mk", "nb", "nl", "nn", "pl", "pt",
            "pt-BR", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh-Hans", "zh-Hant");

    public LanguageBox() {
        getItems().setAll(TAGS.stream().sorted(java.util.Comparator.comparing(LanguageBox::name)).toList());
        setEditable(true);
        setMaxWidth(Double.MAX_VALUE);
        setVisibleRowCount(12);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(String tag) {
                return tag == null || tag.isEmpty() ? "" : said(tag);
            }

            @Override
            public String fromString(String words) {
                return words.substring(words.lastIndexOf(' ') + 1).strip();
            }
        });
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                setValue(getConverter().fromString(getEditor().getText()));
            }
        });
    }

    /// "English (United Kingdom)".
    public static String name(String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }

    private static String said(String tag) {
        var name = name(tag);
        return name.equals(tag) ? tag : name + "  " + tag;
    }
}
