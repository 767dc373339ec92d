package galley.signoff;

import java.util.Locale;

/// Something that a check before print found in a text. An error blocks; a warning waits until somebody says that they have seen it.
///
/// @param name stable for scripts: `headline-long`
/// @param words a sentence for a person
/// @param place what it points at: `headline`, `body 3`, `picture 1`
/// @param record what exactly was found, so that an acknowledgement covers this and not the next one
public record Finding(String name, Weight weight, String words, String place, String record) {

    public enum Weight {
        ERROR, WARNING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isError() {
        return weight == Weight.ERROR;
    }
}
