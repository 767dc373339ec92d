package galley.screen.stories;

import galley.desk.People;
import galley.desk.Person;
import galley.screen.common.Mark;
import galley.screen.common.PersonMark;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Times;
import galley.screen.stories.StoryRow.Addition;
import galley.screen.stories.StoryRow.Signer;
import galley.signoff.Assignment;
import galley.signoff.Assignment.Priority;
import galley.signoff.SignOff;
import galley.signoff.Status;
import galley.signoff.StoryLine;
import galley.story.SameEvents;
import galley.story.Stories;
import galley.story.Wire;
import galley.story.WireEntry;
import galley.story.WireLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table's rows out of the newsroom: stories are few and read at once, the wire is long and read as it is looked at.
public final class NewsroomRows implements StoryRows {

    private static final int ENOUGH = 100_000;

    private final WireLine.Lines wire;
    private final StoryLine.Lines lines;
    private final Stories stories;
    private final People people;
    private final Wire entries;
    private final SameEvents events;
    private final Assignment.Assignments assignments;
    private final Times times;
    private final String language;
    private final Supplier<Set<UUID>> moved;

    /// @param language the newsroom's own, which goes without saying
    /// @param moved stories whose sources say something else now
    public NewsroomRows(WireLine.Lines wire, StoryLine.Lines lines, Stories stories, Wire entries, SameEvents events, Assignment.Assignments assignments,
                        People people, Times times, String language, Supplier<Set<UUID>> moved) {
        this.wire = wire;
        this.lines = lines;
        this.stories = stories;
        this.entries = entries;
        this.events = events;
        this.assignments = assignments;
        this.people = people;
        this.times = times;
        this.moved = moved;
        this.language = Locale.forLanguageTag(language).getLanguage();
    }

    @Override
    public Answer ask(StoryQuestion question, Person acting) {
        var name = names();
        var first = isOfStories(question.place()) ? storyRows(question, acting, name) : List.<StoryRow>of();
        var then = isOfWire(question) ? wire.rows(onTheWire(question)) : new long[0];
        return new Answer() {
            @Override
            public int size() {
                return first.size() + then.length;
            }

            @Override
            public List<StoryRow> read(int from, int to) {
                var rows = new ArrayList<StoryRow>(to - from);
                rows.addAll(first.subList(Math.min(from, first.size()), Math.min(to, first.size())));
                var wanted = Arrays.stream(then, Math.max(0, from - first.size()), Math.max(0, to - first.size())).boxed().toList();
                wire.lines(wanted).forEach(line -> rows.add(row(line)));
                return amongOthers(rows);
            }
        };
    }

    private Function<UUID, String> names() {
        var named = people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
        return id -> named.getOrDefault(id, "somebody");
    }

    // ---- the same event

    /// Says of those rows that report an event together with others that they do.
    private List<StoryRow> amongOthers(List<StoryRow> rows) {
        var groups = events.groups(rows.stream().map(StoryRow::event).filter(Objects::nonNull).map(StoryRow.Event::entry).collect(Collectors.toSet()));
        return rows.stream().map(row -> {
            var group = row.event() == null ? null : groups.get(row.event().entry());
            return row.with(group == null || group.entries().size() < 2 ? null
                    : new StoryRow.Event(row.event().entry(), group.sources(), StoryRow.Among.CLOSED));
        }).toList();
    }

    private static StoryRow.@Nullable Event alone(@Nullable UUID entry) {
        return entry == null ? null : new StoryRow.Event(entry, 1, StoryRow.Among.CLOSED);
    }

    @Override
    public List<StoryRow> others(StoryRow row, Person acting) {
        if (row.event() == null) {
            return List.of();
        }
        var entry = row.event().entry();
        var group = events.groups(Set.of(entry)).get(entry);
        if (group == null) {
            return List.of();
        }
        var taken = lines.all().stream().collect(Collectors.toMap(StoryLine::id, line -> line));
        var name = names();
        return group.entries().stream().filter(other -> !other.equals(entry)).flatMap(other -> entries.entry(other).stream())
                .map(other -> other.story() != null && taken.containsKey(other.story()) ? row(taken.get(other.story()), name, null) : row(other))
                .map(other -> other.with(new StoryRow.Event(other.event() == null ? entry : other.event().entry(), group.sources(), StoryRow.Among.BELOW))).toList();
    }

    private StoryRow row(WireEntry entry) {
        var item = entry.latest();
        var time = item.published() == null ? entry.firstSeen() : item.published();
        return row(new WireLine(entry.row(), entry.id(), entry.source(), item.title(), item.categories().isEmpty() ? "" : item.categories().getFirst(),
                item.language(), item.version(), time, entry.seen(), entry.spiked()));
    }

    @Override
    public long newest() {
        return wire.newest();
    }

    @Override
    public long cameAfter(long newest) {
        return wire.openAfter(newest);
    }

    // ---- the wire

