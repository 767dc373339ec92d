package galley.signoff;

import galley.desk.Board;
import galley.desk.Person;
import galley.desk.Role;
import galley.story.BlockText;
import galley.story.Hash;
import galley.story.Json;
import galley.story.Story;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Holds the audit log and the records against each other, both ways: what was done left a record, and what is recorded was done. So it is
/// found when somebody takes away a comment, a story or the end of the log, lifts a hold or gives a role behind the program's back.
public final class LogAndRecords {

    private final List<String> wrong = new ArrayList<>();
    /// Lines that a record has to answer for, by what that record has to say.
    private final Map<String, Deque<AuditEntry>> owed = new LinkedHashMap<>();
    /// The newest line of each kind of state, by story or person.
    private final Map<String, AuditEntry> newest = new HashMap<>();
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<UUID, String> called = new HashMap<>();
    private final Set<UUID> people = new HashSet<>();
    private @Nullable AuditEntry last;

    private LogAndRecords() {}

    /// What a newsroom holds beside its log.
    public record Records(List<StoryFile> stories, Map<UUID, Assignment> assignments, List<Person> people, List<PublicKeyRecord> keys, Board board) {}

    /// One sentence for each thing that the one knows and the other does not.
    public static List<String> differences(AuditLog log, Records records) {
        var both = new LogAndRecords();
        log.each(both::line);
        records.stories().forEach(both::story);
        both.assignments(records.assignments());
        both.people(records.people(), records.keys());
        both.board(records.board());
        both.left();
        return List.copyOf(both.wrong);
    }

    // ---- the log

    private void line(AuditEntry line) {
        last = line;
        hashes.put(line.sequence(), line.hash());
        var said = Json.MAPPER.readTree(line.detail());
        var key = switch (line.action()) {
            case "take", "begin" -> "story " + line.story();
            case "revise" -> "revision " + said.path("revision").asString() + " " + said.path("digest").asString();
            case "sign edited", "sign reviewed", "sign board" -> key(line.action(), line.story(), said.path("revision").asString(), said.path("kid").asString(), line.person());
            case "send back" -> key("send back", line.story(), said.path("revision").asString(), said.path("reason").asString(), line.person());
            case "lift" -> "lift " + said.path("sentBack").asString();
            case "comment" -> "comment " + said.path("comment").asString();
            case "answer" -> key("answer", said.path("comment").asString(), said.path("words").asString(), line.person());
            case "suggest" -> "suggestion " + said.path("suggestion").asString();
            case "acknowledge" -> key("acknowledge", line.story(), said.path("finding").asString(), said.path("record").asString());
            case "export", "emergency export" -> key("publication", line.story(), said.path("revision").asString(), said.path("url").asString(), said.path("signoff").asString());
            case "kill" -> "kill " + line.story();
            case "enrol" -> "person " + said.path("person").asString();
            default -> "";
        };
        if (!key.isEmpty()) {
            owed.computeIfAbsent(key, k -> new ArrayDeque<>()).add(line);
        }
        switch (line.action()) {
            case "hold", "release" -> newest.put("hold " + line.story(), line);
            case "legal hold", "legal release" -> newest.put("legal hold " + line.story(), line);
            case "spike", "restore" -> newest.put("spike " + line.story(), line);
            case "embargo" -> newest.put("embargo " + line.story(), line);
            case "resolved", "open again", "accepted", "rejected" -> newest.put("settled " + said.path("remark").asString(), line);
            case "assign" -> newest.put("assign " + line.story(), line);
            case "enrol", "grant" -> {
                if (said.has("roles")) {
                    newest.put("roles " + said.path("person").asString(), line);
                }
                if (line.action().equals("enrol")) {
                    newest.put("enrol " + said.path("person").asString(), line);
                    newest.put("keys " + said.path("person").asString(), line);
                }
            }
            case "leave" -> {
                newest.put("leave " + said.path("person").asString(), line);
                newest.put("keys " + said.path("person").asString(), line);
            }
            case "new key", "end key" -> newest.put("keys " + said.path("person").asString(), line);
            case "state board" -> newest.put("board", line);
            default -> { }
        }
    }

    private static String key(Object... parts) {
        return String.join(" ", java.util.Arrays.stream(parts).map(String::valueOf).toList());
    }

    // ---- the records

