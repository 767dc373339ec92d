package galley.app.command;

import galley.app.OpenNewsroom;
import galley.desk.Person;
import galley.publish.send.Destination;
import galley.publish.send.PlannedExport;
import galley.publish.send.Timetable;
import galley.signoff.StoryLine;
import galley.work.Cancel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley schedule`: exports set for a time. The open desktop does them; without one, `galley schedule run`.
@Command(name = "schedule", description = "Exports set for a time: list, set, take back, do what is due.",
        subcommands = {ScheduleCommand.Listing.class, ScheduleCommand.Add.class, ScheduleCommand.Remove.class, ScheduleCommand.Run.class})
final class ScheduleCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Override
    public Integer call() {
        return list(galley);
    }

    private static Timetable timetable(OpenNewsroom room, GalleyCommand galley) {
        return room.timetable(room.delivery(galley.terminal.environment));
    }

    private static int list(GalleyCommand galley) {
        try (var room = galley.open()) {
            var all = timetable(room, galley).all();
            if (galley.json || !galley.terminal.isInteractive()) {
                galley.terminal.json(Map.of("schedule", all.stream().map(plan -> described(plan, room)).toList()));
            } else if (all.isEmpty()) {
                galley.terminal.out.println("No export is set for a time.");
            } else {
                all.forEach(plan -> galley.terminal.out.println(plan.number() + "\t" + plan.next().map(Object::toString).orElse("over") + "\t" + (plan.story() == null ? "everything that is ready" : plan.story())
                        + "\t" + plan.destination() + "\t" + plan.last().map(event -> word(event.kind()) + " " + event.at() + " " + event.words()).orElse("")));
            }
            return Exit.DONE;
        }
    }

    static String word(PlannedExport.Kind kind) {
        return switch (kind) {
            case BEGUN -> "begun";
            case DONE -> "done";
            case REFUSED -> "refused";
            case FAILED -> "failed";
            case TAKEN_BACK -> "taken-back";
        };
    }

    private static Map<String, Object> described(PlannedExport plan, OpenNewsroom room) {
        var map = new LinkedHashMap<String, Object>();
        map.put("number", plan.number());
        map.put("story", plan.story());
        map.put("to", plan.destination());
        map.put("next", plan.next().map(Object::toString).orElse(null));
        map.put("everyMinutes", plan.every() == null ? null : plan.every().toMinutes());
        map.put("by", room.people().byId(plan.by()).map(Person::name).orElse(null));
        map.put("events", plan.events().stream().map(event -> {
            var said = new LinkedHashMap<String, Object>();
            said.put("at", event.at().toString());
            said.put("what", word(event.kind()));
            said.put("words", event.words());
            return said;
        }).toList());
        return map;
    }

    @Command(name = "list", description = "All that was set, newest first, with what came of it.")
    static final class Listing implements Callable<Integer> {

        @ParentCommand
        @Nullable ScheduleCommand parent;

        @Override
        public Integer call() {
            return list(parent.galley);
        }
    }

    @Command(name = "add", description = "Set an export of one story, or of everything that is ready then.")
    static final class Add implements Callable<Integer> {

        @ParentCommand
        @Nullable ScheduleCommand parent;

        @Parameters(paramLabel = "ID", arity = "0..1")
        @Nullable String story;

        @Option(names = "--at", paramLabel = "TIME", description = "21:30, 2026-11-26 06:00 (the newsroom's time), or 2026-11-26T06:00+01:00.")
        @Nullable String at;

        @Option(names = "--every", paramLabel = "MINUTES", description = "Again and again.")
        @Nullable Integer every;

        @Option(names = "--to", paramLabel = "PLACE", required = true, description = "A folder, FILE.zip, sftp://name@host/path or s3://bucket/prefix.")
        String to = "";

        @Option(names = "--as", paramLabel = "PERSON", description = "In whose name it is done.")
        @Nullable String person;

        @Override
        public Integer call() {
            var galley = parent.galley;
            var given = Destination.read(to);
            try (var room = galley.open()) {
                var by = GalleyCommand.person(room, person, galley.terminal);
                var table = timetable(room, galley);
                var id = story == null ? null : StoryIds.find(story, room.store().lines().all().stream().map(StoryLine::id).toList(), "story");
                long number = table.set(id, given, at == null ? null : table.time(at, room.newsroom().zone()), every == null ? null : Duration.ofMinutes(every), by);
                var plan = table.all().stream().filter(p -> p.number() == number).findFirst().orElseThrow();
                if (galley.json || !galley.terminal.isInteractive()) {
                    galley.terminal.json(described(plan, room));
                } else {
                    galley.terminal.out.println("Set: number " + number + ", " + plan.next().map(Object::toString).orElse("") + ".");
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "remove", description = "Take one back.")
    static final class Remove implements Callable<Integer> {

        @ParentCommand
        @Nullable ScheduleCommand parent;

        @Parameters(paramLabel = "NUMBER")
        long number;

        @Option(names = "--as", paramLabel = "PERSON", description = "Who takes it back.")
        @Nullable String person;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                if (!timetable(room, galley).takeBack(number, GalleyCommand.person(room, person, galley.terminal))) {
                    throw new Refusal("No export with the number " + number + " is waiting.");
                }
                if (galley.json || !galley.terminal.isInteractive()) {
                    galley.terminal.json(Map.of("takenBack", number));
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "run", description = "Do what is due, and go on until stopped.")
    static final class Run implements Callable<Integer> {

        private static final long LOOK_EVERY_MS = 5_000;

        @ParentCommand
        @Nullable ScheduleCommand parent;

        @Option(names = "--once", description = "Do what is due now, and end.")
        boolean once;

        @Override
        public Integer call() throws InterruptedException {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var table = timetable(room, galley);
                var all = new ArrayList<Timetable.Came>();
                do {
                    var came = table.runDue(new Cancel());
                    came.forEach(c -> galley.terminal.err.println("galley: " + word(c.event().kind()) + ": " + c.event().words()));
                    all.addAll(came);
                    if (!once) {
                        Thread.sleep(LOOK_EVERY_MS);
                    }
                } while (!once);
                if (galley.json || !galley.terminal.isInteractive()) {
                    galley.terminal.json(Map.of("came", all.stream().map(c -> Map.of("number", c.plan().number(), "what", word(c.event().kind()), "words", c.event().words())).toList()));
                }
                long done = all.stream().filter(c -> c.event().kind() == PlannedExport.Kind.DONE).count();
                return done == all.size() ? Exit.DONE : done == 0 ? Exit.REFUSED : Exit.IN_PART;
            }
        }
    }
}
