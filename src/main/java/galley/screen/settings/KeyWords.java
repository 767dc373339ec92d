package galley.screen.settings;

import galley.desk.People;
import galley.desk.Person;
import galley.screen.common.Times;
import galley.signoff.AuditEntry;
import galley.signoff.AuditLog;
import galley.signoff.PublicKeyRecord;
import galley.story.Json;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How each key is: good since when, until when, or why it ended. The reason of an end stands in the audit log alone.
final class KeyWords {

    /// A key as a person reads of it.
    ///
    /// @param state "Good since 3 Nov", "Lost, ended 5 Nov"
    /// @param voucher who enrolled it, in words
    /// @param good whether it may sign now
    record Key(String kid, String state, String voucher, boolean good) {}

    private final List<PublicKeyRecord> keys;
    private final List<AuditEntry> ends;
    private final People people;
    private final Times times;

    private KeyWords(List<PublicKeyRecord> keys, List<AuditEntry> ends, People people, Times times) {
        this.keys = keys;
        this.ends = ends;
        this.people = people;
        this.times = times;
    }

    static KeyWords read(PublicKeyRecord.Keys keys, AuditLog audit, People people, Times times) {
        return new KeyWords(keys.all(), audit.find(AuditLog.Question.about(Set.of("end key", "new key", "leave"))), people, times);
    }

    /// Their keys, the newest first.
    List<Key> of(Person person) {
        return keys.stream().filter(key -> person.id().equals(key.person())).toList().reversed().stream()
                .map(key -> new Key(key.kid(), state(key, person), voucher(key), key.isGoodAt(times.now()))).toList();
    }

    private String state(PublicKeyRecord key, Person person) {
        if (key.until() == null) {
            return "Good since " + times.day(key.from());
        }
        if (key.until().isAfter(times.now())) {
            return "Good until " + times.day(key.until()) + " " + times.clock(key.until());
        }
        var when = times.day(key.until());
        return switch (why(key, person)) {
            case "lost" -> "Lost, ended " + when;
            case "new key" -> "Replaced by a new one " + when;
            case "leave" -> "Ended " + when + ", when they left";
            default -> "Ended " + when;
        };
    }

    /// The newest line that can have ended this key.
    private String why(PublicKeyRecord key, Person person) {
        for (var line : ends) {
            var detail = Json.MAPPER.readTree(line.detail());
            if (!detail.path("person").asString().equals(person.id().toString()) || line.at().isAfter(key.until().plusSeconds(1))) {
                continue;
            }
            if (line.action().equals("end key")) {
                if (detail.path("at").asString().equals(key.until().toString())) {
                    return detail.path("why").asString();
                }
            } else if (!detail.path("kid").asString().equals(key.kid()) && line.at().getEpochSecond() == key.until().getEpochSecond()) {
                return line.action();
            }
        }
        return "";
    }

    private String voucher(PublicKeyRecord key) {
        return key.enrolledBy() == null ? "The newsroom's first key" : key.enrolledBy().equals(key.person()) ? "Enrolled alone, nobody else was here" : "Vouched for by " + name(key.enrolledBy());
    }

    private String name(@Nullable UUID id) {
        return id == null ? "nobody" : people.byId(id).map(Person::name).orElse("somebody unknown");
    }
}
