package galley.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import galley.desk.Board;
import galley.desk.Person;
import galley.desk.Role;
import galley.signoff.Enrolment;
import galley.signoff.Finding;
import galley.signoff.KeyFiles;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Preflight;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.story.Anchor;
import galley.story.Correction;
import galley.story.Evidence;
import galley.story.Hash;
import galley.story.Rights;
import galley.story.Source;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WireItem;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No generated history yields a page with a phrase whose condition is false. Histories are played through the real flow on a real newsroom and
/// exported; then the pages are read as a reader reads them, and every phrase of trust on them is held against what was done, by a model that
/// knows the conditions in its own words and nothing of the ledger.
///
/// A history that goes wrong prints its seed and its steps. `-Dgalley.pages.histories=N` plays more, `-Dgalley.pages.seed=SEED` one again.
class TruePagesTest {

    private static final int STEPS = 130;
    private static final String PHRASES = "Edited by|Reviewed by|Published before second review|Verified by Editorial Board|Original analysis|Cross-referenced with|Checked against|Written from a report by"
            + "|This version was edited by|per cent of the text is our own|Corrected|Updated|Published";

    // Sentences that share no words: the newsroom's own, the wire's, and those of sources.
    private static final List<String> OWN = List.of("Our reporter counted forty-one ships from the roof of the customs house before dawn.", "Nobody at the ministry would say who ordered the gates closed so early.",
            "Three bakers told us they had thrown away everything baked since Sunday evening.");
    private static final List<String> WIRE = List.of("Harbour authorities confirmed late Monday that pilots had suspended every movement because of unusually heavy swell.",
            "Insurance brokers expect claims exceeding nine million crowns once damaged containers are inspected.");
    private static final List<String> CONTEXT = List.of("We compared twenty years of closures and found none that lasted longer.", "The last comparable storm struck while the old breakwater still stood.");
    private static final String PASSAGE = "Forty-one vessels lay waiting outside the mole at six in the morning.";

    @TempDir
    Path folder;
    private NewsroomInATest room;
    private Enrolment enrolment;
    private Exporter exporter;
    private Path site;
    private final Map<UUID, KeyFiles.OpenKey> keys = new HashMap<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private List<Evidence> shelf;
    private Set<Evidence> tied;
    private long seed;
    private Random random;
    private final List<String> steps = new ArrayList<>();
    private final List<Told> stories = new ArrayList<>();

    @Test
    void noHistoryYieldsAPageWithAPhraseWhoseConditionIsFalse() {
        var given = Long.getLong("galley.pages.seed");
        try (var opened = new NewsroomInATest(folder.resolve("newsroom"))) {
            room = opened;
            open();
            var seeds = new Random(20_261_117);
            for (int i = 0; i < (given == null ? Integer.getInteger("galley.pages.histories", 3) : 1); i++) {
                seed = given == null ? seeds.nextLong() : given;
                history();
            }
            tour();
        }
        if (given == null) {
            assertThat(seen.keySet()).as("phrases that were seen on pages").contains(PHRASES.split("\\|"));
        }
    }