    private static boolean isOfWire(StoryQuestion question) {
        return switch (question.place()) {
            case Place.InQueue in -> in.queue() == Queue.WIRE || in.queue() == Queue.SPIKED;
            case Place.FromSource from -> question.source().isEmpty() || from.source().equals(question.source());
            case Place.Saved _ -> true;
            default -> false;
        } && (question.status().isEmpty() || "wire".startsWith(question.status()));
    }

    private static WireLine.Question onTheWire(StoryQuestion q) {
        var source = q.place() instanceof Place.FromSource from ? from.source() : q.source();
        return new WireLine.Question(q.words(), source, q.category(), q.place().equals(new Place.InQueue(Queue.SPIKED)), switch (q.by()) {
            case HEADLINE -> WireLine.Order.TITLE;
            case SOURCE -> WireLine.Order.SOURCE;
            case CATEGORY -> WireLine.Order.CATEGORY;
            case STATE, AGE, EDITED, REVIEWED, PRIORITY -> WireLine.Order.ARRIVAL;
        }, q.ascending() && q.by() != StoryQuestion.By.PRIORITY);
    }

    private StoryRow row(WireLine line) {
        var detail = new ArrayList<String>();
        if (isForeign(line.language())) {
            detail.add(Locale.forLanguageTag(line.language()).getDisplayLanguage(Locale.ENGLISH));
        }
        if (line.versions() > 1) {
            detail.add("updated " + (line.versions() - 1) + "×");
        }
        return new StoryRow(line.id(), true, line.spiked() != null ? Mark.SPIKED : Mark.WIRE, line.title(), String.join("   ", detail), null,
                line.source(), line.category(), line.time(), null, null, !line.seen(), line.language(),
                alone(line.id()));
    }

    private boolean isForeign(String tag) {
        var other = Locale.forLanguageTag(tag).getLanguage();
        return !other.isEmpty() && !other.equals(language);
    }

    // ---- stories

    private static boolean isOfStories(Place place) {
        return !place.equals(new Place.InQueue(Queue.WIRE));
    }

    private List<StoryRow> storyRows(StoryQuestion q, Person acting, Function<UUID, String> name) {
        var matching = q.words().isEmpty() ? null : new HashSet<>(stories.search(q.words(), ENOUGH));
        var pressing = assignments.all();
        return lines.all().stream().filter(in(q.place(), acting))
                .filter(line -> matching == null || matching.contains(line.id()))
                .filter(line -> q.source().isEmpty() || line.source().equalsIgnoreCase(q.source()))
                .filter(line -> q.category().isEmpty() || line.category().equalsIgnoreCase(q.category()))
                .filter(line -> q.status().isEmpty() || line.status().code().startsWith(q.status()))
                .map(line -> row(line, name, pressing.get(line.id()))).sorted(order(q, pressing)).toList();
    }

    private Predicate<StoryLine> in(Place place, Person acting) {
        return switch (place) {
            case Place.InQueue in when in.queue() == Queue.SOURCE_CHANGED -> {
                var now = moved.get();
                yield line -> isIn(in.queue(), line, acting, now);
            }
            case Place.InQueue in -> line -> isIn(in.queue(), line, acting, Set.of());
            case Place.FromSource from -> line -> line.source().equals(from.source()) && line.status() != Status.SPIKED;
            case Place.Saved saved -> line -> line.status() != Status.SPIKED || saved.words().contains("status:spiked");
            default -> line -> true;
        };
    }

    /// Whether a story stands in a queue.
    ///
    /// @param moved stories whose sources say something else now
    public static boolean isIn(Queue queue, StoryLine line, Person acting, Set<UUID> moved) {
        var status = line.status();
        return switch (queue) {
            case WIRE -> false;
            case MINE -> status != Status.PUBLISHED && status != Status.SPIKED && status != Status.KILLED
                    && (line.standing().story().takenBy().equals(acting.id()) || line.author().equals(acting.id()));
            case DRAFTS -> status == Status.DRAFT || status == Status.SENT_BACK || status == Status.LAPSED;
            case AWAITING_REVIEW -> status == Status.AWAITING_REVIEW;
            case READY -> status == Status.READY;
            case PUBLISHED -> status == Status.PUBLISHED || status == Status.KILLED;
            case SOURCE_CHANGED -> status != Status.SPIKED && status != Status.KILLED && moved.contains(line.id());
            case SPIKED -> status == Status.SPIKED;
        };
    }

