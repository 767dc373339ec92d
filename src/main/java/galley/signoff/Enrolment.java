package galley.signoff;

import galley.desk.People;
import galley.desk.Person;
import galley.desk.Role;
import galley.notice.Notice;
import galley.notice.Trouble;
import galley.story.InOneGo;
import galley.story.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Brings people and their keys into the newsroom. Everybody but the first person is vouched for by somebody already there.
public final class Enrolment {

    private static final String SECRET = "newsroom.secret";

    private final People people;
    private final PublicKeyRecord.Keys keys;
    private final AuditLog audit;
    private final InOneGo inOneGo;
    private final KeyFiles files;
    private final Path folder;
    private final Clock clock;
    private final Supplier<UUID> newId;
    private @Nullable Opened opened;

    /// The newsroom's key and the file and secret it was opened from: opening it takes longer than making a page.
    private record Opened(byte[] file, String secret, KeyFiles.OpenKey key) {}

    /// @param folder where the key files lie
    public Enrolment(People people, PublicKeyRecord.Keys keys, AuditLog audit, InOneGo inOneGo, KeyFiles files, Path folder, Clock clock,
                     Supplier<UUID> newId) {
        this.people = people;
        this.keys = keys;
        this.audit = audit;
        this.inOneGo = inOneGo;
        this.files = files;
        this.folder = folder;
        this.clock = clock;
        this.newId = newId;
    }

    /// Adds a person with their key. The key file is written first: without it the person could never sign.
    ///
    /// @param voucher who vouches; may be null for the newsroom's first person only
    /// @throws Trouble when the name is taken, the passphrase too short, or nobody vouches
    public Person add(String name, Set<Role> roles, List<String> credits, char[] passphrase, @Nullable Person voucher) {
        if (people.all().stream().anyMatch(p -> p.name().equalsIgnoreCase(name.strip()))) {
            throw Trouble.of("There is already a person called " + name.strip() + ".", "Nobody was added.", "Add a middle name or an initial.");
        }
        if (voucher == null && !people.all().isEmpty()) {
            throw Trouble.of("Somebody who is already here has to vouch for a new person.", "Nobody was added.", "Say who enrols them.");
        }
        if (voucher != null && voucher.hasLeft()) {
            throw Trouble.of(voucher.name() + " has left the newsroom and cannot vouch.", "Nobody was added.", "Let somebody else enrol them.");
        }
        var now = clock.instant();
        var person = new Person(newId.get(), name, roles, credits, now, null);
        var x = files.create(person.id(), person.name(), passphrase);
        var kid = Ed25519.thumbprint(x);
        inOneGo.together(() -> {
            people.add(person);
            keys.add(new PublicKeyRecord(kid, x, person.id(), now, null, voucher == null ? null : voucher.id()));
            audit.append(now, voucher == null ? person.id() : voucher.id(), "enrol", null,
                    Json.write(new TreeMap<>(Map.of("person", person.id(), "name", person.name(), "kid", kid, "roles", person.roles().stream().map(Role::code).sorted().toList(),
                            "credits", person.credits()))));
            return person;
        });
        return person;
    }

    /// Gives a person roles and credits beside those they have. Nothing is taken away: pages already signed under a role or credit
    /// are checked against it.
    ///
    /// @param by a senior editor
    /// @throws Trouble when `by` may not, or the person has left
    public Person grant(Person person, Set<Role> roles, List<String> credits, Person by) {
        if (by.hasLeft() || !by.isSenior()) {
            throw Trouble.of("Only a senior editor may give roles and credits; " + by.name() + " is not one.", "Nothing was changed.",
                    "Ask a senior editor.");
        }
        if (person.hasLeft()) {
            throw Trouble.of(person.name() + " has left the newsroom.", "Nothing was changed.", "Enrol them anew if they came back.");
        }
        var allRoles = EnumSet.copyOf(person.roles());
        allRoles.addAll(roles);
        var allCredits = new LinkedHashSet<>(person.credits());
        credits.stream().map(String::strip).filter(credit -> !credit.isEmpty()).forEach(allCredits::add);
        var changed = new Person(person.id(), person.name(), allRoles, List.copyOf(allCredits), person.joined(), null);
        if (!changed.equals(person)) {
            inOneGo.together(() -> {
                people.update(changed);
                return audit.append(clock.instant(), by.id(), "grant", null, Json.write(new TreeMap<>(Map.of("person", person.id(),
                        "roles", allRoles.stream().map(Role::code).toList(), "credits", changed.credits()))));
            });
        }
        return changed;
    }

