package galley.publish.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the site says of somebody who works in the newsroom.
///
/// @param roles what they do, in words: "senior editor"
/// @param credits names they may also sign under
/// @param left when they left; null while they work here
/// @param signed stories they signed, newest first; each note says how: "edited"
public record PersonView(String name, List<String> roles, List<String> credits, List<Key> keys, @Nullable Instant left,
                         List<StoryLink> signed) {

    /// A key this person signs with.
    ///
    /// @param id RFC 7638 thumbprint
    /// @param until when it ended; null while it is good
    public record Key(String id, Instant from, @Nullable Instant until) {}

    public PersonView {
        roles = List.copyOf(roles);
        credits = List.copyOf(credits);
        keys = List.copyOf(keys);
        signed = List.copyOf(signed);
    }

    public String path() {
        return SitePaths.person(name);
    }

    public String initials() {
        return galley.desk.Initials.of(name);
    }
}
