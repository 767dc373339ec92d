package galley.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Board;
import galley.desk.Person;
import galley.desk.Role;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.story.Anchor;
import galley.story.Publication;
import galley.story.Story;
import galley.story.StoryText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generated histories of one story after another, each act compared with a small model that knows the rules in its own words. A history
/// that goes wrong prints its seed and its steps; give the seed with `-Dgalley.history=SEED` to see it again.
class HistoriesTest {

    private static final int HISTORIES = 12;
    private static final int STEPS = 30;

    @TempDir
    Path folder;

    @Test
    void noHistoryDoesWhatTheRulesForbidNorRefusesWhatTheyAllow() {
        var given = Long.getLong("galley.history");
        try (var room = new NewsroomInATest(folder)) {
            var people = List.of(room.rosa, room.ines, room.idris, member(room, room.tomas));
            var keys = new HashMap<UUID, KeyFiles.OpenKey>();
            people.forEach(p -> keys.put(p.id(), room.key(p)));
            var seeds = new Random(20_261_117);
            int done = 0;
            int refused = 0;
            for (int i = 0; i < (given == null ? HISTORIES : 1); i++) {
                long seed = given == null ? seeds.nextLong() : given;
                var history = new History(room, people, keys, seed);
                history.run();
                done += history.done;
                refused += history.refused;
            }
            assertThat(done).as("acts that were done").isGreaterThan(given == null ? 60 : 0);
            assertThat(refused).as("acts that were refused").isGreaterThan(given == null ? 60 : 0);
            assertThat(AuditChain.breaks(room.store.audit())).isEmpty();
        }
    }

    private static Person member(NewsroomInATest room, Person person) {
        var member = new Person(person.id(), person.name(), Set.of(Role.SENIOR_EDITOR, Role.BOARD), person.credits(), person.joined(), null);
        room.store.people().update(member);
        return member;
    }

    // ---- the model: what the eleven rules say, in a few sets and lists

    private record Word(Meaning meaning, UUID by, String words, Instant at, int builtOn) {}

    private static final class Model {
        private final UUID taker;
        private String words;
        private UUID typist;
        private String typed;
        private final List<Word> signed = new ArrayList<>();
        private UUID wantsChanges;
        private Instant wantedAt;
        private boolean spiked;
        private boolean held;
        private boolean legal;
        private Instant embargo;
        private int open;
        private final Set<UUID> wrote = new HashSet<>();
        private String printed;
        private boolean printedBeforeReview;
        private UUID printedBy;
        private int quorum;
        private boolean seniors;

        Model(UUID taker, String words) {
            this.taker = taker;
            this.words = words;
        }

        String now() {
            return typed == null ? words : typed;
        }

        void settleTyping() {
            if (typed != null) {
                if (!typed.equals(words)) {
                    wrote.add(typist);
                }
                words = typed;
                typed = null;
            }
        }

        boolean hasWritten(UUID who) {
            return wrote.contains(who) || typed != null && !typed.equals(words) && typist.equals(who);
        }

        int newest(Meaning meaning) {
            for (int i = signed.size() - 1; i >= 0; i--) {
                if (signed.get(i).meaning() == meaning && signed.get(i).words().equals(now())) {
                    return i;
                }
            }
            return -1;
        }

        boolean typesUnsigned() {
            return typed != null && !typed.equals(words);
        }

        boolean maySign(Meaning meaning, Person by) {
            if (spiked) {
                return false;
            }
            return switch (meaning) {
                case EDITED -> {
                    int mine = newest(Meaning.EDITED);
                    boolean again = mine >= 0 && signed.get(mine).by().equals(by.id()) && (wantedAt == null || wantedAt.isBefore(signed.get(mine).at()));
                    yield (taker.equals(by.id()) || hasWritten(by.id())) && open == 0 && !again;
                }
                case REVIEWED -> {
                    int edit = newest(Meaning.EDITED);
                    int review = newest(Meaning.REVIEWED);
                    yield by.isSenior() && edit >= 0 && !signed.get(edit).by().equals(by.id()) && !hasWritten(by.id()) && open == 0 && wantsChanges == null
                            && !typesUnsigned() && !(review >= 0 && signed.get(review).by().equals(by.id()))
                            && !(printedBeforeReview && printedBy.equals(by.id()) && now().equals(printed));
                }
                case BOARD -> {
                    int review = newest(Meaning.REVIEWED);
                    yield quorum > 0 && isMember(by) && review >= 0 && wantsChanges == null && !typesUnsigned()
                            && signed.stream().noneMatch(s -> s.meaning() == Meaning.BOARD && s.by().equals(by.id()) && s.builtOn() == review && s.words().equals(now()));
                }
            };
        }

        private boolean isMember(Person person) {
            return person.roles().contains(Role.BOARD) || seniors && person.isSenior();
        }

