package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import galley.app.OpenNewsroom;
import galley.desk.Newsroom;
import galley.desk.Person;
import galley.desk.Role;
import galley.signoff.KeyFiles;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Seen;
import galley.story.Story;
import galley.story.StoryText;
import galley.work.Cancel;
import galley.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every transition that the rules forbid, tried through the command line: each row arranges a story and says what somebody then asks for. The
/// answer is no, nothing changes, and an export of everything, as the clockwork and bulk actions make it, does not print it either. The same
/// rules at the window's doors stand in `EveryDoorTest`, in the flow itself in `HistoriesTest`.
class ForbiddenByCommandTest {

    private static final String PASSPHRASE = "four plain words here";

    @TempDir
    static Path folder;

    @BeforeAll
    static void found() {
        try (var room = OpenNewsroom.atOrNew(folder.resolve("newsroom"), Clock.systemUTC())) {
            room.settings().save(Newsroom.named("Quay Post"));
            var idris = room.enrolment().add("Idris Bello", Set.of(Role.SENIOR_EDITOR), List.of(), PASSPHRASE.toCharArray(), null);
            room.enrolment().add("Tomas Roth", Set.of(Role.SENIOR_EDITOR), List.of(), PASSPHRASE.toCharArray(), idris);
            room.enrolment().add("Rosa Lind", Set.of(Role.EDITOR), List.of(), PASSPHRASE.toCharArray(), idris);
            room.enrolment().add("Ines Varga", Set.of(Role.EDITOR), List.of(), PASSPHRASE.toCharArray(), idris);
        }
    }

    /// @param rule what forbids it
    /// @param arranged what was done before
    /// @param asked the command's words; ID stands for the story's
    private record Row(String rule, Consumer<Desk> arranged, String... asked) {}

    @TestFactory
    Stream<DynamicTest> theCommandLineRefuses() {
        return Stream.of(
                new Row("only who took it or wrote in it signs edited", d -> { }, "sign", "edited", "ID", "--as", "Ines Varga", "--passphrase-stdin"),
                new Row("nothing is signed edited with an open comment", d -> d.done(d.room.flow().comment(d.story.id(), d.tomas, null, "Who says so?")), "sign", "edited", "ID", "--as", "Rosa Lind", "--passphrase-stdin"),
                new Row("nothing is reviewed before it is edited", d -> { }, "sign", "reviewed", "ID", "--as", "Idris Bello", "--passphrase-stdin"),
                new Row("an editor does not review", Desk::edited, "sign", "reviewed", "ID", "--as", "Ines Varga", "--passphrase-stdin"),
                new Row("nobody reviews their own edit", Desk::edited, "sign", "reviewed", "ID", "--as", "Rosa Lind", "--passphrase-stdin"),
                new Row("nobody reviews a text with their own words", d -> {
                    d.written(d.idris, "Idris typed this");
                    d.edited();
                }, "sign", "reviewed", "ID", "--as", "Idris Bello", "--passphrase-stdin"),
                new Row("nothing is reviewed with an open comment", d -> {
                    d.edited();
                    d.done(d.room.flow().comment(d.story.id(), d.rosa, null, "Who says so?"));
                }, "sign", "reviewed", "ID", "--as", "Idris Bello", "--passphrase-stdin"),
                new Row("nothing is reviewed while changes are wanted", d -> {
                    d.edited();
                    d.sentBack();
                }, "sign", "reviewed", "ID", "--as", "Idris Bello", "--passphrase-stdin"),
                new Row("a changed word lapses the edit", d -> {
                    d.edited();
                    d.written(d.ines, "Ines changed this");
                }, "sign", "reviewed", "ID", "--as", "Idris Bello", "--passphrase-stdin"),
                new Row("nobody signs an older text than the one that stands", Desk::edited, "sign", "reviewed", "ID", "--as", "Idris Bello", "--passphrase-stdin", "--seen", "0190a5d4-0000-7000-8000-000000000000"),
                new Row("nobody signs under a credit that is not theirs", d -> { }, "sign", "edited", "ID", "--as", "Rosa Lind", "--credit", "Editorial Board", "--passphrase-stdin"),
                new Row("no board signs that nobody stated", Desk::reviewed, "sign", "board", "ID", "--as", "Tomas Roth", "--passphrase-stdin"),
                new Row("an editor does not send back", Desk::edited, "sendback", "ID", "--as", "Ines Varga", "--reason", "Second source."),
                new Row("nothing is sent back without a reason", Desk::edited, "sendback", "ID", "--as", "Idris Bello", "--reason", " "),
                new Row("an editor does not lift what a senior wants", d -> {
                    d.edited();
                    d.sentBack();
                }, "sendback", "ID", "--as", "Ines Varga", "--lift"),
                new Row("nothing is printed before it is reviewed", Desk::edited, "export", "ID", "--as", "Idris Bello", "--to", "SITE"),
                new Row("nothing held is printed", d -> {
                    d.reviewed();
                    d.done(d.room.flow().hold(d.story.id(), d.rosa, "Wait."));
                }, "export", "ID", "--as", "Idris Bello", "--to", "SITE"),
                new Row("nothing under legal hold is printed", d -> {
                    d.reviewed();
                    d.done(d.room.flow().legalHold(d.story.id(), d.rosa, "Counsel."));
                }, "export", "ID", "--as", "Idris Bello", "--to", "SITE"),
                new Row("nothing under embargo is printed", d -> {
                    d.reviewed();
                    d.done(d.room.flow().embargo(d.story.id(), d.rosa, Instant.now().plus(Duration.ofHours(3))));
                }, "export", "ID", "--as", "Idris Bello", "--to", "SITE", "--force-all"),
                new Row("nothing spiked is printed", d -> {
                    d.reviewed();
                    d.done(d.room.flow().spike(d.story.id(), d.rosa, "No."));
                }, "export", "ID", "--as", "Idris Bello", "--to", "SITE"),
                new Row("nothing is printed while changes are wanted", d -> {
                    d.reviewed();
                    d.sentBack();
                }, "export", "ID", "--as", "Idris Bello", "--to", "SITE"),
                new Row("no word is printed that was typed since", d -> {
                    d.reviewed();
                    d.written(d.rosa, "Rosa changed this");
                }, "export", "ID", "--as", "Idris Bello", "--to", "SITE"),
                new Row("an editor prints nothing before its review", Desk::edited, "export", "ID", "--as", "Rosa Lind", "--to", "SITE", "--emergency", "--reason", "Flood."),
                new Row("no emergency goes without a reason", Desk::edited, "export", "ID", "--as", "Idris Bello", "--to", "SITE", "--emergency", "--reason", " "),
                new Row("no emergency passes a legal hold", d -> {
                    d.edited();
                    d.done(d.room.flow().legalHold(d.story.id(), d.rosa, "Counsel."));
                }, "export", "ID", "--as", "Idris Bello", "--to", "SITE", "--emergency", "--reason", "Flood."),
                new Row("what was never printed is not withdrawn", Desk::reviewed, "story", "kill", "ID", "--as", "Idris Bello", "--reason", "Wrong."),
                new Row("an editor releases no legal hold", d -> d.done(d.room.flow().legalHold(d.story.id(), d.rosa, "Counsel.")), "story", "release", "ID", "--legal", "--as", "Ines Varga"),
                new Row("what is not held is not released", d -> { }, "story", "release", "ID", "--as", "Ines Varga"),
                new Row("what is not spiked is not restored", d -> { }, "story", "restore", "ID", "--as", "Ines Varga"))
                .map(row -> dynamicTest(row.rule(), () -> refuses(row)));
    }

