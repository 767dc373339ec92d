package galley.app;

import galley.app.DemoNewsDay.Line;
import galley.app.DemoNewsDay.Page;
import galley.app.demo.NewsDay;
import galley.app.demo.Step;
import galley.desk.Person;
import galley.publish.PageVerifier;
import galley.publish.page.SitePaths;
import galley.signoff.Assignment;
import galley.signoff.Comment;
import galley.signoff.KeyFiles;
import galley.signoff.KeySet;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.StoryFile;
import galley.story.Anchor;
import galley.story.StoryText;
import galley.story.WireEntry;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Plays the sample news day in an empty newsroom, step by step, through the doors that the window and the command line use.
/// A step that goes otherwise than the day says ends the play: the sample may not show what does not hold.
final class DayPlayer {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final NewsDay day;
    private final OpenNewsroom room;
    private final DayClock clock;
    private final SampleFeeds feeds;
    private final Path site;
    private final Consumer<Line> tell;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, UUID> stories = new LinkedHashMap<>();
    private final Map<String, Comment> comments = new HashMap<>();
    private List<Page> pages = List.of();

    DayPlayer(NewsDay day, OpenNewsroom room, DayClock clock, SampleFeeds feeds, Path site, Consumer<Line> tell) {
        this.day = day;
        this.room = room;
        this.clock = clock;
        this.feeds = feeds;
        this.site = site;
        this.tell = tell;
    }

    /// Answers the checked pages.
    List<Page> play() {
        open();
        for (var step : day.day()) {
            clock.set(step.at());
            tell.accept(new Line(step.at(), did(step)));
        }
        return pages;
    }

    /// Names the newsroom and enrols its people; the first senior vouches for the others.
    private void open() {
        room.settings().save(day.newsroom());
        room.enrolment().newsroomKey(day.newsroom().name());
        var seniorsFirst = day.people().stream().sorted((a, b) -> Boolean.compare(isSenior(b), isSenior(a))).toList();
        Person voucher = null;
        for (var someone : seniorsFirst) {
            var person = room.enrolment().add(someone.name(), EnumSet.copyOf(someone.parts()), someone.credits(), someone.passphrase().toCharArray(), voucher);
            people.put(someone.key(), person);
            voucher = voucher == null ? person : voucher;
        }
        if (voucher != null && !day.board().equals(galley.desk.Board.NONE)) {
            room.enrolment().state(day.board(), room.settings(), voucher);
        }
        feeds.add(room, day);
        tell.accept(new Line(clock.instant(), "Opened the newsroom of " + day.newsroom().name() + " with " + people.size() + " people and "
                + day.feeds().size() + " feeds."));
    }

    private static boolean isSenior(NewsDay.Someone someone) {
        return someone.parts().contains(galley.desk.Role.SENIOR_EDITOR);
    }