    /// Why a key ends before its owner is replaced or gone: it is lost, or its time is simply over.
    public enum Ending { LOST, ENDED }

    /// Gives a person a new key in place of one that is lost: the old ones end now and stay known, and what they signed still verifies.
    ///
    /// @param voucher somebody else who is here; the person themselves only where nobody else is
    /// @throws Trouble when nobody else vouches
    public PublicKeyRecord newKey(Person person, char[] passphrase, Person voucher) {
        mayVouchForKey(person, voucher);
        KeyFiles.checkLength(passphrase);
        files.setAside(person.id());
        var now = clock.instant();
        var x = files.create(person.id(), person.name(), passphrase);
        var fresh = new PublicKeyRecord(Ed25519.thumbprint(x), x, person.id(), now, null, voucher.id());
        inOneGo.together(() -> {
            goodAfter(person, now).forEach(k -> keys.end(k.kid(), now));
            keys.add(fresh);
            return audit.append(now, voucher.id(), "new key", null, Json.write(new TreeMap<>(Map.of("person", person.id(), "kid", fresh.kid()))));
        });
        return fresh;
    }

    /// @throws Trouble when this person may not vouch for a new key of that one
    public void mayVouchForKey(Person person, Person voucher) {
        needsAnother(person, voucher, "a new key");
    }

    /// Ends a person's keys, at once or at a time to come; they stay known. A time that was named before can only be brought forward.
    ///
    /// @param by the person themselves, or a senior editor
    public void endKeys(Person person, Instant at, Ending why, Person by) {
        mayEndKeys(person, by);
        var now = clock.instant();
        if (at.isBefore(now.minusSeconds(60))) {
            throw Trouble.of("A key cannot end in the past: what it signed since would turn invalid.", "Nothing was changed.", "Name a time from now on.");
        }
        inOneGo.together(() -> {
            var ending = goodAfter(person, at);
            ending.forEach(k -> keys.end(k.kid(), at));
            return audit.append(now, by.id(), "end key", null, Json.write(new TreeMap<>(Map.of("person", person.id(), "at", at.toString(),
                    "why", why.name().toLowerCase(Locale.ROOT), "kids", ending.stream().map(PublicKeyRecord::kid).toList()))));
        });
    }

    /// @throws Trouble when this person may not end that one's keys
    public void mayEndKeys(Person person, Person by) {
        if (by.hasLeft() || !by.id().equals(person.id()) && !by.isSenior()) {
            throw Trouble.of("Only " + person.name() + " or a senior editor may end that key.", "Nothing was changed.", "Ask one of them.");
        }
    }

    private List<PublicKeyRecord> goodAfter(Person person, Instant at) {
        return keys.all().stream().filter(k -> person.id().equals(k.person()) && (k.until() == null || k.until().isAfter(at))).toList();
    }

    /// Puts a person's own key file back from a copy, once it is seen to be their enrolled key.
    ///
    /// @throws Trouble when the passphrase does not open it or it is no key of theirs
    public void bringBack(Person person, java.nio.file.Path copy, char[] passphrase) {
        var key = files.openCopy(person.id(), copy, passphrase).orElseThrow(() -> Trouble.of("That passphrase does not open " + copy + ".",
                "No key was changed.", "Try again."));
        var known = keys.all().stream().filter(k -> k.kid().equals(key.kid()) && person.id().equals(k.person())).findFirst();
        if (known.isEmpty()) {
            throw Trouble.of(copy + " holds a key that is not enrolled as " + person.name() + "'s.", "No key was changed.",
                    "Find the right file, or have a new key enrolled.");
        }
        files.putBack(person.id(), copy);
        inOneGo.together(() -> audit.append(clock.instant(), person.id(), "bring key back", null, Json.write(Map.of("kid", key.kid()))));
    }

