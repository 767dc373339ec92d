package galley.ingest;

import java.util.List;

/// What a pull brought.
///
/// @param feeds how many were asked
/// @param ok answered with a feed, changed or not
/// @param unchanged of these, had nothing new to read
/// @param fresh new entries
/// @param changed new versions of known entries
public record PullReport(int feeds, int ok, int unchanged, List<Failure> failed, int fresh, int changed) {

    /// A feed that could not be read, and why, in a sentence.
    public record Failure(String url, String problem) {}

    public PullReport {
        failed = List.copyOf(failed);
    }
}
