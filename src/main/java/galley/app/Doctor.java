package galley.app;

import galley.signoff.Altered;
import galley.signoff.AuditChain;
import galley.ingest.Feed;
import galley.signoff.Ed25519;
import galley.signoff.LogAndRecords;
import galley.signoff.StoryFile;
import galley.store.Store;
import galley.story.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Examines a newsroom and says exactly where something is not as it was written.
public final class Doctor {

    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private static final long LITTLE_ROOM = 200L * 1024 * 1024;

    private final OpenNewsroom room;

    public Doctor(OpenNewsroom room) {
        this.room = room;
    }

    /// One thing looked at.
    ///
    /// @param state `ok`, `look` for what harms nothing and should be seen to, or `broken`
    public record Finding(String about, boolean sound, String words, String state) {

        public Finding(String about, boolean sound, String words) {
            this(about, sound, words, sound ? "ok" : "broken");
        }
    }

    public List<Finding> examine() {
        var found = new ArrayList<Finding>();
        look("store", found, () -> found.add(of("store", room.store().unsound(), "the file is sound")));
        look("audit", found, () -> found.add(of("audit", AuditChain.breaks(room.store().audit()), "the chain is whole, "
                + room.store().audit().last().map(e -> e.sequence() + " lines").orElse("no lines yet"))));
        look("stories", found, () -> stories(found));
        look("keys", found, () -> keys(found));
        look("disk", found, () -> disk(found));
        look("feeds", found, () -> feeds(found));
        look("backups", found, () -> backups(found));
        return found;
    }

    /// A record that was made unreadable is a finding of its own, and stops nothing else from being looked at.
    private static void look(String what, List<Finding> found, Runnable looking) {
        try {
            looking.run();
        } catch (RuntimeException e) {
            LOG.warn("The {} could not be looked at", what, e);
            found.add(new Finding(what, false, "a record was altered outside Galley and cannot be read: " + e.getMessage()));
        }
    }

    private void stories(List<Finding> found) {
        var keys = room.store().keys().all();
        var broken = new ArrayList<String>();
        var all = room.store().stories().all();
        var files = new ArrayList<StoryFile>();
        for (var story : all) {
            var file = room.flow().file(story.id()).orElseThrow();
            files.add(file);
            Altered.in(file, keys).forEach(words -> broken.add("story " + story.id() + " (“" + file.text().headline() + "”): " + words));
        }
        found.add(of("stories", broken, all.size() + " stories, every digest and signature holds"));
        found.add(of("records", LogAndRecords.differences(room.store().audit(), new LogAndRecords.Records(files, room.store().assignments().all(), room.people().all(), keys, room.settings().board())),
                "the audit log and the records tell the same"));
    }

    private void keys(List<Finding> found) {
        var missing = new ArrayList<String>();
        var enrolled = new HashSet<String>();
        room.store().audit().each(line -> {
            if (line.action().startsWith("enrol") || line.action().contains("key")) {
                enrolled.add(Json.MAPPER.readTree(line.detail()).path("kid").asString() + " " + Json.MAPPER.readTree(line.detail()).path("person").asString());
            }
        });
        for (var key : room.store().keys().all()) {
            var owner = key.person() == null ? "the newsroom" : room.people().byId(key.person()).map(p -> p.name()).orElse("somebody unknown");
            if (!Ed25519.thumbprint(key.x()).equals(key.kid())) {
                missing.add("the key " + key.kid() + " of " + owner + " was altered outside Galley");
            } else if (!enrolled.contains(key.kid() + " " + (key.person() == null ? "" : key.person()))) {
                missing.add("the key " + key.kid() + " of " + owner + " was never enrolled as theirs");
            }
            if (key.person() != null && key.until() == null && !Files.isReadable(room.keyFiles().file(key.person()))) {
                missing.add("the key file of " + room.people().byId(key.person()).map(p -> p.name()).orElse("somebody unknown") + " is missing");
            }
        }
        found.add(of("keys", missing, "every key was enrolled and every key file is there"));
    }

    private void disk(List<Finding> found) {
        // Not by its mount: inside a container or a changed root there may be none to find.
        long free = room.folder().toFile().getUsableSpace();
        found.add(new Finding("disk", free > LITTLE_ROOM, free / (1024 * 1024) + " MB free"));
    }

    /// A feed that fails is no harm to the newsroom, but somebody must be told how many, and for how long.
    private void feeds(List<Finding> found) {
        var all = room.store().feeds().all();
        var failing = all.stream().filter(feed -> feed.health().problem() != null && !feed.paused()).toList();
        var words = all.size() + (all.size() == 1 ? " feed" : " feeds") + (failing.isEmpty() ? ", none failing" : ", " + failing.size() + " failing: "
                + String.join("; ", failing.stream().map(this::failing).toList()));
        found.add(new Finding("feeds", true, words, failing.isEmpty() ? "ok" : "look"));
    }

    private String failing(Feed feed) {
        var health = feed.health();
        var since = health.succeeded() == null ? feed.added() : health.succeeded();
        return feed.url() + (health.succeeded() == null ? " (never answered, " : " (no answer ") + "for " + spell(Duration.between(since, room.clock().instant())) + ", " + health.failures()
                + (health.failures() == 1 ? " try" : " tries") + "): " + health.problem();
    }

    private static String spell(Duration time) {
        long minutes = Math.max(0, time.toMinutes());
        return minutes < 120 ? minutes + " minutes" : minutes < 48 * 60 ? minutes / 60 + " hours" : minutes / (24 * 60) + " days";
    }

    private void backups(List<Finding> found) {
        var copies = room.backups().all().stream().filter(copy -> !copy.aside()).toList();
        if (copies.isEmpty()) {
            found.add(new Finding("backups", isNew(), "there is no copy of this newsroom yet; the first command of a day makes one"));
            return;
        }
        var newest = copies.getFirst();
        var wrong = Store.unsound(newest.file());
        long days = ChronoUnit.DAYS.between(newest.day(), LocalDate.ofInstant(room.clock().instant(), ZoneId.systemDefault()));
        var words = "the newest of " + copies.size() + " is of " + newest.day() + " (" + Backups.megabytes(newest.bytes()) + ")";
        found.add(new Finding("backups", wrong.isEmpty() && days <= 1, words + (wrong.isEmpty() ? "" : ", and it is damaged: " + wrong.getFirst())));
    }

    private boolean isNew() {
        try {
            var made = Files.readAttributes(room.store().file(), BasicFileAttributes.class).creationTime().toInstant();
            return made.isAfter(room.clock().instant().minus(2, ChronoUnit.DAYS));
        } catch (IOException e) {
            return false;
        }
    }

    private static Finding of(String about, List<String> wrong, String otherwise) {
        return wrong.isEmpty() ? new Finding(about, true, otherwise) : new Finding(about, false, String.join("; ", wrong));
    }
}
