package galley.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of asking an address for a document.
public sealed interface Fetched {

    /// A document.
    ///
    /// @param url against which its links are resolved: where it came from after redirects, or where it says it belongs
    /// @param bytes unpacked
    /// @param moved where it lives from now on, when every redirect on the way was a permanent one; null otherwise
    record Document(String url, byte[] bytes, @Nullable String contentType, @Nullable String contentLanguage, @Nullable String etag,
                    @Nullable String lastModified, @Nullable String moved) implements Fetched {}

    /// Not changed since the validators that were sent.
    ///
    /// @param etag as the answer renews it; null when it does not
    /// @param moved where it lives from now on, when every redirect on the way was a permanent one; null otherwise
    record Unchanged(@Nullable String etag, @Nullable String lastModified, @Nullable String moved) implements Fetched {}

    /// No document, and why.
    ///
    /// @param problem what happened and what to do, in sentences
    /// @param notBefore when the server wants to be asked again; null when it does not say
    record Failed(String problem, Reason reason, @Nullable Instant notBefore) implements Fetched {

        public Failed(String problem) {
            this(problem, Reason.PASSING, null);
        }
    }

    /// Kinds of failure that are treated differently.
    enum Reason {
        /// Worth another try.
        PASSING,
        /// The server wants no questions for a while, from nobody here.
        TOO_OFTEN,
        /// The server asks for a name and password.
        SIGN_IN,
        /// The server says that the document is gone for good.
        GONE,
        /// The address leads to where a feed may not lead.
        FORBIDDEN
    }
}
