package galley.screen.firstrun;

import galley.desk.Newsroom;
import galley.work.Cancel;
import galley.work.Progress;
import java.net.URI;
import java.util.List;

/// What a first run asks of the program. All of it is slow.
public interface Foundation {

    /// Makes the newsroom and its first person with their key; all of it or nothing that stands in the way of trying again.
    ///
    /// @param passphrase wiped by the caller
    void begin(Newsroom newsroom, String person, char[] passphrase);

    /// Adds feeds to the newsroom that was begun; they are pulled once its window is open.
    void addFeeds(List<URI> addresses);

    /// Makes the sample newsroom where this one would have been.
    void sample(Progress.Watcher watcher, Cancel cancel);
}
