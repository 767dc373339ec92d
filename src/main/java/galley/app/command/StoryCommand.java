package galley.app.command;

import galley.app.OpenNewsroom;
import galley.signoff.Outcome;
import galley.signoff.Status;
import galley.signoff.StoryFile;
import galley.signoff.StoryLine;
import galley.story.StoryText;
import galley.story.WireEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley story`: list, show, take, edit, and the acts that need no signature.
@Command(name = "story", description = "List, show, take and edit stories.", subcommands = {StoryCommand.ListThem.class, StoryCommand.Show.class,
        StoryCommand.Take.class, StoryEvidenceCommand.class, FullTextCommand.class, TrendingCommand.Pin.class, TrendingCommand.Hide.class, TrendingCommand.Unpin.class, StoryCommand.New.class, StoryCommand.Edit.class, StoryCommand.Spike.class, StoryCommand.Restore.class,
        StoryCommand.Hold.class, StoryCommand.Release.class, StoryCommand.Embargo.class, ToldReaders.Correct.class,
        ToldReaders.Update.class, ToldReaders.Clarify.class, KillCommand.class})
final class StoryCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Override
    public Integer call() {
        throw Usage.of(this, "Say list, show, take, new, edit, evidence, spike, restore, hold, release, embargo, correct, update, clarify or kill.");
    }

    static UUID story(OpenNewsroom room, String typed) {
        var all = room.store().lines().all().stream().map(StoryLine::id).toList();
        if (!StoryIds.fit(typed, all).isEmpty()) {
            return StoryIds.find(typed, all, "story");
        }
        Take.item(room, typed).ifPresent(item -> {
            throw new Refusal(item.story() == null
                    ? "“" + item.latest().title() + "” is an item on the wire, not a story yet. Take it first: galley story take " + item.id() + " --as PERSON."
                    : "This is an item of the wire; the story that was taken from it is " + item.story() + ".");
        });
        return StoryIds.find(typed, all, "story");
    }

    @Command(name = "list", description = "List stories, newest first; --status wire lists what nobody has taken.")
    static final class ListThem implements Callable<Integer> {

        @ParentCommand
        @Nullable StoryCommand parent;

        @Option(names = "--status", paramLabel = "S", description = "wire, draft, sent-back, awaiting-review, lapsed, ready, published, spiked or killed.")
        @Nullable String status;

        @Option(names = "--search", paramLabel = "Q", description = "Words that have to occur.")
        @Nullable String search;

        @Option(names = "--limit", paramLabel = "N", defaultValue = "200", description = "At most so many (default ${DEFAULT-VALUE}).")
        int limit;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var rows = "wire".equalsIgnoreCase(status) ? wire(room) : stories(room);
                if (galley.json) {
                    galley.terminal.json(Map.of("stories", rows));
                } else {
                    rows.forEach(r -> galley.terminal.out.println(r.get("id") + "\t" + r.get("status") + "\t" + r.get("source") + "\t" + r.get("headline")));
                    if (rows.isEmpty()) {
                        galley.terminal.err.println("Nothing here.");
                    }
                }
                return Exit.DONE;
            }
        }

        private List<Map<String, Object>> wire(OpenNewsroom room) {
            var entries = search == null ? room.store().wire().untaken(Long.MAX_VALUE, limit)
                    : room.store().wire().search(search, Long.MAX_VALUE, limit).stream().filter(e -> e.story() == null && e.spiked() == null).toList();
            var groups = room.store().sameEvents().groups(entries.stream().map(WireEntry::id).toList());
            var rows = new ArrayList<Map<String, Object>>();
            for (var entry : entries) {
                var row = new LinkedHashMap<String, Object>();
                row.put("id", entry.id());
                row.put("status", "wire");
                row.put("headline", entry.latest().title());
                row.put("source", entry.source());
                row.put("link", entry.latest().link());
                row.put("published", entry.latest().published());
                row.put("versions", entry.latest().version());
                row.put("sources", groups.containsKey(entry.id()) ? groups.get(entry.id()).sources() : 1);
                row.put("event", groups.containsKey(entry.id()) ? groups.get(entry.id()).event() : null);
                room.store().rules().sent(entry.id()).ifPresent(sent -> {
                    row.put("category", sent.category().orElse(entry.latest().categories().isEmpty() ? "" : entry.latest().categories().getFirst()));
                    row.put("desk", sent.desk().orElse(null));
                    row.put("tags", sent.tags());
                    row.put("priority", sent.priority().orElse(null));
                });
                rows.add(row);
            }
            return rows;
        }

        private List<Map<String, Object>> stories(OpenNewsroom room) {
            var wanted = status == null ? null : Status.of(status).orElseThrow(() -> new Refusal("There is no status “" + status + "”."));
            var found = search == null ? null : room.store().stories().search(search, Integer.MAX_VALUE);
            var rows = new ArrayList<Map<String, Object>>();
            for (var line : room.store().lines().all()) {
                if ((wanted == null || line.status() == wanted) && (found == null || found.contains(line.id())) && rows.size() < limit) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("id", line.id());
                    row.put("status", line.status().code());
                    row.put("headline", line.headline());
                    row.put("slugline", line.slugline());
                    row.put("source", line.source());
                    row.put("category", line.category());
                    row.put("words", line.words());
                    row.put("changed", line.changed());
                    row.put("editedBy", line.standing().edited().map(s -> s.printedAs()).orElse(null));
                    row.put("reviewedBy", line.standing().reviewed().map(s -> s.printedAs()).orElse(null));
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    @Command(name = "show", description = "Show a story: its words, its signatures, what may be done next.")
    static final class Show implements Callable<Integer> {

        @ParentCommand
        @Nullable StoryCommand parent;

        @Parameters(paramLabel = "ID")
        String id = "";

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var file = room.flow().file(story(room, id)).orElseThrow();
                if (galley.json) {
                    galley.terminal.json(described(room, file));
                } else {
                    print(room, file);
                }
                return Exit.DONE;
            }
        }

        private void print(OpenNewsroom room, StoryFile file) {
            var out = parent.galley.terminal.out;
            out.println(file.text().headline());
            if (!file.text().standfirst().isEmpty()) {
                out.println(file.text().standfirst());
            }
            out.println();
            out.println("id        " + file.story().id());
            out.println("status    " + Status.of(file).code());
            out.println("revision  " + file.head().id() + " (" + file.revisions().size() + " in all)" + (file.draft() == null ? "" : ", draft " + file.draft().sequence()));
            for (var signOff : file.signOffs()) {
                out.println(signOff.meaning().code() + "  " + signOff.printedAs() + ", " + signOff.at() + (signOff.covers(file.digest()) ? "" : ", lapsed"));
            }
            file.changesWanted().ifPresent(w -> out.println("changes wanted  " + w.reason()));
            var author = room.people().byId(file.story().takenBy()).orElseThrow();
            room.flow().againstExport(file, author).forEach(r -> out.println("not exported: " + r.words()));
        }

        private static Map<String, Object> described(OpenNewsroom room, StoryFile file) {
            var map = new LinkedHashMap<String, Object>();
            map.put("id", file.story().id());
            map.put("status", Status.of(file).code());
            map.put("revision", file.head().id());
            map.put("revisions", file.revisions().size());
            map.put("draft", file.draft() == null ? null : file.draft().sequence());
            map.put("takenBy", room.people().byId(file.story().takenBy()).map(p -> p.name()).orElse(null));
            map.put("contributors", file.contributors().stream().map(c -> room.people().byId(c).map(p -> p.name()).orElse("?")).toList());
            map.put("signOffs", file.signOffs().stream().map(s -> Map.of("meaning", s.meaning().code(), "by", s.printedAs(), "at", s.at(),
                    "holds", s.covers(file.digest()))).toList());
            map.put("changesWanted", file.changesWanted().map(w -> w.reason()).orElse(null));
            map.put("hold", file.story().hold());
            map.put("legalHold", file.story().legalHold());
            map.put("embargo", file.story().embargo());
            map.put("killed", file.story().kill());
            map.put("comments", CommentCommand.described(room, file));
            map.put("suggestions", SuggestCommand.described(room, file));
            map.put("preflight", AcknowledgeCommand.described(room, file));
            map.put("board", file.isVerifiedByBoard());
            map.put("owesReview", file.standing().owesReview());
            map.put("published", file.lastPublication().map(p -> p.url()).orElse(null));
            map.put("againstExport", room.people().byId(file.story().takenBy()).map(by -> room.flow().againstExport(file, by).stream().map(Told::reason).toList())
                    .orElse(List.of()));
            map.put("text", file.text());
            return map;
        }
    }

    @Command(name = "take", description = "Take a wire item as a story.")
    static final class Take implements Callable<Integer> {

        @ParentCommand
        @Nullable StoryCommand parent;

        @Parameters(paramLabel = "ITEM", description = "The wire item's id (galley story list --status wire).")
        String item = "";

        @Option(names = "--as", paramLabel = "PERSON", description = "Who takes it.")
        @Nullable String person;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var by = GalleyCommand.person(room, person, galley.terminal);
                var entry = entry(room, item);
                var outcome = room.take(entry, by);
                var id = outcome instanceof Outcome.Done<galley.story.Story> done ? done.value().id() : null;
                var more = new LinkedHashMap<String, Object>();
                more.put("story", id);
                return Told.of(outcome, galley, Objects.toString(id), more);
            }
        }

        static UUID entry(OpenNewsroom room, String typed) {
            return item(room, typed).map(WireEntry::id).orElseThrow(() -> new Refusal("There is no wire item " + typed + "."));
        }

        /// The wire item that is meant: by its whole id, or by an end of it among those that nobody has taken.
        static Optional<WireEntry> item(OpenNewsroom room, String typed) {
            var wire = room.store().wire();
            UUID whole = null;
            try {
                whole = UUID.fromString(typed.strip());
            } catch (IllegalArgumentException onlyPart) {
                var untaken = wire.untaken(Long.MAX_VALUE, 10_000).stream().map(WireEntry::id).toList();
                if (!StoryIds.fit(typed, untaken).isEmpty()) {
                    whole = StoryIds.find(typed, untaken, "wire item");
                }
            }
            return whole == null ? Optional.empty() : wire.entry(whole);
        }
    }

    @Command(name = "new", description = "Begin a story of the newsroom's own from a JSON file.")
    static final class New implements Callable<Integer> {

        @ParentCommand
        @Nullable StoryCommand parent;

        @Option(names = "--from", paramLabel = "FILE.json", required = true, description = "Fields of the story's text; “-” reads standard input.")
        String from = "";

        @Option(names = "--as", paramLabel = "PERSON", description = "Who writes it.")
        @Nullable String person;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var outcome = room.flow().begin(GalleyCommand.person(room, person, galley.terminal),
                        EditedText.over(StoryText.of("", ""), EditedText.read(from, galley.terminal)));
                var id = outcome instanceof Outcome.Done<galley.story.Story> done ? done.value().id() : null;
                var more = new LinkedHashMap<String, Object>();
                more.put("story", id);
                return Told.of(outcome, galley, Objects.toString(id), more);
            }
        }
    }

    @Command(name = "edit", description = "Change a story's text: the fields in the JSON file replace the story's, the others stay.")
    static final class Edit implements Callable<Integer> {

        @ParentCommand
        @Nullable StoryCommand parent;

        @Parameters(paramLabel = "ID")
        String id = "";

        @Option(names = "--from", paramLabel = "FILE.json", required = true, description = "Fields of the story's text; “-” reads standard input.")
        String from = "";

        @Option(names = "--as", paramLabel = "PERSON", description = "Whose words these are.")
        @Nullable String person;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var by = GalleyCommand.person(room, person, galley.terminal);
                var file = room.flow().file(story(room, id)).orElseThrow();
                var text = EditedText.over(file.text(), EditedText.read(from, galley.terminal));
                Outcome<?> outcome = room.flow().write(file.story().id(), by, text, file.seen());
                if (outcome instanceof Outcome.Done<?>) {
                    outcome = room.flow().handOver(file.story().id(), by);
                }
                var now = room.flow().file(file.story().id()).orElseThrow();
                return Told.of(outcome, galley, "Revision " + now.head().id() + ", " + Status.of(now).code() + ".",
                        Map.of("story", file.story().id(), "revision", now.head().id(), "status", Status.of(now).code()));
            }
        }
    }

    /// Acts on several stories, one after another; done in part when some were refused.
    abstract static class Several implements Callable<Integer> {

        @ParentCommand
        @Nullable StoryCommand parent;

        @Parameters(paramLabel = "ID", arity = "1..*")
        List<String> ids = List.of();

        @Option(names = "--as", paramLabel = "PERSON", description = "Who does it.")
        @Nullable String person;

        int each(String done, BiFunction<OpenNewsroom, UUID, Outcome<?>> act) {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var results = new ArrayList<Map<String, Object>>();
                int refused = 0;
                // All of them are found before the first is touched: a mistyped one stops everything.
                for (var story : ids.stream().map(id -> story(room, id)).toList()) {
                    var outcome = act.apply(room, story);
                    var row = new LinkedHashMap<String, Object>();
                    row.put("story", story);
                    row.put("done", outcome instanceof Outcome.Done<?>);
                    row.put("reasons", Told.reasons(outcome));
                    results.add(row);
                    refused += outcome instanceof Outcome.Done<?> ? 0 : 1;
                    if (!galley.json) {
                        (outcome instanceof Outcome.Done<?> ? galley.terminal.out : galley.terminal.err).println(story + "\t"
                                + (outcome instanceof Outcome.Done<?> ? done : outcome.whyNot()));
                    }
                }
                if (galley.json) {
                    galley.terminal.json(Map.of("results", results));
                }
                return refused == 0 ? Exit.DONE : refused == ids.size() ? Exit.REFUSED : Exit.IN_PART;
            }
        }

        galley.desk.Person by(OpenNewsroom room) {
            return GalleyCommand.person(room, person, parent.galley.terminal);
        }
    }

    @Command(name = "spike", description = "Drop stories; they can come back.")
    static final class Spike extends Several {

        @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "not used", description = "Why (default “${DEFAULT-VALUE}”).")
        String reason = "";

        @Override
        public Integer call() {
            return each("spiked", (room, story) -> room.flow().spike(story, by(room), reason));
        }
    }

    @Command(name = "restore", description = "Bring spiked stories back.")
    static final class Restore extends Several {
        @Override
        public Integer call() {
            return each("restored", (room, story) -> room.flow().restore(story, by(room)));
        }
    }

    @Command(name = "hold", description = "Keep stories from export until a person releases them.")
    static final class Hold extends Several {

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
        String reason = "";

        @Option(names = "--legal", description = "A legal hold: only a senior editor may release it.")
        boolean legal;

        @Override
        public Integer call() {
            return each("on hold", (room, story) -> legal ? room.flow().legalHold(story, by(room), reason) : room.flow().hold(story, by(room), reason));
        }
    }

    @Command(name = "release", description = "Release held stories.")
    static final class Release extends Several {

        @Option(names = "--legal", description = "Release a legal hold.")
        boolean legal;

        @Override
        public Integer call() {
            return each("released", (room, story) -> legal ? room.flow().releaseLegal(story, by(room)) : room.flow().release(story, by(room)));
        }
    }

    @Command(name = "embargo", description = "Keep stories from export until a time; without --until the embargo is lifted.")
    static final class Embargo extends Several {

        @Option(names = "--until", paramLabel = "TIME", description = "ISO 8601 with zone, such as 2026-11-17T14:00:00Z.")
        @Nullable String until;

        @Override
        public Integer call() {
            Instant time;
            try {
                time = until == null ? null : java.time.OffsetDateTime.parse(until).toInstant();
            } catch (java.time.format.DateTimeParseException e) {
                throw new Refusal("“" + until + "” is not a time with a zone, such as 2026-11-17T14:00:00Z.");
            }
            return each(time == null ? "no embargo" : "embargo until " + time, (room, story) -> room.flow().embargo(story, by(room), time));
        }
    }
}