    private String did(Step step) {
        return switch (step) {
            case Step.Pull pull -> feeds.pull(room, pull.feeds().stream().map(day::feed).toList(), pull.edition() != null);
            case Step.Take take -> take(take);
            case Step.Edit edit -> edit(edit);
            case Step.SignEdited sign -> sign(Meaning.EDITED, sign.who(), sign.story(), sign.printed(), sign.refused());
            case Step.SignReviewed sign -> sign(Meaning.REVIEWED, sign.who(), sign.story(), sign.printed(), sign.refused());
            case Step.SendBack back -> {
                done(room.flow().sendBack(id(back.story()), by(back.who()), file(back.story()).seen(), back.reason()));
                yield name(back.who()) + " sent " + slug(back.story()) + " back: " + back.reason();
            }
            case Step.Lift lift -> {
                done(room.flow().lift(id(lift.story()), by(lift.who())));
                yield name(lift.who()) + " lifted what was wanted on " + slug(lift.story()) + ".";
            }
            case Step.Hold hold -> {
                done(room.flow().hold(id(hold.story()), by(hold.who()), hold.reason()));
                yield name(hold.who()) + " put " + slug(hold.story()) + " on hold: " + hold.reason();
            }
            case Step.LegalHold hold -> {
                done(room.flow().legalHold(id(hold.story()), by(hold.who()), hold.reason()));
                yield name(hold.who()) + " put " + slug(hold.story()) + " under legal hold: " + hold.reason();
            }
            case Step.Embargo embargo -> {
                done(room.flow().embargo(id(embargo.story()), by(embargo.who()), embargo.until()));
                yield name(embargo.who()) + " put " + slug(embargo.story()) + " under embargo until " + embargo.until() + ".";
            }
            case Step.Spike spike -> {
                done(room.flow().spike(id(spike.story()), by(spike.who()), spike.reason()));
                yield name(spike.who()) + " spiked " + slug(spike.story()) + ": " + spike.reason();
            }
            case Step.Acknowledge seen -> {
                var warnings = done(room.flow().acknowledge(id(seen.story()), by(seen.who()), seen.finding()));
                yield name(seen.who()) + " let " + counted(warnings.size(), "warning") + " on " + slug(seen.story()) + " stand: " + seen.finding() + ".";
            }
            case Step.Comment comment -> {
                var said = done(room.flow().comment(id(comment.story()), by(comment.who()), anchor(comment.story(), comment.on()), comment.words()));
                comments.put(comment.key(), said);
                yield name(comment.who()) + " commented on “" + comment.on() + "” in " + slug(comment.story()) + ": " + comment.words();
            }
            case Step.Answer answer -> {
                var thread = comments.get(answer.comment());
                done(room.flow().answer(thread.story(), by(answer.who()), thread.id(), answer.words()));
                yield name(answer.who()) + " answered: " + answer.words();
            }
            case Step.Resolve resolve -> {
                var thread = comments.get(resolve.comment());
                done(room.flow().resolve(thread.story(), by(resolve.who()), thread.id()));
                yield name(resolve.who()) + " resolved “" + thread.words() + "”.";
            }
            case Step.Suggest suggest -> {
                done(room.flow().suggest(id(suggest.story()), by(suggest.who()), anchor(suggest.story(), suggest.on()), suggest.becomes(), suggest.reason()));
                yield name(suggest.who()) + " suggested “" + suggest.becomes() + "” for “" + suggest.on() + "” in " + slug(suggest.story()) + ".";
            }
            case Step.Assign assign -> {
                done(room.flow().assign(id(assign.story()), by(assign.who()), assign.to() == null ? null : by(assign.to()).id(),
                        Assignment.Priority.of(assign.priority()).orElseThrow(), assign.due()));
                yield name(assign.who()) + " set " + slug(assign.story()) + " to " + assign.priority() + ", due " + HOUR.format(assign.due()) + ".";
            }
            case Step.SignBoard sign -> sign(Meaning.BOARD, sign.who(), sign.story(), null, false);
            case Step.EmergencyExport export -> {
                var report = room.exporter().exportBeforeReview(id(export.story()), site, by(export.who()), export.reason(), room.newsroom(),
                        Progress.Watcher.NONE, new Cancel());
                if (!report.refused().isEmpty()) {
                    throw new IllegalStateException(slug(export.story()) + ": " + report.refused());
                }
                yield name(export.who()) + " had " + slug(export.story()) + " printed before its second review: " + export.reason();
            }
            case Step.Export export -> export(export);
            case Step.Verify verify -> verify();
        };
    }

    private Anchor anchor(String story, String words) {
        return Anchor.on(file(story).text(), words).orElseThrow(() -> new IllegalStateException(story + " does not say “" + words + "”."));
    }

    private String take(Step.Take take) {
        var origin = day.origin(take.story());
        var entry = entry(origin);
        stories.put(take.story(), done(room.take(entry.id(), by(take.who()))).id());
        return name(take.who()) + " took “" + file(take.story()).text().headline() + "” from " + entry.source() + ".";
    }

    private WireEntry entry(NewsDay.OffTheWire origin) {
        var feed = feeds.id(origin.feed());
        return room.store().wire().untaken(Long.MAX_VALUE, 1_000).stream().filter(e -> e.feed().equals(feed)
                        && (origin.item().equals(e.latest().guid()) || origin.item().equals(e.latest().link()))).findFirst().orElseThrow(() -> new IllegalStateException("The wire lacks " + origin.item() + "."));
    }