        private boolean mayPrint(Instant now) {
            return !spiked && !held && !legal && (embargo == null || !now.isBefore(embargo)) && wantsChanges == null && !typesUnsigned()
                    && newest(Meaning.EDITED) >= 0;
        }

        boolean mayExport(Instant now) {
            return mayPrint(now) && newest(Meaning.REVIEWED) >= 0;
        }

        boolean mayExportBeforeReview(Person by, String reason, Instant now) {
            return mayPrint(now) && by.isSenior() && !reason.isBlank() && newest(Meaning.REVIEWED) < 0 && !now().equals(printed);
        }

        boolean isVerified() {
            int review = newest(Meaning.REVIEWED);
            if (review < 0 || quorum == 0) {
                return false;
            }
            var members = new HashSet<UUID>();
            signed.stream().filter(s -> s.meaning() == Meaning.BOARD && s.builtOn() == review && s.words().equals(now())).forEach(s -> members.add(s.by()));
            return members.size() >= quorum && (seniors || members.stream().anyMatch(m -> !m.equals(signed.get(review).by())));
        }
    }

    // ---- one history

    private static final class History {
        private final NewsroomInATest room;
        private final List<Person> people;
        private final Map<UUID, KeyFiles.OpenKey> keys;
        private final long seed;
        private final Random random;
        private final List<String> steps = new ArrayList<>();
        private final Story story;
        private final Model model;
        private int done;
        private int refused;

        History(NewsroomInATest room, List<Person> people, Map<UUID, KeyFiles.OpenKey> keys, long seed) {
            this.room = room;
            this.people = people;
            this.keys = keys;
            this.seed = seed;
            this.random = new Random(seed);
            var taker = someone();
            this.story = room.taken(taker);
            this.model = new Model(taker.id(), "0");
            model.quorum = random.nextInt(3);
            model.seniors = random.nextBoolean();
            room.store.settings().state(new Board(model.quorum, model.seniors));
            steps.add("board " + model.quorum + (model.seniors ? " seniors" : " members") + ", taken by " + taker.name());
            // What stands is said in numbers; the taken words are number 0.
        }

        private Person someone() {
            return people.get(random.nextInt(people.size()));
        }

        private StoryText text(String words) {
            return words.equals("0") ? NewsroomInATest.harbour() : NewsroomInATest.harbour().withHeadline("Harbour text number " + words);
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                room.clock.pass(Duration.ofSeconds(1 + random.nextInt(600)));
                step();
                var file = room.file(story);
                assertThat(file.isVerifiedByBoard()).as(said("verified by the board")).isEqualTo(model.isVerified());
                assertThat(room.flow.whyNot(new Act.Export(), file, room.rosa).isEmpty()).as(said("may be exported")).isEqualTo(model.mayExport(room.clock.instant()));
            }
            assertThat(Altered.in(room.file(story), room.store.keys().all())).as(said("altered")).isEmpty();
        }

        private void step() {
            var by = someone();
            var now = room.clock.instant();
            switch (random.nextInt(16)) {
                case 0, 1 -> write(by, String.valueOf(random.nextInt(4)));
                case 2 -> tags(by);
                case 3, 4 -> sign(Meaning.EDITED, by, random.nextInt(8) == 0);
                case 5, 6 -> sign(Meaning.REVIEWED, by, random.nextInt(8) == 0);
                case 7 -> sign(Meaning.BOARD, by, false);
                case 8 -> {
                    var reason = random.nextInt(4) == 0 ? " " : "Second source.";
                    boolean may = !model.spiked && by.isSenior() && !reason.isBlank() && model.newest(Meaning.EDITED) >= 0;
                    if (happened("send back by " + by.name(), room.flow.sendBack(story.id(), by, room.file(story).seen(), reason), may)) {
                        model.wantsChanges = by.id();
                        model.wantedAt = now;
                    }
                }
                case 9 -> {
                    boolean may = model.wantsChanges != null && (model.wantsChanges.equals(by.id()) || by.isSenior() && !model.hasWritten(by.id()));
                    if (happened("lift by " + by.name(), room.flow.lift(story.id(), by), may)) {
                        model.wantsChanges = room.file(story).changesWanted().map(SentBack::by).orElse(null);
                        model.wantedAt = room.file(story).changesWanted().map(SentBack::at).orElse(null);
                    }
                }
                case 10 -> remarks(by);
                case 11 -> stops(by);
                case 12 -> {
                    var until = random.nextBoolean() ? now.plusSeconds(random.nextInt(2000)) : null;
                    if (happened("embargo", room.flow.embargo(story.id(), by, until), !model.spiked)) {
                        model.embargo = until;
                    }
                }
                case 13, 14 -> export(by, now);
                default -> {
                    var reason = random.nextInt(4) == 0 ? "" : "It cannot wait.";
                    boolean may = model.mayExportBeforeReview(by, reason, now);
                    if (happened("emergency export by " + by.name(), room.flow.publishBeforeReview(story.id(), by, reason, file -> publication(file, by, reason)), may)) {
                        model.printed = model.now();
                        model.printedBeforeReview = true;
                        model.printedBy = by.id();
                    }
                }
            }
        }

