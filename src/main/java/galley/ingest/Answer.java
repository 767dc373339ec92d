package galley.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a server answered, and how.
///
/// @param what what came of it
/// @param exchange how the server put it; what is kept as proof
public record Answer(Fetched what, Exchange exchange) {

    /// The last answer on the way, as the wire had it.
    ///
    /// @param status 0 when there was no answer
    /// @param headers by lower-case name, in the server's own spelling of the values
    /// @param bytes how many came, packed
    /// @param took from the first question to the last byte
    public record Exchange(int status, Map<String, List<String>> headers, long bytes, Duration took) {

        /// Nobody was asked.
        static final Exchange NONE = new Exchange(0, Map.of(), 0, Duration.ZERO);

        /// The first value of a header; empty when it is not there.
        String header(String name) {
            var values = headers.get(name);
            return values == null || values.isEmpty() ? "" : values.getFirst();
        }
    }
}
