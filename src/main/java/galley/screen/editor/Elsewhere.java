package galley.screen.editor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Brings to the desk what lies elsewhere. Asked away from the window's thread; what goes wrong is thrown as [galley.notice.Trouble].
public interface Elsewhere {

    /// Something that was brought.
    ///
    /// @param address where it came from in the end
    /// @param title what it calls itself; empty when it does not
    /// @param mediaType without parameters: `text/html`
    record Found(String address, String title, String mediaType, byte[] bytes) {}

    /// Gets a picture or a document.
    ///
    /// @param entry the wire entry that pointed at it; null when a person typed the address
    Found get(String address, @Nullable UUID entry);

    /// Brings nothing, and says so.
    Elsewhere NOWHERE = (address, _) -> {
        throw galley.notice.Trouble.of("“" + address + "” cannot be fetched here.", "Nothing was changed.", "Choose a file instead.");
    };
}
