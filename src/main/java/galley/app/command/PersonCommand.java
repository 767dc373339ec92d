package galley.app.command;

import galley.desk.Person;
import galley.desk.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley person`: people, roles, credits, keys.
@Command(name = "person", description = "People, their roles, credits and keys.", subcommands = {PersonCommand.Add.class, PersonCommand.ListThem.class,
        PersonCommand.Leave.class, PersonCommand.Passphrase.class, PersonKeyCommand.class})
final class PersonCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Override
    public Integer call() {
        throw new Refusal("Say add, list, leave, passphrase or key.");
    }

    @Command(name = "add", description = "Add a person and make their key.")
    static final class Add implements Callable<Integer> {

        @ParentCommand
        @Nullable PersonCommand parent;

        @Parameters(paramLabel = "NAME", description = "The printed name.")
        String name = "";

        @Option(names = "--role", paramLabel = "ROLE", split = ",", defaultValue = "editor", description = "editor, senior-editor, board. May be repeated.")
        List<String> roles = List.of();

        @Option(names = "--credit", paramLabel = "NAME", description = "A team or role they may sign under. May be repeated.")
        List<String> credits = List.of();

        @Option(names = {"--by", "--as"}, paramLabel = "PERSON", description = "Who vouches for them; the first person needs nobody.")
        @Nullable String voucher;

        @Option(names = "--passphrase-stdin", description = "Read their passphrase from standard input.")
        boolean passphraseFromInput;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var vouching = room.people().all().isEmpty() ? null : GalleyCommand.person(room, voucher, galley.terminal);
                var passphrase = galley.terminal.passphrase("A passphrase for " + name + "'s signature", passphraseFromInput);
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

    @Command(name = "leave", description = "Note that a person has left: their key ends, their signatures stay.")
    static final class Leave implements Callable<Integer> {

        @ParentCommand
        @Nullable PersonCommand parent;

        @Parameters(paramLabel = "PERSON")
        String name = "";

        @Option(names = {"--by", "--as"}, paramLabel = "PERSON", description = "Who says so.")
        @Nullable String by;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var person = GalleyCommand.person(room, name, galley.terminal);
                room.enrolment().leave(person, GalleyCommand.person(room, by, galley.terminal));
                galley.terminal.out.println(person.name() + " has left; their key has ended.");
                return Exit.DONE;
            }
        }
    }

    @Command(name = "passphrase", description = "Change a person's passphrase. With --passphrase-stdin: the old on the first line, the new on the second.")
    static final class Passphrase implements Callable<Integer> {

        @ParentCommand
        @Nullable PersonCommand parent;

        @Parameters(paramLabel = "PERSON")
        String name = "";

        @Option(names = "--passphrase-stdin", description = "Read both from standard input.")
        boolean passphraseFromInput;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = galley.open()) {
                var person = GalleyCommand.person(room, name, galley.terminal);
                var old = galley.terminal.passphrase("The old passphrase", passphraseFromInput);
                var fresh = galley.terminal.passphrase("The new passphrase", passphraseFromInput);
                if (!room.keyFiles().changePassphrase(person.id(), old, fresh)) {
                    throw new Refusal("The old passphrase is wrong. Nothing was changed.");
                }
                galley.terminal.out.println(person.name() + "'s passphrase was changed.");
                return Exit.DONE;
            }
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
