package galley.app;

import galley.desk.Newsroom;
import galley.desk.Role;
import galley.ingest.Feed;
import galley.screen.firstrun.Foundation;
import galley.store.Store;
import galley.work.Cancel;
import galley.work.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// Makes what the first run asks for, in the newsroom's folder.
final class DesktopFoundation implements Foundation {

    private final Path folder;
    private final Clock clock;

    DesktopFoundation(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void begin(Newsroom newsroom, String person, char[] passphrase) {
        try (var room = OpenNewsroom.atOrNew(folder, clock)) {
            room.settings().save(newsroom);
            room.enrolment().newsroomKey(newsroom.name());
            var first = room.enrolment().add(person, Set.of(Role.EDITOR, Role.SENIOR_EDITOR), List.of(), passphrase, null);
            room.settings().choose(DesktopNewsroom.ACTING, first.id().toString());
        }
    }

    @Override
    public void addFeeds(List<URI> addresses) {
        try (var room = OpenNewsroom.at(folder, clock)) {
            addresses.forEach(address -> room.store().feeds().add(Feed.at(Store.newId(), address.toString(), clock.instant())));
        }
    }

    @Override
    public void sample(Progress.Watcher watcher, Cancel cancel) {
        DemoNewsDay.sampleNewsroom(folder, line -> watcher.see(new Progress(0, 0, line.words())));
    }
}
