package galley.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps how each feed was fetched lately, with the server's headers and the very bytes of the last documents, as proof of what
/// it said and when. Bounded: the newest [#KEPT] fetches of a feed, equal answers in a row as one, and the newest [#RAW_KEPT]
/// documents.
public interface Fetches {

    int KEPT = 30;
    int RAW_KEPT = 3;

    /// One fetch.
    ///
    /// @param status the server's; 0 when there was none, as for files and silence
    /// @param bytes how many came, packed
    /// @param fresh items that were new
    /// @param problem what went wrong, in sentences; null when nothing did
    /// @param rawHash SHA-256 of the document; null when none came
    record Fetch(UUID feed, Instant at, int status, Duration took, long bytes, int fresh, int changed, @Nullable String problem,
                 Map<String, List<String>> headers, @Nullable String rawHash) {

        Fetch bringing(int fresh, int changed) {
            return new Fetch(feed, at, status, took, bytes, fresh, changed, problem, headers, rawHash);
        }

        /// The first value of a header; empty when it is not there.
        public String header(String name) {
            var values = headers.get(name);
            return values == null || values.isEmpty() ? "" : values.getFirst();
        }

        /// "unchanged", "3 new, 1 changed", or what went wrong.
        public String words() {
            return problem != null ? problem : fresh + changed == 0 ? rawHash == null ? "unchanged" : "nothing new"
                    : (fresh > 0 ? fresh + " new" : "") + (fresh > 0 && changed > 0 ? ", " : "") + (changed > 0 ? changed + " changed" : "");
        }
    }

    /// Fetches in a row that went the same way.
    ///
    /// @param since when the first of them was
    /// @param times how many they are
    /// @param last the newest of them
    /// @param rawKept whether its document can still be shown
    record Row(Instant since, int times, Fetch last, boolean rawKept) {}

    /// What a feed brought in one hour.
    ///
    /// @param failed fetches that went wrong
    record Hour(Instant at, int fresh, int failed) {}

    /// @param raw the document, packed by [Proof#pack]; null when none came or it is too large to keep
    void keep(Fetch fetch, byte @Nullable [] raw);

    /// Newest first.
    List<Row> of(UUID feed);

    /// The document as it was fetched.
    Optional<byte[]> raw(UUID feed, String rawHash);

    /// What each feed brought, hour by hour, oldest first; hours in which nothing happened are left out.
    Map<UUID, List<Hour>> hours(Instant since);
}
