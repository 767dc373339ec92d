package galley.store;

import galley.desk.Newsroom;
import galley.desk.Person;
import galley.desk.Role;
import galley.publish.SourceDesk;
import galley.screen.common.Watched;
import galley.signoff.CopyFlow;
import galley.signoff.Enrolment;
import galley.signoff.KeyFiles;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.SignOff;
import galley.signoff.StoryFile;
import galley.story.Draft;
import galley.story.Hash;
import galley.story.Rights;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WireItem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/// A small real newsroom for tests: real SQLite, real keys, and a steady cast. Rosa and Ines edit; Idris and Tomas are seniors.
public final class NewsroomInATest implements AutoCloseable {

    public static final char[] PASSPHRASE = "four plain words here".toCharArray();
    public static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");

    /// A clock that tests move by hand.
    public static final class HandClock extends Clock {
        private Instant now = MORNING;

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    public final HandClock clock = new HandClock();
    public final Path folder;
    public final Store store;
    public final KeyFiles keyFiles;
    public final CopyFlow flow;
    public Rights rights = Rights.UNSTATED;
    public galley.signoff.Preflight preflight = galley.signoff.Preflight.NONE;
    public final Person rosa;
    public final Person ines;
    public final Person idris;
    public final Person tomas;

    public NewsroomInATest(Path folder) {
        this.folder = folder;
        boolean fresh = !Store.exists(folder);
        store = Store.open(folder);
        keyFiles = new KeyFiles(folder.resolve("keys"));
        flow = new CopyFlow(new CopyFlow.Shelves(store.stories(), store.wire(), store.signOffs(), store.margins(), store.assignments(),
                store.keys(), store.audit(), store.people(), store.inOneGo(), entry -> rights, store.settings()::board, file -> preflight.of(file)), clock, Store::newId);
        if (fresh) {
            store.settings().save(Newsroom.named("Quay Post"));
        }
        rosa = person("Rosa Lind", Role.EDITOR);
        ines = person("Ines Varga", Role.EDITOR);
        idris = person("Idris Bello", Role.SENIOR_EDITOR);
        tomas = person("Tomas Roth", Role.SENIOR_EDITOR);
    }

    private Person person(String name, Role role) {
        return store.people().find(name).orElseGet(() -> {
            var voucher = store.people().all().stream().findFirst().orElse(null);
            return new Enrolment(store.people(), store.keys(), store.audit(), store.inOneGo(), keyFiles, folder.resolve("keys"), clock, Store::newId)
                    .add(name, EnumSet.of(role), List.of("Quay Post desk"), PASSPHRASE, voucher);
        });
    }

    public static StoryText harbour() {
        return StoryText.of("Storm keeps the harbour shut", "<p>The harbour stayed closed on Tuesday.</p><p>No one was hurt.</p>");
    }

    /// A wire entry that nobody has taken.
    public UUID wireEntry(String title) {
        var feed = UUID.nameUUIDFromBytes(new byte[] {1});
        var item = new WireItem(UUID.randomUUID(), UUID.randomUUID(), 1, "guid-" + title, "https://northwire.example/" + Math.abs(title.hashCode()), title,
                "Short.", "<p>As the wire has it: " + title + ".</p>", List.of("A. Reporter"), List.of("Weather"), "en", null, clock.instant(), null,
                clock.instant(), null, Hash.hex("raw"), Hash.hex(title));
        store.wire().deliver(feed, "Northwire", List.of(new Wire.Delivery("guid-" + title, item)));
        return store.wire().untaken(Long.MAX_VALUE, 1).getFirst().id();
    }

    /// The source of a story's wire entry says something else now.
    public void sourceChanges(Story story, String title) {
        clock.pass(Duration.ofMinutes(2));
        var entry = store.wire().entry(story.entry()).orElseThrow();
        var last = entry.latest();
        var item = new WireItem(UUID.randomUUID(), last.entry(), 0, last.guid(), last.link(), title, last.summary(), "<p>As the wire has it now: " + title + ".</p>", last.authors(),
                last.categories(), last.language(), null, last.published(), null, clock.instant(), null, Hash.hex("raw " + title), Hash.hex(title));
        store.wire().deliver(entry.feed(), entry.source(), List.of(new Wire.Delivery(last.guid(), item)));
    }

    public Story taken(Person by) {
        return done(flow.take(wireEntry("Port shut by storm " + store.wire().countUntaken() + store.stories().all().size()), by, item -> harbour()));
    }

    public StoryFile file(Story story) {
        return flow.file(story.id()).orElseThrow();
    }

    public Outcome<Draft> type(Story story, Person by, StoryText text) {
        clock.pass(Duration.ofSeconds(1));
        return flow.write(story.id(), by, text, file(story).seen());
    }

    public Outcome<SignOff> sign(Story story, Meaning meaning, Person by) {
        clock.pass(Duration.ofMinutes(1));
        return flow.sign(story.id(), meaning, by, key(by), file(story).seen(), by.name());
    }

    public KeyFiles.OpenKey key(Person person) {
        return keyFiles.open(person.id(), PASSPHRASE).orElseThrow();
    }

    public static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("Not done: " + outcome.whyNot());
    }

    public SourceDesk sources() {
        return new SourceDesk(store.sourceChanges(clock), store.evidenceChecks(), flow, store.wire(), store.assets(), store.audit(), store.inOneGo(), clock);
    }

    /// Sources that are never asked again.
    public Watched watched() {
        return new Watched(sources(), store.audit(), _ -> List.of());
    }

    @Override
    public void close() {
        store.close();
    }
}
