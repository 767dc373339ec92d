package galley.ingest;

import java.time.Instant;
import java.util.Map;

/// Remembers which servers asked to be left alone, and until when. What one feed was told holds for all feeds of that server.
public interface Hosts {

    /// Servers that want no questions yet, by name and port as [Lanes] writes them.
    Map<String, Instant> leftAlone(Instant now);

    void leaveAlone(String host, Instant until);
}
