package galley.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley person key`: a new key for a lost one, its end, a copy of one's key file.
@Command(name = "key", description = "Keys: new, end, export, import.", subcommands = {PersonKeyCommand.New.class, PersonKeyCommand.End.class,
        PersonKeyCommand.Copy.class, PersonKeyCommand.BringBack.class})
final class PersonKeyCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable PersonCommand parent;

    @Override
    public Integer call() {
        throw new Refusal("Say new, end, export or import.");
    }

    @Command(name = "new", description = "Enrol a new key for a person whose key or passphrase is lost; the old one ends. Somebody else vouches.")
    static final class New implements Callable<Integer> {

        @ParentCommand
        @Nullable PersonKeyCommand parent;

        @Parameters(paramLabel = "PERSON")
        String name = "";

        @Option(names = {"--by", "--as"}, paramLabel = "PERSON", description = "Who vouches.")
        @Nullable String by;

        @Option(names = "--passphrase-stdin", description = "Read the new passphrase from standard input.")
        boolean fromInput;

        @Override
        public Integer call() {
            var galley = parent.parent.galley;
            try (var room = galley.open()) {
                var person = GalleyCommand.person(room, name, galley.terminal);
                var voucher = GalleyCommand.person(room, by, galley.terminal);
                var key = room.enrolment().newKey(person, galley.terminal.passphrase("A new passphrase for " + person.name(), fromInput), voucher);
                galley.terminal.out.println(person.name() + " has the new key " + key.kid() + "; the old one has ended.");
                return Exit.DONE;
            }
        }
    }

    @Command(name = "end", description = "End a person's keys, now or at a time to come. What they signed still verifies.")
    static final class End implements Callable<Integer> {

        @ParentCommand
        @Nullable PersonKeyCommand parent;

        @Parameters(paramLabel = "PERSON")
        String name = "";

        @Option(names = {"--by", "--as"}, paramLabel = "PERSON", description = "Who says so: the person or a senior editor.")
        @Nullable String by;

        @Option(names = "--at", paramLabel = "TIME", description = "When, ISO 8601; now when left out.")
        @Nullable String at;

        @Override
        public Integer call() {
            var galley = parent.parent.galley;
            try (var room = galley.open()) {
                var person = GalleyCommand.person(room, name, galley.terminal);
                var when = at == null ? galley.clock.instant() : Instant.parse(at);
                room.enrolment().endKeys(person, when, GalleyCommand.person(room, by, galley.terminal));
                galley.terminal.out.println(person.name() + "'s keys end " + when + ".");
                return Exit.DONE;
            } catch (DateTimeParseException e) {
                throw new Refusal("“" + at + "” is no time like 2026-11-17T18:00:00Z.");
            }
        }
    }

    @Command(name = "export", description = "Copy a person's key file. It is as safe as their passphrase.")
    static final class Copy implements Callable<Integer> {

        @ParentCommand
        @Nullable PersonKeyCommand parent;

        @Parameters(index = "0", paramLabel = "PERSON")
        String name = "";

        @Parameters(index = "1", paramLabel = "FILE.p12")
        @Nullable Path file;

        @Override
        public Integer call() {
            var galley = parent.parent.galley;
            try (var room = galley.open()) {
                var person = GalleyCommand.person(room, name, galley.terminal);
                room.keyFiles().copyTo(person.id(), file);
                galley.terminal.out.println(person.name() + "'s key file was copied to " + file + ".");
                return Exit.DONE;
            }
        }
    }

    @Command(name = "import", description = "Put a person's key file back from a copy.")
    static final class BringBack implements Callable<Integer> {

        @ParentCommand
        @Nullable PersonKeyCommand parent;

        @Parameters(index = "0", paramLabel = "PERSON")
        String name = "";

        @Parameters(index = "1", paramLabel = "FILE.p12")
        @Nullable Path file;

        @Option(names = "--passphrase-stdin", description = "Read the passphrase from standard input.")
        boolean fromInput;

        @Override
        public Integer call() {
            var galley = parent.parent.galley;
            try (var room = galley.open()) {
                var person = GalleyCommand.person(room, name, galley.terminal);
                room.enrolment().bringBack(person, file, galley.terminal.passphrase("Passphrase of " + person.name(), fromInput));
                galley.terminal.out.println(person.name() + "'s key file is back.");
                return Exit.DONE;
            }
        }
    }
}
