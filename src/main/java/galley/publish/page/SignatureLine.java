package galley.publish.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One signature under a page, as the proof block says it in words.
///
/// @param name the name it is printed under
/// @param signer whether that is a person's own name, a team's or a role's
/// @param path of the signer's page on the site; null for none
/// @param jobTitle "Senior editor"; null when not said
/// @param meaning what the signer said: "I edited this text and stand by it."
/// @param keyId RFC 7638 thumbprint of the key
public record SignatureLine(Role role, String name, Signer signer, @Nullable String path, @Nullable String jobTitle,
                            Instant at, String meaning, String keyId) {

    public enum Role {
        EDITED("edited", "Edited by"), REVIEWED("reviewed", "Reviewed by"), BOARD("board", "Verified by"),
        PUBLISHED("published", "Published by");

        private final String code;
        private final String english;

        Role(String code, String english) {
            this.code = code;
            this.english = english;
        }

        /// The name of its place on the page: `signed-edited`.
        public String anchor() {
            return "signed-" + code;
        }

        /// The record's own language is English; a page in another one says it in both.
        public String inEnglish() {
            return english;
        }
    }

    public enum Signer { PERSON, TEAM, ROLE, NEWSROOM }
}