    private static void refuses(Row row) throws Exception {
        Story story;
        long lines;
        String before;
        try (var desk = new Desk()) {
            row.arranged().accept(desk);
            story = desk.story;
            lines = desk.room.store().audit().last().orElseThrow().sequence();
            before = state(desk.room, story);
        }
        var site = folder.resolve("site-" + story.id());
        var asked = Stream.of(row.asked()).map(w -> w.equals("ID") ? story.id().toString() : w.equals("SITE") ? site.toString() : w).toArray(String[]::new);
        var ran = new Galley(folder.resolve("newsroom")).with(PASSPHRASE + "\n", asked);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(1);
        try (var room = OpenNewsroom.at(folder.resolve("newsroom"), Clock.systemUTC())) {
            assertThat(state(room, story)).isEqualTo(before);
            assertThat(room.store().stories().publications(story.id())).isEmpty();
            assertThat(room.store().audit().of(story.id())).noneMatch(line -> line.sequence() > lines);
            if (room.flow().againstExport(room.flow().file(story.id()).orElseThrow(), room.people().find("Idris Bello").orElseThrow()).isEmpty()) {
                return;
            }
            var all = room.exporter().export(List.of(), site, room.people().find("Idris Bello").orElseThrow(), true, room.newsroom(), Progress.Watcher.NONE, new Cancel());
            assertThat(room.store().stories().publications(story.id())).as("with everything: " + all.pages()).isEmpty();
        }
        assertThat(Files.exists(site) ? Files.readString(site.resolve("index.html")) : "").doesNotContain(story.id().toString());
    }

    /// Everything the rules look at, in words.
    private static String state(OpenNewsroom room, Story story) {
        var file = room.flow().file(story.id()).orElseThrow();
        return List.of(file.story(), file.revisions().size(), String.valueOf(file.draft()), file.signOffs(), file.sentBack(), file.margin()).toString();
    }

    /// A fresh story on an open newsroom.
    private static final class Desk implements AutoCloseable {
        final OpenNewsroom room = OpenNewsroom.at(folder.resolve("newsroom"), Clock.systemUTC());
        final Person idris = room.people().find("Idris Bello").orElseThrow();
        final Person tomas = room.people().find("Tomas Roth").orElseThrow();
        final Person rosa = room.people().find("Rosa Lind").orElseThrow();
        final Person ines = room.people().find("Ines Varga").orElseThrow();
        final Story story = done(room.flow().begin(rosa, StoryText.of("Storm keeps the harbour shut", "<p>The harbour stayed closed on Tuesday.</p>")));

        Seen seen() {
            return room.flow().file(story.id()).orElseThrow().seen();
        }

        KeyFiles.OpenKey key(Person person) {
            return room.keyFiles().open(person.id(), PASSPHRASE.toCharArray()).orElseThrow();
        }

        void edited() {
            done(room.flow().sign(story.id(), Meaning.EDITED, rosa, key(rosa), seen(), rosa.name()));
        }

        void reviewed() {
            edited();
            done(room.flow().sign(story.id(), Meaning.REVIEWED, idris, key(idris), seen(), idris.name()));
        }

        void sentBack() {
            done(room.flow().sendBack(story.id(), tomas, seen(), "Second source."));
        }

        void written(Person by, String headline) {
            done(room.flow().write(story.id(), by, room.flow().file(story.id()).orElseThrow().text().withHeadline(headline), seen()));
        }

        <T> T done(Outcome<T> outcome) {
            return outcome instanceof Outcome.Done<T> done ? done.value() : org.junit.jupiter.api.Assertions.fail(outcome.whyNot());
        }

        @Override
        public void close() {
            room.close();
        }
    }
}
