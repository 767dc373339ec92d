package galley.publish.send;

import galley.desk.People;
import galley.desk.Person;
import galley.notice.Trouble;
import galley.notice.TroubleLog;
import galley.publish.send.PlannedExport.Event;
import galley.publish.send.PlannedExport.Kind;
import galley.signoff.AuditLog;
import galley.signoff.Reason;
import galley.story.InOneGo;
import galley.story.Json;
import galley.story.Stories;
import galley.work.Cancel;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Exports set for a time, and the clockwork that does them. It has no rights of its own: what is due goes through the same door as
/// an export that somebody presses, in the name of whoever set it, and a refusal is kept and shown.
public final class Timetable {

    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /// Exports to a place, as if somebody had asked for it now.
    @FunctionalInterface
    public interface Exports {

        /// @param stories empty for everything that is ready
        Delivery.Report export(List<UUID> stories, Destination.Given to, Person by, Cancel cancel);
    }

    private final PlannedExport.Plans plans;
    private final Stories stories;
    private final People people;
    private final AuditLog audit;
    private final InOneGo inOneGo;
    private final Exports exports;
    private final Clock clock;

    public Timetable(PlannedExport.Plans plans, Stories stories, People people, AuditLog audit, InOneGo inOneGo, Exports exports, Clock clock) {
        this.plans = plans;
        this.stories = stories;
        this.people = people;
        this.audit = audit;
        this.inOneGo = inOneGo;
        this.exports = exports;
        this.clock = clock;
    }

    /// All that was ever set, newest first.
    public List<PlannedExport> all() {
        return plans.all().reversed();
    }

    /// Sets an export for a time. Whether it may be done is asked when it is due, not now: a story may be signed until then.
    ///
    /// @param story null for everything that is ready then
    /// @param first null for now, when it is to be done again and again
    /// @throws Trouble when that is no plan
    public long set(@Nullable UUID story, Destination.Given to, @Nullable Instant first, @Nullable Duration every, Person by) {
        var now = clock.instant();
        if (to.password() != null) {
            throw Trouble.of("An address that is kept may hold no password.", "Nothing was set.", "Keep the sign-in apart, and leave the password out of the address.");
        }
        if (every != null && every.compareTo(SHORTEST) < 0) {
            throw Trouble.of("An export every " + every.toSeconds() + " seconds is too much.", "Nothing was set.", "Once a minute is the most.");
        }
        if (first == null && every == null) {
            throw Trouble.of("Nothing says when.", "Nothing was set.", "Say a time, or how often.");
        }
        if (first != null && every == null && first.isBefore(now)) {
            throw Trouble.of("That time is over.", "Nothing was set.", "Say a time to come, or export now.");
        }
        var place = to.to() instanceof Destination.Folder folder ? folder.path().toAbsolutePath().normalize().toString()
                : to.to() instanceof Destination.Zip zip ? "zip:" + zip.file().toAbsolutePath().normalize() : to.to().address();
        return inOneGo.together(() -> {
            var person = people.byId(by.id()).orElse(by);
            if (person.hasLeft() || !person.isEditor()) {
                throw Trouble.of(person.name() + (person.hasLeft() ? " has left the newsroom." : " is not an editor here."), "Nothing was set.", "Let an editor set it.");
            }
            if (story != null && stories.story(story).isEmpty()) {
                throw Trouble.of("There is no such story.", "Nothing was set.", "List the stories again.");
            }
            long number = plans.add(story, place, first == null ? now : first, every, person.id(), now);
            audit.append(now, person.id(), "plan export", story, Json.write(Map.of("number", number, "to", place)));
            return number;
        });
    }

    /// Takes a plan back. Answers whether there was one to take back.
    public boolean takeBack(long number, Person by) {
        return inOneGo.together(() -> {
            var plan = plans.all().stream().filter(p -> p.number() == number && p.next().isPresent()).findFirst();
            plan.ifPresent(p -> {
                plans.note(number, new Event(clock.instant(), Kind.TAKEN_BACK, "Taken back by " + by.name() + "."));
                audit.append(clock.instant(), by.id(), "take back planned export", p.story(), Json.write(Map.of("number", number)));
            });
            return plan.isPresent();
        });
    }

    /// What came of a plan.
    public record Came(PlannedExport plan, Event event) {}

    /// Does everything that is due, one after another. Two programs that are open at once do each of them once.
    public List<Came> runDue(Cancel cancel) {
        var came = new ArrayList<Came>();
        for (var plan : plans.all()) {
            cancel.check();
            if (plan.isDue(clock.instant()) && claim(plan.number())) {
                var event = run(plan, cancel);
                plans.note(plan.number(), event);
                came.add(new Came(plan, event));
            }
        }
        return came;
    }

    public boolean isAnyDue() {
        var now = clock.instant();
        return plans.all().stream().anyMatch(plan -> plan.isDue(now));
    }

    private boolean claim(long number) {
        return inOneGo.together(() -> {
            boolean due = plans.all().stream().anyMatch(p -> p.number() == number && p.isDue(clock.instant()));
            if (due) {
                plans.note(number, new Event(clock.instant(), Kind.BEGUN, ""));
            }
            return due;
        });
    }

    private Event run(PlannedExport plan, Cancel cancel) {
        try {
            var by = people.byId(plan.by()).orElse(null);
            if (by == null || by.hasLeft()) {
                return new Event(clock.instant(), Kind.REFUSED, (by == null ? "Whoever set it" : by.name()) + " has left the newsroom; let somebody else set it.");
            }
            var report = exports.export(plan.story() == null ? List.of() : List.of(plan.story()), Destination.read(plan.destination()), by, cancel);
            if (!report.site().refused().isEmpty()) {
                return new Event(clock.instant(), Kind.REFUSED, report.site().refused().stream().map(refused -> "“" + refused.headline() + "”: "
                        + refused.reasons().stream().map(Reason::words).collect(Collectors.joining(" "))).collect(Collectors.joining(" ")));
            }
            if (report.sent() != null && report.sent().cut() != null) {
                return new Event(clock.instant(), Kind.FAILED, report.sent().cut().inOneLine());
            }
            int pages = report.site().pages().size();
            return new Event(clock.instant(), Kind.DONE, (pages == 0 ? "No new page" : pages == 1 ? "1 story published" : pages + " stories published") + ", " + report.written() + " files written.");
        } catch (java.util.concurrent.CancellationException stopped) {
            return new Event(clock.instant(), Kind.FAILED, "It was stopped; the rest follows with the next export.");
        } catch (RuntimeException fault) {
            return new Event(clock.instant(), Kind.FAILED, TroubleLog.tell("a planned export", fault).inOneLine());
        }
    }

    /// A time as people write it: `21:30` (the next one), `2026-11-26 06:00` in the newsroom's zone, or one with a zone of its own.
    ///
    /// @throws Trouble when it is none
    public Instant time(String words, ZoneId zone) {
        var said = words.strip();
        try {
            if (said.matches("\\d{1,2}:\\d{2}")) {
                var now = clock.instant().atZone(zone);
                var today = now.with(LocalTime.parse(said.length() == 4 ? "0" + said : said));
                return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
            }
            if (said.matches("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?")) {
                return LocalDateTime.parse(said.replace(' ', 'T')).atZone(zone).toInstant();
            }
            return OffsetDateTime.parse(said.replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            throw new Trouble(galley.notice.Notice.of("“" + said + "” is no time.", "Nothing was set.", "Write 21:30, 2026-11-26 06:00, or 2026-11-26T06:00+01:00."), e);
        }
    }
}