    private void open() {
        site = folder.resolve("site");
        enrolment = new Enrolment(room.store.people(), room.store.keys(), room.store.audit(), room.store.inOneGo(), room.keyFiles, room.folder.resolve("keys"), room.clock, Store::newId);
        var ledger = new ClaimLedger(room.store.wire(), room.store.assets());
        var writer = new SiteWriter(new SiteWriter.Shelves(room.store.stories(), room.store.signOffs(), room.store.wire(), room.store.assets(), room.store.people(), room.store.keys(),
                room.store.publishedLines(), room.store.settings()::board));
        exporter = new Exporter(room.flow, room.store.stories(), room.store.audit(), ledger, writer, enrolment::newsroomKey, room.clock, Store::newId);
        enrolment.add("Mira Sol", Set.of(Role.SENIOR_EDITOR, Role.BOARD), List.of("Quay Post desk"), NewsroomInATest.PASSPHRASE.clone(), room.idris);
        room.store.people().all().forEach(p -> keys.put(p.id(), room.key(p)));
        var holds = room.store.assets().keep("text/plain", ("Log. " + PASSAGE).getBytes(StandardCharsets.UTF_8));
        var lacks = room.store.assets().keep("text/plain", "A page about something else altogether.".getBytes(StandardCharsets.UTF_8));
        var at = NewsroomInATest.MORNING;
        var good = new Evidence("https://port.example/log", "Harbour log", Evidence.Kind.PRIMARY, at, holds, PASSAGE, OWN.get(0));
        var again = new Evidence("https://port.example/log", "Harbour log, once more", Evidence.Kind.PRIMARY, at, holds, PASSAGE, OWN.get(1));
        var other = new Evidence("https://court.example/ruling", "Ruling", Evidence.Kind.PRIMARY, at, holds, PASSAGE, WIRE.get(0));
        shelf = List.of(good, again, other, new Evidence("https://a.example/", "Without a copy", Evidence.Kind.PRIMARY, null, null, PASSAGE, OWN.get(0)),
                new Evidence("https://b.example/", "Not in its copy", Evidence.Kind.PRIMARY, at, lacks, PASSAGE, OWN.get(0)),
                new Evidence("https://c.example/", "Secondary", Evidence.Kind.SECONDARY, at, holds, PASSAGE, OWN.get(0)),
                new Evidence("https://d.example/", "Supports nothing", Evidence.Kind.PRIMARY, at, holds, PASSAGE, ""));
        tied = Set.of(good, again, other);
    }

    // ---- what was done, as the model remembers it

    private record Sign(Meaning meaning, Person by, String as, String words, int onReview, boolean member) {}

    private static final class Told {
        Story story;
        boolean fromWire;
        final List<Sign> signs = new ArrayList<>();
        final Map<String, UUID> writers = new HashMap<>();
        final Set<String> printed = new HashSet<>();
        int publications;
        Instant first;
        boolean held;
        boolean legal;
        boolean spiked;
        boolean killed;
        Instant embargo;
        List<String> onPage = List.of();
    }

    private StoryText text(Told told) {
        return room.file(told.story).text();
    }

    /// The words that are signed, in one string; tags are none.
    private static String words(StoryText t) {
        return String.join("\u0001", t.headline(), t.standfirst(), t.body(), t.context(), t.methodology(), t.evidence().toString(), t.corrections().stream().map(Correction::printed).toList().toString());
    }

    private int newest(Told told, Meaning meaning, String words) {
        for (int i = told.signs.size() - 1; i >= 0; i--) {
            if (told.signs.get(i).meaning() == meaning && told.signs.get(i).words().equals(words)) {
                return i;
            }
        }
        return -1;
    }

    // ---- one history

    private void history() {
        random = new Random(seed);
        steps.clear();
        stories.clear();
        room.preflight = Preflight.NONE;
        room.rights = Rights.UNSTATED;
        room.store.settings().state(new Board(random.nextInt(3), random.nextBoolean()));
        for (int i = 0; i < 3; i++) {
            var told = new Told();
            told.fromWire = i < 2;
            var by = someone();
            told.story = told.fromWire ? fromTheWire(by) : NewsroomInATest.done(room.flow.begin(by, composed(told, "Begun " + Long.toHexString(seed) + i)));
            stories.add(told);
        }
        for (int i = 0; i < STEPS; i++) {
            room.clock.pass(Duration.ofSeconds(61 + random.nextInt(3600)));
            step(stories.get(random.nextInt(stories.size())));
        }
        room.preflight = Preflight.NONE;
        room.rights = Rights.UNSTATED;
        export();
        everybodyBack();
    }