    private void story(StoryFile file) {
        var story = file.story();
        var name = "the story “" + file.text().headline() + "” (" + story.id() + ")";
        called.put(story.id(), name);
        take("story " + story.id(), name, story.takenAt());
        file.revisions().stream().filter(r -> r.parent() != null).forEach(r -> take("revision " + r.id() + " " + r.digest(), "revision " + r.id() + " of " + name, r.at()));
        file.signOffs().forEach(s -> take(key("sign " + s.meaning().code(), story.id(), s.revision(), s.kid(), s.person()), "the “" + s.meaning().code() + "” sign-off " + s.id() + " of " + name, s.at()));
        for (var back : file.sentBack()) {
            take(key("send back", story.id(), back.revision(), back.reason(), back.by()), "“changes wanted” " + back.id() + " of " + name, back.at());
            if (back.liftedAt() != null) {
                take("lift " + back.id(), "the end of “changes wanted” " + back.id() + " of " + name, back.liftedAt());
            }
        }
        for (var thread : file.margin().threads()) {
            take("comment " + thread.first().id(), "comment " + thread.first().id() + " on " + name, thread.first().at());
            thread.answers().forEach(a -> take(key("answer", thread.first().id(), a.words(), a.by()), "answer " + a.id() + " on " + name, a.at()));
            settled(thread.first().id(), thread.settled(), "comment " + thread.first().id() + " on " + name);
        }
        for (var suggested : file.margin().suggestions()) {
            var id = suggested.suggestion().id();
            take("suggestion " + id, "suggestion " + id + " on " + name, suggested.suggestion().at());
            settled(id, suggested.settled(), "suggestion " + id + " on " + name);
        }
        file.margin().acknowledged().forEach(a -> take(key("acknowledge", story.id(), a.name(), a.record()), "the acknowledgement of “" + a.name() + "” on " + name, a.at()));
        for (var publication : file.publications()) {
            take(key("publication", story.id(), publication.revision(), publication.url(), Hash.hex(publication.signoff())), "publication " + publication.id() + " of " + name, publication.at());
            head(publication.signoff(), name);
        }
        if (story.kill() != null) {
            take("kill " + story.id(), "the withdrawal of " + name, story.kill().at());
        }
        stop("hold", "release", story.hold(), name, story.id());
        stop("legal hold", "legal release", story.legalHold(), name, story.id());
        stop("spike", "restore", story.spike(), name, story.id());
        embargo(story, name);
    }

    /// Each page carries where the log stood when it was printed: what was printed cannot be taken back.
    private void head(String signoff, String name) {
        try {
            var signatures = Json.MAPPER.readTree(signoff).path("signatures");
            var head = Header.read(signatures.get(signatures.size() - 1).path("protected").asString()).audit();
            if (head != null && !head.hash().equals(hashes.get(head.seq()))) {
                wrong.add("A page of " + name + " was printed when the audit log stood at line " + head.seq() + (last == null || head.seq() > last.sequence()
                        ? "; the log was cut and ends at line " + (last == null ? 0 : last.sequence()) + "." : "; that line is another one now."));
            }
        } catch (RuntimeException unreadable) {
            // An unreadable signature is reported as an altered publication.
        }
    }

    private void take(String key, String what, Instant at) {
        var lines = owed.get(key);
        if (lines != null && !lines.isEmpty()) {
            lines.removeFirst();
        } else if (last == null || at.isAfter(last.at())) {
            wrong.add("The audit log was cut: it ends at line " + (last == null ? 0 : last.sequence() + " (" + last.at() + ")") + ", and " + what + " is of " + at + ".");
        } else {
            wrong.add("No audit line tells of " + what + ".");
        }
    }

    private void settled(UUID remark, @Nullable Settling settling, String what) {
        var line = newest.remove("settled " + remark);
        var said = line == null ? "" : line.action().equals("open again") ? Settling.How.OPENED_AGAIN.code() : line.action();
        var is = settling == null ? "" : settling.how().code();
        if (!said.equals(is)) {
            wrong.add("What became of " + what + " was altered outside Galley: " + (is.isEmpty() ? "it stands as open" : "it stands as " + is)
                    + (line == null ? ", and no audit line tells of it." : ", and audit line " + line.sequence() + " says “" + line.action() + "”."));
        }
    }

    private void stop(String begun, String ended, Story.@Nullable Stop stop, String name, UUID story) {
        var line = newest.get(begun + " " + story);
        boolean stands = line != null && line.action().equals(begun);
        if (stands != (stop != null)) {
            wrong.add(stop == null ? "The " + begun + " of " + name + " was lifted outside Galley: audit line " + line.sequence() + " set it, and no “" + ended + "” follows."
                    : "The " + begun + " of " + name + " was set outside Galley: no audit line tells of it.");
        } else if (stop != null) {
            var reason = BlockText.of(Json.MAPPER.readTree(line.detail()).path("reason").asString());
            if (!stop.by().equals(line.person()) || !reason.startsWith("The wire says") && !reason.equals(stop.reason())) {
                wrong.add("The " + begun + " of " + name + " was altered outside Galley; audit line " + line.sequence() + " tells what it was.");
            }
        }
    }

