package galley.app.command;

import galley.app.OpenNewsroom;
import galley.desk.Person;
import galley.desk.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley person`: people, roles, credits, keys.
@Command(name = "person", description = "People, their roles, credits and keys.", subcommands = {PersonCommand.Add.class, PersonCommand.ListThem.class,
        PersonCommand.Grant.class, PersonCommand.Leave.class, PersonCommand.Passphrase.class, PersonKeyCommand.class})
final class PersonCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Override
    public Integer call() {
        throw Usage.of(this, "Say add, list, grant, leave, passphrase or key.");
    }

    @Command(name = "add", description = {"Add a person and make their key. The first person vouches for themselves; everybody else is vouched for by --by, who gives their own passphrase.",
            "With --passphrase-stdin: the new person's on the first line, that of who vouches on the second."})
    static final class Add implements Callable<Integer> {

        @ParentCommand
        @Nullable PersonCommand parent;

        @Parameters(paramLabel = "NAME", description = "The printed name.")
        String name = "";

        @Option(names = "--role", paramLabel = "ROLE", split = ",", defaultValue = "editor", description = "editor, senior-editor, board. May be repeated.")
        List<String> roles = List.of();

        @Option(names = "--credit", paramLabel = "NAME", description = "A team or role they may sign under. May be repeated.")
        List<String> credits = List.of();

        @Mixin
        Voucher voucher = new Voucher();

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var first = room.people().all().isEmpty();
                var vouching = first ? null : voucher.named(galley, room);
                var passphrase = galley.terminal.newPassphrase("A passphrase for " + name + "'s signature", voucher.passphraseFromInput);
                if (vouching != null) {
                    voucher.proves(vouching, galley, room);
                }
                var person = room.enrolment().add(name, Set.copyOf(Roles.read(roles)), credits, passphrase, vouching);
                if (galley.json) {
                    galley.terminal.json(described(person, List.of()));
                } else {
                    galley.terminal.out.println(person.name() + " was added as " + roles(person) + " and has a key.");
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "list", description = "List people.")
    static final class ListThem implements Callable<Integer> {

        @ParentCommand
        @Nullable PersonCommand parent;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var keys = room.store().keys().all();
                var people = room.people().all();
                if (galley.json) {
                    galley.terminal.json(Map.of("people", people.stream().map(p -> described(p,
                            keys.stream().filter(k -> p.id().equals(k.person())).map(k -> k.kid()).toList())).toList()));
                } else {
                    people.forEach(p -> galley.terminal.out.println(p.name() + "\t" + roles(p) + "\t" + String.join(", ", p.credits())
                            + (p.hasLeft() ? "\tleft " + p.left() : "")));
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "grant", description = "Give a person roles and credits beside those they have. A senior editor vouches.")
    static final class Grant extends OnPerson {

        @Option(names = "--role", paramLabel = "ROLE", split = ",", description = "editor, senior-editor, board. May be repeated.")
        List<String> roles = List.of();

        @Option(names = "--credit", paramLabel = "NAME", description = "A team or role they may sign under. May be repeated.")
        List<String> credits = List.of();

        @Mixin
        Voucher voucher = new Voucher();

        @Override
        String done(GalleyCommand galley, OpenNewsroom room, Person person) {
            if (roles.isEmpty() && credits.isEmpty()) {
                throw new Refusal("Say what to give, with --role or --credit.");
            }
            var now = room.enrolment().grant(person, Set.copyOf(Roles.read(roles)), credits, voucher.proven(galley, room));
            return now.name() + ": " + roles(now) + (now.credits().isEmpty() ? "." : "; may also sign as " + String.join(", ", now.credits()) + ".");
        }
    }

    @Command(name = "leave", description = "Note that a person has left: their key ends, their signatures stay.")
    static final class Leave extends OnPerson {

        @Mixin
        Voucher voucher = new Voucher();

        @Override
        String done(GalleyCommand galley, OpenNewsroom room, Person person) {
            room.enrolment().leave(person, voucher.proven(galley, room));
            return person.name() + " has left; their key has ended.";
        }
    }

    @Command(name = "passphrase", description = "Change a person's passphrase. With --passphrase-stdin: the old on the first line, the new on the second.")
    static final class Passphrase extends OnPerson {

        @Option(names = "--passphrase-stdin", description = "Read both from standard input.")
        boolean passphraseFromInput;

        @Override
        String done(GalleyCommand galley, OpenNewsroom room, Person person) {
            var old = galley.terminal.passphrase("The old passphrase", passphraseFromInput);
            var fresh = galley.terminal.newPassphrase("The new passphrase", passphraseFromInput);
            if (!room.keyFiles().changePassphrase(person.id(), old, fresh)) {
                throw new Refusal("The old passphrase is wrong. Nothing was changed.");
            }
            return person.name() + "'s passphrase was changed.";
        }
    }

    private static String roles(Person person) {
        return String.join(", ", person.roles().stream().sorted().map(Role::words).toList());
    }

    private static Map<String, Object> described(Person person, List<String> kids) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", person.id());
        map.put("name", person.name());
        map.put("roles", person.roles().stream().sorted().map(Role::code).toList());
        map.put("credits", person.credits());
        map.put("keys", kids);
        map.put("left", person.left());
        return map;
    }
}