    /// A history without chance, so that every phrase is seen at least once.
    private void tour() {
        seed = 0;
        steps.clear();
        stories.clear();
        room.store.settings().state(new Board(1, true));
        var told = new Told();
        told.fromWire = true;
        told.story = fromTheWire(room.rosa);
        stories.add(told);
        for (var kind : new Correction.Kind[] {null, Correction.Kind.UPDATE, Correction.Kind.CORRECTION}) {
            room.clock.pass(Duration.ofMinutes(5));
            var now = text(told);
            var fresh = new StoryText("", "Toured " + kind, "", "", "", "<p>" + OWN.get(0) + "</p><p>" + WIRE.get(0) + "</p>", List.of(), "<p>" + CONTEXT.get(0) + "</p>", "", shelf, now.source(), now.corrections(), "",
                    List.of(), "en", "");
            NewsroomInATest.done(room.flow.write(told.story.id(), room.rosa, fresh, room.file(told.story).seen()));
            if (kind != null) {
                NewsroomInATest.done(room.flow.correct(told.story.id(), room.rosa, kind, room.file(told.story).seen(), "It was forty-one."));
            }
            sign(told, Meaning.EDITED, room.rosa);
            if (kind == null) {
                emergency(told, room.store.people().find("Mira Sol").orElseThrow());
            }
            sign(told, Meaning.REVIEWED, room.idris);
            sign(told, Meaning.BOARD, room.tomas);
            export();
        }
    }

    private Story fromTheWire(Person by) {
        var title = "Swell stops the port " + Long.toHexString(seed) + " " + stories.size();
        var item = new WireItem(UUID.randomUUID(), UUID.randomUUID(), 1, "guid-" + title, "https://northwire.example/" + Math.abs(title.hashCode()), title, "Short.", "<p>" + String.join("</p><p>", WIRE) + "</p>",
                List.of(), List.of(), "en", null, room.clock.instant(), null, room.clock.instant(), null, Hash.hex(title), Hash.hex("c" + title));
        room.store.wire().deliver(UUID.nameUUIDFromBytes(new byte[] {1}), "Northwire", List.of(new Wire.Delivery("guid-" + title, item)));
        var entry = room.store.wire().untaken(Long.MAX_VALUE, 1).getFirst().id();
        var told = new Told();
        told.fromWire = true;
        return NewsroomInATest.done(room.flow.take(entry, by, taken -> composed(told, "Taken " + title)));
    }

