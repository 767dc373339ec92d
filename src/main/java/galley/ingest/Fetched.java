package galley.ingest;

import org.jspecify.annotations.Nullable;

/// What came of asking an address for a document.
public sealed interface Fetched {

    /// A document.
    ///
    /// @param url where it came from, after redirects
    /// @param moved where it says it lives from now on; null when it has not moved for good
    record Document(String url, byte[] bytes, @Nullable String contentType, @Nullable String contentLanguage, @Nullable String etag,
                    @Nullable String lastModified, @Nullable String moved) implements Fetched {}

    /// Not changed since the validators that were sent.
    record Unchanged() implements Fetched {}

    /// No document, and why, in a sentence.
    record Failed(String problem) implements Fetched {}
}