    /// Types in two goes, as a person does: headline and standfirst first, then the rest. Each is saved.
    private String edit(Step.Edit edit) {
        var words = day.reworked(edit.story()).orElseThrow().words(edit.version());
        words.pictures().forEach(picture -> day.pictures().stream().filter(p -> p.asset().equals(picture.asset())).findFirst()
                .ifPresent(p -> room.store().assets().keep(p.mediaType(), NewsDay.bytes(p.file()))));
        words.evidence().forEach(evidence -> day.evidence().stream().filter(c -> c.hash().equals(evidence.copyHash())).findFirst()
                .ifPresent(c -> room.store().assets().keep("text/plain", NewsDay.bytes(c.file()))));
        var before = file(edit.story()).text();
        write(edit, before.withWords(words.slugline(), words.headline(), words.standfirst(), before.body(), before.context()));
        write(edit, words);
        return name(edit.who()) + (before.slugline().equals(words.slugline()) ? " changed " : " rewrote ") + slug(edit.story()) + ": “"
                + words.headline() + "”, " + words.wordCount() + " words, " + counted(words.evidence().size(), "document") + ".";
    }

    private void write(Step.Edit edit, StoryText words) {
        done(room.flow().write(id(edit.story()), by(edit.who()), words, file(edit.story()).seen()));
    }

    private String sign(Meaning meaning, String who, String story, @Nullable String printed, boolean refused) {
        var by = by(who);
        var outcome = room.flow().sign(id(story), meaning, by, key(who), file(story).seen(), printed == null ? by.name() : printed);
        if (refused) {
            return by.name() + " tried to sign " + slug(story) + " as " + meaning.code() + " and was refused: " + refusal(outcome);
        }
        done(outcome);
        return by.name() + " signed " + slug(story) + " as " + meaning.code() + (printed == null ? "." : ", printed as “" + printed + "”.");
    }

    /// Asks for the passphrase at the first signature of a sitting and after ten idle minutes.
    private KeyFiles.OpenKey key(String who) {
        var id = by(who).id();
        return room.sitting().key(id).or(() -> room.sitting().open(id, day.someone(who).passphrase().toCharArray())).orElseThrow();
    }

    private String export(Step.Export export) {
        var report = room.exporter().export(export.stories().stream().map(this::id).toList(), site, by(export.who()), false, room.newsroom(),
                Progress.Watcher.NONE, new Cancel());
        var named = String.join(", ", export.stories().stream().map(this::slug).toList());
        if (export.refused()) {
            if (report.refused().size() != export.stories().size()) {
                throw new IllegalStateException(named + " should have been refused.");
            }
            return name(export.who()) + " tried to export " + named + " and was refused: " + String.join(" ",
                    report.refused().stream().flatMap(r -> r.reasons().stream()).map(galley.signoff.Reason::words).toList());
        }
        if (!report.refused().isEmpty()) {
            throw new IllegalStateException(named + ": " + report.refused());
        }
        return name(export.who()) + " exported " + named + ": " + counted(report.written(), "file") + " written, " + report.unchanged() + " unchanged.";
    }

    /// Checks every article against nothing but what lies on the site, as a reader would.
    private String verify() {
        var checker = new PageVerifier(KeySet.read(read(site.resolve(SitePaths.KEYS))));
        var checked = new ArrayList<Page>();
        for (var story : stories.entrySet()) {
            file(story.getKey()).lastPublication().ifPresent(publication -> {
                var verdict = checker.verify(publication.path(), read(site.resolve(publication.path())));
                checked.add(new Page(publication.path(), file(story.getKey()).text().headline(), verdict.editedBy(), verdict.reviewedBy(),
                        verdict.verdict().code(), verdict.differences()));
            });
        }
        pages = List.copyOf(checked);
        long good = pages.stream().filter(Page::isOurs).count();
        if (good < pages.size()) {
            throw new IllegalStateException("A page does not verify: " + pages);
        }
        return "Checked " + counted(pages.size(), "page") + " against their signatures: all hold.";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("At " + HOUR.format(clock.instant()) + " the sample day went otherwise than it says: " + outcome.whyNot());
    }

    private static String refusal(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            return refused.whyNot();
        }
        throw new IllegalStateException("This should have been refused: " + outcome);
    }

    private Person by(String who) {
        return people.get(who);
    }

    private String name(String who) {
        return by(who).name();
    }

    private UUID id(String story) {
        return stories.get(story);
    }

    private StoryFile file(String story) {
        return room.flow().file(id(story)).orElseThrow();
    }

    /// The name it has in-house, once an editor has given it one.
    private String slug(String story) {
        return day.reworked(story).map(reworked -> reworked.text().slugline()).orElseGet(() -> file(story).text().slugline());
    }

    private static String counted(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