    private StoryText composed(Told told, String headline) {
        var body = new StringBuilder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            body.append("<p>").append(told.fromWire && random.nextBoolean() ? WIRE.get(random.nextInt(WIRE.size())) : OWN.get(random.nextInt(OWN.size()))).append("</p>");
        }
        var context = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "<p>" + CONTEXT.get(0) + "</p>";
            case 2 -> "<p>" + CONTEXT.get(0) + " " + CONTEXT.get(1) + "</p>";
            default -> "<p>" + CONTEXT.get(1) + "</p><p>" + (told.fromWire ? WIRE.get(1) : PASSAGE) + "</p>";
        };
        var evidence = shelf.stream().filter(e -> random.nextInt(3) == 0).toList();
        return new StoryText("", headline, "", "", "", body.toString(), List.of(), context, "", evidence, told.fromWire ? new Source("Northwire", "https://northwire.example/x") : null, List.of(),
                "", List.of(), "en", "");
    }

    private List<Person> present() {
        return room.store.people().all().stream().filter(p -> !p.hasLeft()).toList();
    }

    private Person someone() {
        var all = present();
        return all.get(random.nextInt(all.size()));
    }

    private void step(Told told) {
        var id = told.story.id();
        var by = someone();
        var file = room.file(told.story);
        switch (random.nextInt(26)) {
            case 0, 1 -> write(told, by);
            case 2 -> happened("tags by " + by.name(), room.flow.write(id, by, text(told).withFurniture("", "", List.of("Tag" + random.nextInt(9)), "en", ""), file.seen()));
            case 3, 4, 5, 6 -> sign(told, Meaning.EDITED, random.nextInt(4) == 0 ? by : likely(told, Meaning.EDITED, by));
            case 7, 8, 9, 10 -> sign(told, Meaning.REVIEWED, random.nextInt(4) == 0 ? by : likely(told, Meaning.REVIEWED, by));
            case 11 -> present().forEach(p -> sign(told, Meaning.BOARD, p));
            case 12 -> {
                if (file.changesWanted().isEmpty()) {
                    happened("send back by " + by.name(), room.flow.sendBack(id, by, file.seen(), "Second source."));
                } else {
                    happened("lift by " + by.name(), room.flow.lift(id, by));
                }
            }
            case 13 -> {
                remarks(told, by);
                if (random.nextInt(3) > 0) {
                    remarks(told, by);
                }
            }
            case 14 -> stops(told, by);
            case 15, 16, 17, 18 -> export();
            case 19 -> emergency(told, by);
            case 20 -> {
                var before = words(text(told));
                if (happened("correct by " + by.name(), room.flow.correct(id, by, random.nextBoolean() ? Correction.Kind.CORRECTION : Correction.Kind.UPDATE, file.seen(), "It was forty-one, not forty."))) {
                    wrote(told, by, before);
                }
            }
            case 21 -> {
                if (random.nextInt(6) == 0 && happened("kill by " + by.name(), room.flow.kill(id, by, "It was not true."))) {
                    told.killed = true;
                }
            }
            case 22 -> newsroom();
            case 23, 24 -> again(told, by);
            default -> people(by);
        }
    }

    /// What was printed is changed, told, signed and printed again.
    private void again(Told told, Person by) {
        if (told.publications > 0) {
            write(told, by);
            var before = words(text(told));
            if (random.nextBoolean() && happened("tell by " + by.name(), room.flow.correct(told.story.id(), by, random.nextBoolean() ? Correction.Kind.CORRECTION : Correction.Kind.UPDATE,
                    room.file(told.story).seen(), "It was forty-one, not forty."))) {
                wrote(told, by, before);
            }
            sign(told, Meaning.EDITED, by);
            sign(told, Meaning.REVIEWED, likely(told, Meaning.REVIEWED, by));
            if (random.nextBoolean()) {
                present().forEach(p -> sign(told, Meaning.BOARD, p));
            }
            export();
        }
    }

    private void write(Told told, Person by) {
        var before = words(text(told));
        var fresh = composed(told, random.nextInt(3) == 0 ? text(told).headline() + "!" : text(told).headline());
        var now = text(told);
        var kept = new StoryText("", fresh.headline(), "", "", "", fresh.body(), List.of(), fresh.context(), "", fresh.evidence(), now.source(), now.corrections(), "", now.tags(), "en", "");
        if (happened("write by " + by.name(), room.flow.write(told.story.id(), by, kept, room.file(told.story).seen()))) {
            wrote(told, by, before);
        }
    }

    private void wrote(Told told, Person by, String before) {
        var now = words(text(told));
        if (!now.equals(before)) {
            told.writers.putIfAbsent(now, by.id());
        }
    }

    /// Somebody who may well sign: a history of refusals tells nothing.
    private Person likely(Told told, Meaning meaning, Person otherwise) {
        var file = room.file(told.story);
        var writer = file.draft() != null ? file.draft().author() : file.head().author();
        return present().stream().filter(p -> meaning == Meaning.EDITED ? p.id().equals(writer) : p.isSenior() && !p.id().equals(writer)).findFirst().orElse(otherwise);
    }

    private void sign(Told told, Meaning meaning, Person by) {
        var words = words(text(told));
        int review = newest(told, Meaning.REVIEWED, words);
        var board = room.store.settings().board();
        boolean member = by.roles().contains(Role.BOARD) || board.seniorsAreTheBoard() && by.isSenior();
        var as = random.nextInt(4) == 0 ? "Quay Post desk" : by.name();
        if (happened("sign " + meaning.code() + " by " + by.name() + " as " + as, room.flow.sign(told.story.id(), meaning, by, keys.get(by.id()), room.file(told.story).seen(), as))) {
            told.signs.add(new Sign(meaning, by, as, words, review, member));
        }
    }

    private void remarks(Told told, Person by) {
        var id = told.story.id();
        var margin = room.file(told.story).margin();
        if (!margin.openSuggestions().isEmpty()) {
            var suggestion = margin.openSuggestions().getFirst().suggestion().id();
            var before = words(text(told));
            if (random.nextBoolean() && happened("accept by " + by.name(), room.flow.accept(id, by, suggestion, room.file(told.story).seen()))) {
                wrote(told, by, before);
            } else {
                happened("reject by " + by.name(), room.flow.reject(id, by, suggestion));
            }
        } else if (!margin.openThreads().isEmpty()) {
            happened("resolve by " + by.name(), room.flow.resolve(id, by, margin.openThreads().getFirst().first().id()));
        } else if (random.nextBoolean()) {
            happened("comment by " + by.name(), room.flow.comment(id, by, null, "Who says so?"));
        } else {
            Anchor.on(text(told), "Nobody").ifPresent(a -> happened("suggest by " + by.name(), room.flow.suggest(id, by, a, "No one", "")));
        }
    }

    private void stops(Told told, Person by) {
        var id = told.story.id();
        switch (told.held ? 1 : told.legal ? 4 : told.spiked ? 6 : random.nextInt(8)) {
            case 0 -> told.held |= happened("hold", room.flow.hold(id, by, "Wait."));
            case 1, 2 -> told.held &= !happened("release", room.flow.release(id, by));
            case 3 -> told.legal |= happened("legal hold", room.flow.legalHold(id, by, "Counsel."));
            case 4 -> told.legal &= !happened("legal release", room.flow.releaseLegal(id, by));
            case 5 -> told.spiked |= happened("spike", room.flow.spike(id, by, "No."));
            case 6 -> told.spiked &= !happened("restore", room.flow.restore(id, by));
            default -> {
                var until = random.nextInt(3) == 0 ? room.clock.instant().plusSeconds(random.nextInt(9000)) : null;
                if (happened("embargo until " + until, room.flow.embargo(id, by, until))) {
                    told.embargo = until;
                }
            }
        }
    }

    private void newsroom() {
        if (random.nextBoolean()) {
            var board = new Board(random.nextInt(4), random.nextBoolean());
            room.store.settings().state(board);
            steps.add("the newsroom states " + board);
        } else {
            room.rights = random.nextInt(5) == 0 ? Rights.NONE : random.nextInt(3) == 0 ? Rights.REWORK : Rights.UNSTATED;
            room.preflight = random.nextInt(5) == 0 ? file -> List.of(new Finding("bad", Finding.Weight.ERROR, "It is bad.", "headline", "x")) : Preflight.NONE;
            steps.add("rights " + room.rights + (room.preflight == Preflight.NONE ? "" : ", preflight finds an error"));
        }
    }

    private void people(Person by) {
        var roles = switch (random.nextInt(3)) {
            case 0 -> EnumSet.of(Role.EDITOR);
            case 1 -> EnumSet.of(Role.SENIOR_EDITOR);
            default -> EnumSet.of(Role.SENIOR_EDITOR, Role.BOARD);
        };
        boolean leaves = present().size() > 4 && random.nextInt(4) == 0;
        room.store.people().update(new Person(by.id(), by.name(), leaves ? by.roles() : roles, by.credits(), by.joined(), leaves ? room.clock.instant() : null));
        steps.add(by.name() + (leaves ? " leaves" : " is now " + roles));
    }

    private void everybodyBack() {
        for (var p : room.store.people().all()) {
            var roles = p.id().equals(room.rosa.id()) || p.id().equals(room.ines.id()) ? Set.of(Role.EDITOR) : Set.of(Role.SENIOR_EDITOR);
            room.store.people().update(new Person(p.id(), p.name(), roles, p.credits(), p.joined(), null));
        }
    }

    // ---- printing, and reading what was printed

    private void export() {
        steps.add("export");
        exporter.export(List.of(), site, someone(), false, room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel());
        read(false);
    }

    private void emergency(Told told, Person by) {
        steps.add("emergency export by " + by.name());
        exporter.exportBeforeReview(told.story.id(), site, by, "It cannot wait.", room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel());
        read(true);
    }

    private void read(boolean beforeReview) {
        for (var told : stories) {
            var publications = room.store.stories().publications(told.story.id());
            if (publications.isEmpty()) {
                continue;
            }
            var file = site.resolve(publications.getLast().path());
            if (publications.size() == told.publications) {
                // Nothing new: the page says what it said, or, withdrawn, nothing at all; withdrawing shows once the site is written.
                if (!beforeReview && Files.exists(file)) {
                    assertThat(phrases(article(page(file)))).as(said("the phrases on a page that was not printed again")).isEqualTo(told.killed ? List.of() : told.onPage);
                }
                continue;
            }
            assertThat(publications).as(said("one printing at a time")).hasSize(told.publications + 1);
            var now = room.clock.instant();
            check("a page was printed of what was stopped", !told.held && !told.legal && !told.spiked && !told.killed && (told.embargo == null || !now.isBefore(told.embargo)));
            check("a page was printed against rights or preflight", room.preflight == Preflight.NONE && room.rights != Rights.NONE);
            told.first = told.publications == 0 ? now : told.first;
            var page = page(file);
            claims(told, page, beforeReview);
            told.onPage = phrases(article(page));
            told.onPage.forEach(p -> seen.merge(p, 1, Integer::sum));
            told.publications++;
            told.printed.add(words(text(told)));
            if (!beforeReview) {
                told.writers.clear();
            }
        }
    }

    /// Every phrase on the page, each against its condition.
    private void claims(Told told, Document page, boolean beforeReview) {
        var article = article(page);
        var text = text(told);
        var words = words(text);
        int edit = newest(told, Meaning.EDITED, words);
        int review = newest(told, Meaning.REVIEWED, words);
        check("nobody edited these words", edit >= 0);
        everyName(article, "Edited by ", name -> told.signs.stream().anyMatch(s -> s.meaning() == Meaning.EDITED && s.words().equals(words) && s.as().equals(name)));
        everyName(article, "Reviewed by ", name -> review >= 0 && told.signs.get(review).as().equals(name) && isTrueReview(told, review, words));
        everyName(article, "edited by ", name -> told.signs.get(edit).as().equals(name) || told.signs.stream().anyMatch(s -> s.meaning() == Meaning.EDITED && s.words().equals(words) && s.as().equals(name)));
        everyName(article, "and reviewed by ", name -> review >= 0 && told.signs.get(review).as().equals(name) && isTrueReview(told, review, words));
        if (article.contains("Published before second review")) {
            check("it says that it was not reviewed, and was", beforeReview && review < 0);
        } else {
            check("it was not reviewed, and does not say so", review >= 0);
        }
        if (article.contains("Verified by Editorial Board")) {
            var board = room.store.settings().board();
            var members = new HashSet<UUID>();
            told.signs.stream().filter(s -> s.meaning() == Meaning.BOARD && s.words().equals(words) && s.onReview() == review && s.member()).forEach(s -> members.add(s.by().id()));
            check("the board did not verify it", review >= 0 && board.quorum() >= 1 && members.size() >= board.quorum()
                    && (board.seniorsAreTheBoard() || members.stream().anyMatch(m -> !m.equals(told.signs.get(review).by().id()))));
        }
        if (article.contains("Original analysis")) {
            check("the analysis is not the newsroom's own", !text.context().isBlank() && WIRE.stream().noneMatch(text.context()::contains) && !text.context().contains(PASSAGE));
        }
        int primary = (int) text.evidence().stream().filter(e -> tied.contains(e) && (text.body() + text.context()).contains(e.supports())).map(Evidence::url).distinct().count();
        number(article, "Cross-referenced with (one|\\d+) primary sources?", primary);
        number(article, "Checked against (one|\\d+) sources? on record", text.evidence().size());
        number(article, "on record, (one|\\d+) of them primary", primary);
        if (article.contains("Written from a report by ")) {
            check("it was not written from the wire", told.fromWire && article.contains("Written from a report by Northwire,"));
        }
        var own = OWN.stream().mapToInt(s -> count(text.body(), s) * s.split("[ -]").length).sum();
        var wire = WIRE.stream().mapToInt(s -> count(text.body(), s) * s.split("[ -]").length).sum();
        var share = Pattern.compile("(\\d+) per cent of the text is our own, (\\d+) per cent is quoted").matcher(article);
        while (share.find()) {
            check("the share of own words is wrong: " + share.group(), Math.abs(Integer.parseInt(share.group(1)) - 100.0 * own / (own + wire)) < 4 && Math.abs(Integer.parseInt(share.group(2)) - 100.0 * wire / (own + wire)) < 4);
        }
        page.select("[data-claim=published] time").forEach(t -> check("it was published at another time", Instant.parse(t.attr("datetime")).getEpochSecond() == told.first.getEpochSecond()));
        if (Pattern.compile("\\b(Corrected|Updated)\\b").matcher(article).find()) {
            check("it was not changed since it was printed", told.printed.stream().anyMatch(p -> !p.equals(words)));
        }
        if (Pattern.compile("\\bCorrected\\b").matcher(article).find()) {
            check("nothing was corrected", text.corrections().stream().anyMatch(c -> c.kind() != Correction.Kind.UPDATE));
        }
        var published = new HashSet<String>();
        room.store.stories().all().stream().filter(s -> s.kill() == null).forEach(s -> room.store.stories().publications(s.id()).forEach(p -> published.add(p.path().replaceAll(".*/", ""))));
        page.select("nav.ticker li a").forEach(a -> check("what trends was not published: " + a.attr("href"), published.contains(a.attr("href").replaceAll(".*/", ""))));
    }

    private static boolean isTrueReview(Told told, int review, String words) {
        var by = told.signs.get(review).by().id();
        return !by.equals(told.writers.get(words)) && told.signs.subList(0, review).stream().anyMatch(s -> s.meaning() == Meaning.EDITED && s.words().equals(words) && !s.by().id().equals(by));
    }

    private void everyName(String text, String phrase, java.util.function.Predicate<String> isTrue) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            var rest = text.substring(at + phrase.length());
            var name = java.util.stream.Stream.concat(room.store.people().all().stream().map(Person::name), java.util.stream.Stream.of("Quay Post desk")).filter(rest::startsWith).findFirst().orElse("");
            check("“" + phrase + name + "” is not true", isTrue.test(name));
        }
    }

    private void number(String text, String phrase, int expected) {
        var matcher = Pattern.compile(phrase).matcher(text);
        while (matcher.find()) {
            check("“" + matcher.group() + "” should say " + expected, (matcher.group(1).equals("one") ? 1 : Integer.parseInt(matcher.group(1))) == expected);
        }
    }

    private static int count(String text, String sentence) {
        return (text.length() - text.replace(sentence, "").length()) / sentence.length();
    }

    private static String article(Document page) {
        var article = page.selectFirst("article");
        return article == null ? "" : article.text();
    }

    private static List<String> phrases(String text) {
        return Pattern.compile(PHRASES).matcher(text).results().map(java.util.regex.MatchResult::group).sorted().toList();
    }

    private static Document page(Path file) {
        try {
            return Jsoup.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean happened(String what, Outcome<?> outcome) {
        boolean did = outcome instanceof Outcome.Done<?>;
        steps.add(what + (did ? "" : ": " + outcome.whyNot()));
        return did;
    }

    private void check(String otherwise, boolean holds) {
        if (!holds) {
            fail(said(otherwise));
        }
    }

    private String said(String what) {
        return what + " in the history of seed " + seed + ":\n  " + String.join("\n  ", steps) + "\n";
    }
}
