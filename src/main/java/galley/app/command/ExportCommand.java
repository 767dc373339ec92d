package galley.app.command;

import galley.app.OpenNewsroom;
import galley.desk.Person;
import galley.notice.Notice;
import galley.notice.Trouble;
import galley.publish.Exporter;
import galley.publish.send.Delivery;
import galley.publish.send.Destination;
import galley.signoff.Outcome;
import galley.signoff.Reason;
import galley.signoff.StoryLine;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `galley export`: publishes what both people have passed, writes the site and sends it where it is wanted.
@Command(name = "export", description = "Publish stories and write the site. Without ids: every story that is ready.",
        footer = {"", "Where every named story is refused, the site is left as it is (exit 1). Where some are, or where a file that is not ours stands in the way",
                "of one of ours (it is left alone; “leftAlone” in the JSON names it), the rest is done (exit 3)."})
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "ID", arity = "0..*")
    List<String> ids = List.of();

    @Option(names = "--to", paramLabel = "PLACE",
            description = "A folder, FILE.zip, sftp://name@host/path or s3://bucket/prefix.")
    String to = "";

    @Option(names = "--single-file", paramLabel = "FILE", description = "Write one story as a page that needs nothing beside itself; - for standard output.")
    @Nullable String singleFile;

    @Option(names = "--html", paramLabel = "FILE", description = "Write one story's article alone, for pasting into another system; - for standard output.")
    @Nullable String article;

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--as", paramLabel = "PERSON", description = "Who exports.")
    @Nullable String person;

    @Option(names = "--force-all", description = "Write every file again, changed or not.")
    boolean forceAll;

    @Option(names = "--dry-run", description = "Say what would be published, written and removed; do nothing.")
    boolean dryRun;

    @Option(names = "--emergency", description = "Print one story before its second review. Its page says so until somebody else has reviewed it.")
    boolean emergency;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it cannot wait; needed with --emergency.")
    String reason = "";

    @Override
    public Integer call() {
        var terminal = galley.terminal;
        if (to.isEmpty() && singleFile == null && article == null) {
            throw new ParameterException(spec.commandLine(), "Say where to, with --to PLACE.");
        }
        if (dryRun && (singleFile != null || article != null)) {
            throw new ParameterException(spec.commandLine(), "--dry-run looks at a whole export; leave out --single-file and --html.");
        }
        try (var room = galley.open()) {
            var by = person == null && terminal.environment.get("GALLEY_PERSON") == null ? room.people().all().stream().findFirst()
                    .orElseThrow(() -> new Refusal("There is nobody in this newsroom yet.")) : GalleyCommand.person(room, person, terminal);
            var lines = room.store().lines().all().stream().map(StoryLine::id).toList();
            var wanted = ids.stream().map(id -> StoryIds.find(id, lines, "story")).toList();
            if (emergency && wanted.size() != 1) {
                throw new Refusal("Say which one story is to be printed before its review.");
            }
            if (singleFile != null || article != null) {
                int exit = alone(room, wanted, by);
                if (to.isEmpty() || exit != Exit.DONE) {
                    return exit;
                }
            }
            var given = Destination.read(to);
            room.theme(room.newsroom()).problems().forEach(problem -> terminal.err.println("galley: " + problem.said()));
            var delivery = room.delivery(terminal.environment);
            if (dryRun) {
                return tell(delivery.trial(given, folder -> room.exporter().trial(wanted, folder, by, forceAll, room.newsroom()), Progress.Watcher.NONE, new Cancel()), wanted.size());
            }
            Progress.Watcher watcher = progress -> terminal.progress(progress.done() + " of " + progress.total() + " files " + progress.words());
            var report = delivery.deliver(given, (folder, seen) -> emergency
                    ? room.exporter().exportBeforeReview(wanted.getFirst(), folder, by, reason, room.newsroom(), seen, new Cancel())
                    : room.exporter().export(wanted, folder, by, forceAll, room.newsroom(), seen, new Cancel()), forceAll, watcher, new Cancel());
            terminal.progress("");
            return tell(report, given.to(), wanted.size());
        }
    }

    private int alone(OpenNewsroom room, List<UUID> wanted, Person by) {
        if (wanted.size() != 1) {
            throw new Refusal("Say which one story is to be written as one file.");
        }
        switch (room.exporter().alone(wanted.getFirst(), by, room.newsroom())) {
            case Outcome.Done<Exporter.Alone> done -> {
                write(singleFile, done.value().page());
                write(article, done.value().article());
                if (to.isEmpty() && !"-".equals(singleFile) && !"-".equals(article)) {
                    if (galley.json || !galley.terminal.isInteractive()) {
                        galley.terminal.json(Map.of("written", (singleFile == null ? 0 : 1) + (article == null ? 0 : 1), "page", done.value().path(), "refused", List.of()));
                    } else {
                        galley.terminal.out.println("Written: " + (singleFile == null ? article : singleFile));
                    }
                }
                return Exit.DONE;
            }
            case Outcome<Exporter.Alone> no -> {
                var reasons = no instanceof Outcome.Refused<Exporter.Alone> refused ? refused.reasons() : List.<Reason>of();
                galley.terminal.json(Map.of("written", 0, "refused", List.of(Map.of("id", wanted.getFirst(), "reasons", reasons.stream().map(Told::reason).toList()))));
                galley.terminal.err.println("galley: " + no.whyNot());
                return Exit.REFUSED;
            }
        }
    }

    /// Whole, or not at all.
    private void write(@Nullable String place, String html) {
        if (place == null) {
            return;
        }
        if (place.equals("-")) {
            galley.terminal.out.println(html);
            return;
        }
        var file = Path.of(place).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(file.getParent(), ".galley", ".html");
            try {
                Files.writeString(fresh, html);
                if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
                }
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new Trouble(Notice.of("The file " + file + " could not be written.", "The story is published; nothing else was changed.", "See that you may write there."), e);
        }
    }

    private int tell(Delivery.Report report, Destination to, int wanted) {
        var terminal = galley.terminal;
        var sent = report.sent();
        if (galley.json || !terminal.isInteractive()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("written", report.written());
            answer.put("unchanged", report.unchanged());
            answer.put("removed", report.removed());
            if (!report.strangers().isEmpty()) {
                answer.put("leftAlone", report.strangers());
            }
            answer.put("refused", report.site().refused().stream().map(ExportCommand::described).toList());
            if (sent != null) {
                answer.put("to", to.address());
                answer.put("sent", sent.written());
                answer.put("gone", sent.removed());
                if (sent.cut() != null) {
                    answer.put("cut", sent.cut().inOneLine());
                }
            }
            terminal.json(answer);
        } else {
            terminal.out.println(report.written() + " files written, " + report.unchanged() + " unchanged, " + report.removed() + " removed in " + to.address() + ".");
            if (sent != null && sent.list() != null && !(sent.written().isEmpty() && sent.removed().isEmpty())) {
                terminal.out.println("What was sent is listed in " + sent.list() + ".");
            }
        }
        report.strangers().forEach(path -> terminal.err.println("galley: " + (to instanceof Destination.Folder folder ? folder.path().resolve(path) : path + " at " + to.address())
                + " is not ours; it was left alone."));
        refusals(report.site().refused());
        if (sent != null) {
            sent.told().forEach(words -> terminal.err.println("galley: " + words));
            if (sent.cut() != null) {
                terminal.err.println("galley: " + sent.cut().inOneLine());
                return sent.written().isEmpty() && sent.removed().isEmpty() ? Exit.REFUSED : Exit.IN_PART;
            }
        }
        return exit(report.site().refused().size(), wanted, report.strangers().isEmpty());
    }

    private static int exit(int refused, int wanted, boolean noStrangers) {
        return refused == 0 ? noStrangers ? Exit.DONE : Exit.IN_PART : refused == wanted ? Exit.REFUSED : Exit.IN_PART;
    }

    private int tell(Delivery.Trial trial, int wanted) {
        var terminal = galley.terminal;
        var sent = trial.sent();
        var written = sent == null ? trial.site().written() : sent.written();
        var removed = sent == null ? trial.site().removed() : sent.removed();
        int unchanged = sent == null ? trial.site().unchanged() : sent.unchanged();
        if (galley.json || !terminal.isInteractive()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("dryRun", true);
            answer.put("written", written.size());
            answer.put("unchanged", unchanged);
            answer.put("removed", removed.size());
            answer.put("refused", trial.site().refused().stream().map(ExportCommand::described).toList());
            answer.put("wouldPublish", trial.site().pages());
            answer.put("wouldWrite", written);
            answer.put("wouldRemove", removed);
            if (!trial.site().strangers().isEmpty()) {
                answer.put("leftAlone", trial.site().strangers());
            }
            terminal.json(answer);
        } else {
            trial.site().pages().forEach(path -> terminal.out.println("publish  " + path));
            written.forEach(path -> terminal.out.println("write    " + path));
            removed.forEach(path -> terminal.out.println("remove   " + path));
            terminal.out.println(written.size() + " files would be written, " + unchanged + " left as they are, " + removed.size() + " removed. Nothing was done.");
        }
        refusals(trial.site().refused());
        if (sent != null) {
            sent.told().forEach(words -> terminal.err.println("galley: " + words));
            if (sent.cut() != null) {
                terminal.err.println("galley: " + sent.cut().inOneLine());
                return Exit.REFUSED;
            }
        }
        return exit(trial.site().refused().size(), wanted, true);
    }

    private void refusals(List<Exporter.Refused> all) {
        for (var refused : all) {
            galley.terminal.err.println("galley: “" + refused.headline() + "” was not exported.");
            refused.reasons().forEach(r -> galley.terminal.err.println("  " + r.words()));
        }
    }

    private static LinkedHashMap<String, Object> described(Exporter.Refused refused) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", refused.id());
        map.put("reasons", refused.reasons().stream().map(Told::reason).toList());
        return map;
    }
}
