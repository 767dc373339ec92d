package galley.app;

import galley.ingest.Feed;
import galley.ingest.Fetched;
import galley.signoff.Status;
import galley.signoff.StoryFile;
import galley.story.EvidenceChecks.Look;
import galley.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/// Goes round the sources of the stories at hand and notes what they say now. Few at a time and seldom: they are other people's servers.
public final class EvidenceRounds {

    /// How long a look is good for.
    static final Duration FRESH = Duration.ofHours(12);
    /// Stories that nobody touched for longer are left in peace.
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int STORIES_A_ROUND = 10;
    /// Where a source is looked at from when no feed brought the story: the open web, never this machine's own network.
    private static final String WORLD = "https://example.org/";

    private final OpenNewsroom room;
    private final BiFunction<String, String, Fetched> follow;

    public EvidenceRounds(OpenNewsroom room) {
        this(room, (url, from) -> room.fetcher().follow(url, from));
    }

    /// @param follow fetches an address that was found at another
    EvidenceRounds(OpenNewsroom room, BiFunction<String, String, Fetched> follow) {
        this.room = room;
        this.follow = follow;
    }

    /// Looks at the sources of one story and keeps what was found.
    public List<Look> check(StoryFile file) {
        var from = feed(file);
        var checks = new EvidenceCheck(url -> follow.apply(url, from));
        var looks = new ArrayList<Look>();
        for (var evidence : file.text().evidence()) {
            if (looks.stream().noneMatch(look -> look.isOf(evidence))) {
                var found = checks.today(evidence, room.store().assets()::asset);
                var now = found.now() == null ? null : room.store().assets().keep(found.now().mediaType(), found.now().bytes());
                looks.add(new Look(evidence.url(), evidence.copyHash(), room.clock().instant(), found.today(), now, found.words(), false));
            }
        }
        room.sources().keep(file.story().id(), looks);
        return room.sources().looks(file.story().id());
    }

    /// The address that the story's feed is at; a source on the same network as its feed may be looked at.
    public String feed(StoryFile file) {
        return file.story().entry() == null ? WORLD
                : room.store().wire().entry(file.story().entry()).flatMap(e -> room.store().feeds().byId(e.feed())).map(Feed::url).orElse(WORLD);
    }

    /// Looks at the stories whose last look is too old. Answers those whose sources say something new.
    public List<UUID> round(Cancel cancel) {
        var now = room.clock().instant();
        var found = new ArrayList<UUID>();
        int looked = 0;
        for (var line : room.store().lines().all()) {
            if (looked >= STORIES_A_ROUND) {
                break;
            }
            cancel.check();
            if (line.status() == Status.SPIKED || line.status() == Status.KILLED || line.changed().isBefore(now.minus(LATELY)) || isFresh(line.id(), now)) {
                continue;
            }
            var file = room.flow().file(line.id()).orElse(null);
            if (file == null || file.text().evidence().stream().allMatch(evidence -> evidence.copyHash() == null)) {
                continue;
            }
            looked++;
            if (check(file).stream().anyMatch(Look::isOpen)) {
                found.add(line.id());
            }
        }
        return found;
    }

    private boolean isFresh(UUID story, Instant now) {
        var last = room.sources().lastLook(story);
        return last != null && last.plus(FRESH).isAfter(now);
    }
}