    /// States how many members of the board must sign, and whether the senior editors are the board.
    public void state(galley.desk.Board board, galley.desk.Settings settings, Person by) {
        mayStateBoard(by);
        inOneGo.together(() -> {
            settings.state(board);
            return audit.append(clock.instant(), by.id(), "state board", null,
                    Json.write(new TreeMap<>(Map.of("quorum", board.quorum(), "seniorsAreTheBoard", board.seniorsAreTheBoard()))));
        });
    }

    /// @throws Trouble when this person may not state what the board is
    public void mayStateBoard(Person by) {
        if (by.hasLeft() || !by.isSenior()) {
            throw Trouble.of("Only a senior editor may state what the board is; " + by.name() + " is not one.", "Nothing was changed.", "Ask a senior editor.");
        }
    }

    private void needsAnother(Person person, Person voucher, String what) {
        if (person.hasLeft()) {
            throw Trouble.of(person.name() + " has left the newsroom.", "Nothing was changed.", "Enrol them anew if they came back.");
        }
        boolean alone = people.all().stream().noneMatch(p -> !p.hasLeft() && !p.id().equals(person.id()));
        if (voucher.hasLeft() || voucher.id().equals(person.id()) && !alone) {
            throw Trouble.of("Somebody else who is here has to vouch for " + what + ".", "Nothing was changed.", "Let a colleague vouch.");
        }
    }

    /// Notes that a person has left: their keys end now, their signatures stay valid.
    ///
    /// @param by the person themselves, or a senior editor
    public void leave(Person person, Person by) {
        mayEndKeys(person, by);
        var now = clock.instant();
        inOneGo.together(() -> {
            people.update(new Person(person.id(), person.name(), person.roles(), person.credits(), person.joined(), now));
            goodAfter(person, now).forEach(k -> keys.end(k.kid(), now));
            return audit.append(now, by.id(), "leave", null, Json.write(Map.of("person", person.id())));
        });
    }

    private KeyFiles.OpenKey opened(String secret) throws IOException {
        var file = Files.readAllBytes(files.file(KeySet.NEWSROOM));
        var known = opened;
        if (known == null || !known.secret().equals(secret) || !Arrays.equals(known.file(), file)) {
            known = new Opened(file, secret, files.open(KeySet.NEWSROOM, secret.toCharArray()).orElseThrow(() -> Trouble.of("The newsroom's own key does not open.",
                    "Nothing was exported.", "Put the folder " + folder + " back from a copy.")));
            opened = known;
        }
        return known.key();
    }

    /// The newsroom's own key, made at the first call. It signs what is printed around the people's words; its passphrase lies beside
    /// it, for it says only "this newsroom's file exported this page".
    public synchronized KeyFiles.OpenKey newsroomKey(String printedName) {
        try {
            var secret = folder.resolve(SECRET);
            boolean fresh = !Files.exists(secret);
            if (fresh) {
                OwnerOnly.folder(folder);
                var random = new byte[32];
                new SecureRandom().nextBytes(random);
                OwnerOnly.replace(secret, Jws.encode(random).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            var words = Files.readString(secret).strip();
            if (!Files.exists(files.file(KeySet.NEWSROOM))) {
                files.create(KeySet.NEWSROOM, printedName, words.toCharArray());
            }
            var key = opened(words);
            if (keys.all().stream().noneMatch(k -> k.kid().equals(key.kid()))) {
                enrolNewsroom(key);
            }
            return key;
        } catch (IOException e) {
            throw new Trouble(Notice.of("The newsroom's own key could not be read or made in " + folder + ".", "Nothing was exported.",
                    "See that the folder may be written."), e);
        }
    }

    private void enrolNewsroom(KeyFiles.OpenKey key) {
        var now = clock.instant();
        inOneGo.together(() -> {
            keys.add(new PublicKeyRecord(key.kid(), key.x(), null, now, null, null));
            return audit.append(now, null, "enrol newsroom", null, Json.write(Map.of("kid", key.kid())));
        });
    }
}