        private void write(Person by, String words) {
            if (happened(by.name() + " writes " + words, room.flow.write(story.id(), by, text(words), room.file(story).seen()), !model.spiked)) {
                if (model.typed != null && !model.typist.equals(by.id())) {
                    model.settleTyping();
                }
                model.typed = words;
                model.typist = by.id();
            }
        }

        /// Tags are no words: nothing lapses and nobody becomes a contributor.
        private void tags(Person by) {
            var text = room.file(story).text();
            var tagged = text.withFurniture(text.slugline(), text.category(), List.of("Tag" + random.nextInt(100)), text.language(), text.notes());
            if (happened(by.name() + " tags", room.flow.write(story.id(), by, tagged, room.file(story).seen()), !model.spiked)) {
                if (model.typed != null && !model.typist.equals(by.id())) {
                    model.settleTyping();
                }
                if (model.typed == null) {
                    model.typed = model.words;
                }
                model.typist = by.id();
            }
        }

        private void sign(Meaning meaning, Person by, boolean stale) {
            var seen = stale ? new Seen(UUID.randomUUID(), 0) : room.file(story).seen();
            boolean may = !stale && model.maySign(meaning, by);
            int builtOn = meaning == Meaning.BOARD ? model.newest(Meaning.REVIEWED) : -1;
            if (happened("sign " + meaning.code() + " by " + by.name() + (stale ? " on an old text" : ""),
                    room.flow.sign(story.id(), meaning, by, keys.get(by.id()), seen, by.name()), may)) {
                model.settleTyping();
                model.signed.add(new Word(meaning, by.id(), model.words, room.clock.instant(), builtOn));
            }
        }

        private void remarks(Person by) {
            var margin = room.file(story).margin();
            if (margin.openThreads().isEmpty()) {
                happened("comment by " + by.name(), room.flow.comment(story.id(), by, null, "Who says so?"), true);
            } else {
                happened("resolve by " + by.name(), room.flow.resolve(story.id(), by, margin.openThreads().getFirst().first().id()), true);
            }
            if (random.nextInt(3) == 0) {
                var open = room.file(story).margin().openSuggestions();
                if (!open.isEmpty()) {
                    happened("reject by " + by.name(), room.flow.reject(story.id(), by, open.getFirst().suggestion().id()), true);
                } else {
                    happened("suggest by " + by.name(), room.flow.suggest(story.id(), by, Anchor.on(room.file(story).text(), "No one").orElseThrow(), "Nobody", ""), !model.spiked);
                }
            }
            var after = room.file(story).margin();
            model.open = after.openThreads().size() + after.openSuggestions().size();
        }

        private void stops(Person by) {
            switch (random.nextInt(6)) {
                case 0 -> model.held |= happened("hold", room.flow.hold(story.id(), by, "Wait."), true);
                case 1 -> model.held &= !happened("release", room.flow.release(story.id(), by), model.held);
                case 2 -> model.legal |= happened("legal hold", room.flow.legalHold(story.id(), by, "Counsel."), true);
                case 3 -> model.legal &= !happened("legal release by " + by.name(), room.flow.releaseLegal(story.id(), by), model.legal && by.isSenior());
                case 4 -> model.spiked |= happened("spike", room.flow.spike(story.id(), by, "No."), !model.spiked && model.printed == null);
                default -> model.spiked &= !happened("restore", room.flow.restore(story.id(), by), model.spiked);
            }
        }

        private void export(Person by, Instant now) {
            if (happened("export by " + by.name(), room.flow.publish(story.id(), by, file -> publication(file, by, null)), model.mayExport(now))) {
                // A draft that says what stands says nothing new; who wrote before this is forgotten.
                model.wrote.clear();
                model.printed = model.now();
                model.printedBeforeReview = false;
                model.printedBy = by.id();
            }
        }

        private Publication publication(StoryFile file, Person by, String emergency) {
            var at = room.clock.instant();
            return new Publication(0, Store.newId(), story.id(), file.head().id(), file.digest(), by.id(), at, at, "https://quay-post.example/" + story.id(), story.id() + ".html",
                    "[]", "{}", emergency);
        }

        private boolean happened(String what, Outcome<?> outcome, boolean may) {
            boolean did = outcome instanceof Outcome.Done<?>;
            steps.add(what + (did ? "" : ": " + outcome.whyNot()));
            assertThat(did).as(said(what)).isEqualTo(may);
            done += did ? 1 : 0;
            refused += did ? 0 : 1;
            return did;
        }

        private String said(String what) {
            return what + " in the history of seed " + seed + ":\n  " + String.join("\n  ", steps) + "\n";
        }
    }
}