    private void embargo(Story story, String name) {
        var line = newest.get("embargo " + story.id());
        var said = line == null ? "" : Json.MAPPER.readTree(line.detail()).path("reason").asString("");
        var is = story.embargo() == null ? "" : story.embargo().toString();
        if (said.startsWith("The wire says") ? is.isEmpty() : !said.equals(is)) {
            wrong.add("The embargo of " + name + " was altered outside Galley: it is " + (is.isEmpty() ? "none" : is) + ", and "
                    + (line == null ? "no audit line tells of one." : "audit line " + line.sequence() + " says " + (said.isEmpty() ? "none" : said) + "."));
        }
    }

    private void assignments(Map<UUID, Assignment> assignments) {
        var stories = new TreeSet<>(assignments.keySet());
        newest.keySet().stream().filter(k -> k.startsWith("assign ")).map(k -> UUID.fromString(k.substring(7))).filter(called::containsKey).forEach(stories::add);
        for (var story : stories) {
            var line = newest.get("assign " + story);
            var is = assignments.get(story);
            var said = line == null ? null : Json.MAPPER.readTree(line.detail());
            if (said == null || is == null || !is.priority().code().equals(said.path("priority").asString()) || !Objects.toString(is.to(), "").equals(said.path("to").asString(""))
                    || !Objects.toString(is.due(), "").equals(said.path("due").asString(""))) {
                wrong.add("How pressing " + called.getOrDefault(story, "story " + story) + " is was altered outside Galley.");
            }
        }
    }

    // ---- people and the newsroom

    private void people(List<Person> all, List<PublicKeyRecord> keys) {
        for (var person : all) {
            people.add(person.id());
            take("person " + person.id(), person.name(), person.joined());
            var enrolled = newest.get("enrol " + person.id());
            if (enrolled != null && !detail(enrolled).path("name").asString().equals(person.name())) {
                wrong.add("The name of " + person.name() + " was altered outside Galley; audit line " + enrolled.sequence() + " enrolled “" + detail(enrolled).path("name").asString() + "”.");
            }
            var roles = newest.get("roles " + person.id());
            if (roles != null && (!codes(person).equals(strings(detail(roles).path("roles"))) || !new TreeSet<>(person.credits()).equals(strings(detail(roles).path("credits"))))) {
                wrong.add("The roles or credits of " + person.name() + " were altered outside Galley: they are " + codes(person) + " and " + person.credits() + "; audit line "
                        + roles.sequence() + " gave " + strings(detail(roles).path("roles")) + " and " + strings(detail(roles).path("credits")) + ".");
            }
            if (person.hasLeft() != newest.containsKey("leave " + person.id())) {
                wrong.add(person.hasLeft() ? "No audit line tells that " + person.name() + " left." : person.name() + " left, as audit line " + newest.get("leave " + person.id()).sequence()
                        + " says, and is here again.");
            }
            ended(person, keys);
        }
    }

    private void ended(Person person, List<PublicKeyRecord> keys) {
        var line = newest.get("keys " + person.id());
        boolean mayBeOpen = line == null || line.action().equals("enrol") || line.action().equals("new key");
        var open = keys.stream().filter(k -> person.id().equals(k.person()) && k.until() == null).toList();
        if (!mayBeOpen && !open.isEmpty()) {
            wrong.add("A key of " + person.name() + " is good again; audit line " + line.sequence() + " ended it.");
        } else if (mayBeOpen && line != null && open.size() != 1) {
            wrong.add("The keys of " + person.name() + " were altered outside Galley: " + open.size() + " of them are without an end, and audit line " + line.sequence() + " leaves one.");
        }
    }

    private void board(Board board) {
        var line = newest.get("board");
        var said = line == null ? Board.NONE : new Board(detail(line).path("quorum").asInt(), detail(line).path("seniorsAreTheBoard").asBoolean());
        if (!said.equals(board)) {
            wrong.add("What the newsroom states of its board was altered outside Galley" + (line == null ? ": no audit line tells of it." : "; audit line " + line.sequence() + " tells what it was."));
        }
    }

    private static JsonNode detail(AuditEntry line) {
        return Json.MAPPER.readTree(line.detail());
    }

    private static Set<String> codes(Person person) {
        return new TreeSet<>(person.roles().stream().map(Role::code).toList());
    }

    private static Set<String> strings(JsonNode list) {
        return new TreeSet<>(StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList());
    }

    // ---- lines whose records are gone

    private void left() {
        for (var lines : owed.values()) {
            for (var line : lines) {
                var story = Optional.ofNullable(line.story()).map(id -> called.getOrDefault(id, "a story that is gone (" + id + ")")).orElse("the newsroom");
                wrong.add("Audit line " + line.sequence() + " (" + line.action() + ", " + line.at() + ") tells of something in " + story + " that is gone or was altered.");
            }
        }
        newest.forEach((key, line) -> {
            if (key.startsWith("settled ") && line.story() != null && called.containsKey(line.story())) {
                wrong.add("Audit line " + line.sequence() + " (" + line.action() + ", " + line.at() + ") tells of a remark on " + called.get(line.story()) + " that is gone.");
            }
        });
    }
}