    private static Comparator<StoryRow> order(StoryQuestion q, Map<UUID, Assignment> pressing) {
        Comparator<StoryRow> order = switch (q.by()) {
            case STATE -> Comparator.comparing(StoryRow::mark);
            case HEADLINE -> Comparator.comparing(r -> r.headline().toLowerCase(Locale.ROOT));
            case SOURCE -> Comparator.comparing(r -> r.source().toLowerCase(Locale.ROOT));
            case CATEGORY -> Comparator.comparing(r -> r.category().toLowerCase(Locale.ROOT));
            case AGE -> Comparator.comparing(StoryRow::time);
            case PRIORITY -> Comparator.comparing((StoryRow r) -> priority(pressing.get(r.id())))
                    .thenComparing(r -> due(pressing.get(r.id()))).thenComparing(Comparator.comparing(StoryRow::time).reversed());
            case EDITED -> Comparator.comparing(r -> nameOf(r.edited()));
            case REVIEWED -> Comparator.comparing(r -> nameOf(r.reviewed()));
        };
        return q.ascending() ? order : order.reversed();
    }

    /// What nobody has spoken of is as pressing as most.
    private static Priority priority(@Nullable Assignment assignment) {
        return assignment == null ? Priority.NORMAL : assignment.priority();
    }

    private static Instant due(@Nullable Assignment assignment) {
        return assignment == null || assignment.due() == null ? Instant.MAX : assignment.due();
    }

    private static String nameOf(@Nullable Signer signer) {
        return signer == null ? "" : signer.name().toLowerCase(Locale.ROOT);
    }

    private StoryRow row(StoryLine line, Function<UUID, String> name, @Nullable Assignment pressing) {
        var detail = new ArrayList<String>();
        if (!line.slugline().isEmpty()) {
            detail.add(line.slugline());
        }
        if (pressing != null && pressing.priority() != Priority.NORMAL) {
            detail.add(pressing.priority().code());
        }
        if (pressing != null && pressing.due() != null) {
            detail.add("due " + times.at(pressing.due()));
        }
        detail.add(line.words() + (line.words() == 1 ? " word" : " words"));
        if (line.status() == Status.DRAFT) {
            detail.add("taken by " + name.apply(line.standing().story().takenBy()));
        }
        return new StoryRow(line.id(), false, Marks.of(line.status()), line.headline(), String.join("   ", detail), addition(line, name), line.source(),
                line.category(), line.changed(), edited(line, name), reviewed(line, name), false, line.language(),
                alone(line.standing().story().entry()));
    }

    private @Nullable Addition addition(StoryLine line, Function<UUID, String> name) {
        var story = line.standing().story();
        if (story.kill() != null) {
            return new Addition(Mark.KILLED, name.apply(story.kill().by()) + ": “" + story.kill().reason() + "”");
        }
        if (story.spike() != null) {
            return new Addition(Mark.SPIKED, name.apply(story.spike().by()) + ": “" + story.spike().reason() + "”");
        }
        if (story.legalHold() != null) {
            return new Addition(Mark.HOLD, "legal hold: " + name.apply(story.legalHold().by()) + ", " + story.legalHold().reason());
        }
        if (story.hold() != null) {
            return new Addition(Mark.HOLD, "on hold: " + name.apply(story.hold().by()) + ", " + story.hold().reason());
        }
        var wanted = line.standing().changesWanted();
        if (wanted.isPresent() && line.status() == Status.SENT_BACK) {
            return new Addition(Mark.SENT_BACK, "“" + wanted.get().reason() + "” " + name.apply(wanted.get().by()));
        }
        if (line.status() == Status.LAPSED) {
            var lapsed = line.standing().lapsed().getFirst();
            return new Addition(Mark.LAPSED, "changed after " + name.apply(lapsed.person()) + " signed “" + lapsed.meaning().code() + "”");
        }
        if (story.embargo() != null && story.embargo().isAfter(times.now())) {
            return new Addition(Mark.EMBARGO, "embargo until " + times.at(story.embargo()));
        }
        return null;
    }

    private static @Nullable Signer edited(StoryLine line, Function<UUID, String> name) {
        var signed = line.standing().edited();
        if (signed.isPresent()) {
            return new Signer(name.apply(signed.get().person()), PersonMark.Word.SIGNED);
        }
        var lapsed = lapsed(line, galley.signoff.Meaning.EDITED);
        if (lapsed != null) {
            return new Signer(name.apply(lapsed.person()), PersonMark.Word.LAPSED);
        }
        return new Signer(name.apply(line.standing().story().takenBy()), PersonMark.Word.WAITED_FOR);
    }

    private static @Nullable Signer reviewed(StoryLine line, Function<UUID, String> name) {
        var signed = line.standing().reviewed();
        if (signed.isPresent()) {
            return new Signer(name.apply(signed.get().person()), PersonMark.Word.SIGNED);
        }
        if (line.status() == Status.AWAITING_REVIEW) {
            return new Signer("", PersonMark.Word.WAITED_FOR);
        }
        var lapsed = lapsed(line, galley.signoff.Meaning.REVIEWED);
        return lapsed == null ? null : new Signer(name.apply(lapsed.person()), PersonMark.Word.LAPSED);
    }

    private static @Nullable SignOff lapsed(StoryLine line, galley.signoff.Meaning meaning) {
        return line.standing().lapsed().stream().filter(s -> s.meaning() == meaning).findFirst().orElse(null);
    }
}
