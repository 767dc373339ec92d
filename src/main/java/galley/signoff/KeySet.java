package galley.signoff;

import galley.desk.Board;
import galley.desk.People;
import galley.desk.Person;
import galley.story.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The newsroom's public keys as readers get them: a JWK Set (RFC 7517, RFC 8037) at `/.well-known/newsroom-keys.json`, with the
/// members `name`, `credits`, `roles`, `sub`, `nbf` and `exp` beside the standard ones. Keys of people who left stay, with an end.
public record KeySet(List<Member> keys) {

    /// One key.
    ///
    /// @param roles the parts this key may play: `editor`, `reviewer`, `board`, `publisher`
    /// @param sub whose: two keys with the same `sub` are one person
    /// @param nbf good from, seconds since 1970
    /// @param exp good until, seconds since 1970; null while it is good
    public record Member(String kty, String crv, String alg, String use, String kid, String x, String name, List<String> credits,
                         List<String> roles, String sub, long nbf, @Nullable Long exp) {

        public Member {
            credits = credits == null ? List.of() : List.copyOf(credits);
            roles = roles == null ? List.of() : List.copyOf(roles);
        }

        public boolean isGoodAt(long seconds) {
            return seconds >= nbf && (exp == null || seconds <= exp);
        }

        public boolean maySignAs(@Nullable String printed) {
            return printed != null && (printed.equals(name) || credits.contains(printed));
        }
    }

    public KeySet {
        keys = List.copyOf(keys);
    }

    public Optional<Member> byKid(@Nullable String kid) {
        return keys.stream().filter(k -> k.kid().equals(kid)).findFirst();
    }

    /// The set of a newsroom.
    ///
    /// @param newsroom its printed name, under which its own key stands
    /// @param site its canonical address
    /// @param board what the newsroom has stated about its board, which decides whose keys may sign for it
    public static KeySet of(List<PublicKeyRecord> records, People people, Board board, String newsroom, String site) {
        var members = new ArrayList<Member>();
        for (var record : records) {
            var until = record.until() == null ? null : record.until().getEpochSecond();
            if (record.person() == null) {
                members.add(member(record, newsroom, List.of(), List.of("publisher"), site, until));
            } else {
                people.byId(record.person()).ifPresent(person -> members.add(member(record, person.name(), person.credits(),
                        roles(person, board),
                        Statement.urn(person.id()), end(until, person.left()))));
            }
        }
        return new KeySet(members);
    }

    private static List<String> roles(Person person, Board board) {
        var roles = new ArrayList<>(List.of(Meaning.EDITED.role()));
        if (person.isSenior()) {
            roles.add(Meaning.REVIEWED.role());
        }
        if (board.hasMember(person)) {
            roles.add(Meaning.BOARD.role());
        }
        return roles;
    }

    private static Member member(PublicKeyRecord record, String name, List<String> credits, List<String> roles, String sub, @Nullable Long until) {
        return new Member("OKP", "Ed25519", "Ed25519", "sig", record.kid(), record.x(), name, credits, roles, sub,
                record.from().getEpochSecond(), until);
    }

    private static @Nullable Long end(@Nullable Long until, @Nullable Instant left) {
        if (left == null) {
            return until;
        }
        return until == null ? left.getEpochSecond() : Math.min(until, left.getEpochSecond());
    }

    public String json() {
        var list = new ArrayList<Map<String, Object>>();
        for (var key : keys) {
            var member = new LinkedHashMap<String, Object>();
            member.put("kty", key.kty());
            member.put("crv", key.crv());
            member.put("alg", key.alg());
            member.put("use", key.use());
            member.put("kid", key.kid());
            member.put("x", key.x());
            member.put("name", key.name());
            member.put("credits", key.credits());
            member.put("roles", key.roles());
            member.put("sub", key.sub());
            member.put("nbf", key.nbf());
            if (key.exp() != null) {
                member.put("exp", key.exp());
            }
            list.add(member);
        }
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("keys", list)) + "\n";
    }

    /// Reads a set; members that are no Ed25519 keys, or whose `kid` is not their thumbprint, are left out.
    ///
    /// @throws RuntimeException when it is no JWK Set
    public static KeySet read(String json) {
        var set = Json.read(json, KeySet.class);
        return new KeySet(set.keys().stream().filter(KeySet::isSound).toList());
    }

    private static boolean isSound(Member key) {
        return key != null && "OKP".equals(key.kty()) && "Ed25519".equals(key.crv()) && key.x() != null && key.name() != null && key.sub() != null
                && Ed25519.thumbprint(key.x()).equals(key.kid());
    }

    /// The newsroom's own id among key owners.
    public static final UUID NEWSROOM = new UUID(0, 0);
}
