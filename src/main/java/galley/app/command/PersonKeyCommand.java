package galley.app.command;

import galley.app.OpenNewsroom;
import galley.desk.Person;
import galley.signoff.Enrolment.Ending;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        throw Usage.of(this, "Say new, end, export or import.");
    }

    @Command(name = "new", description = {"Enrol a new key for a person whose key or passphrase is lost; the old one ends. Somebody else vouches with their own passphrase.",
            "With --passphrase-stdin: the new passphrase on the first line, that of who vouches on the second."})
    static final class New extends OnPerson {

        @Mixin
        Voucher voucher = new Voucher();

        @Override
        String done(GalleyCommand galley, OpenNewsroom room, Person person) {
            var by = voucher.named(galley, room);
            room.enrolment().mayVouchForKey(person, by);
            var fresh = galley.terminal.newPassphrase("A new passphrase for " + person.name(), voucher.passphraseFromInput);
            if (!by.id().equals(person.id())) {
                voucher.proves(by, galley, room);
            }
            var key = room.enrolment().newKey(person, fresh, by);
            return person.name() + " has the new key " + key.kid() + "; the old one has ended.";
        }
    }

    @Command(name = "end", description = "End a person's keys, now or at a time to come. What they signed still verifies.")
    static final class End extends OnPerson {

        @Mixin
        Voucher voucher = new Voucher();

        @Option(names = "--at", paramLabel = "TIME", description = "When, ISO 8601; now when left out.")
        @Nullable String at;

        @Option(names = "--lost", description = "Note that the key or its passphrase is lost.")
        boolean lost;

        @Override
        String done(GalleyCommand galley, OpenNewsroom room, Person person) {
            var by = voucher.named(galley, room);
            room.enrolment().mayEndKeys(person, by);
            var when = when(galley);
            voucher.proves(by, galley, room);
            room.enrolment().endKeys(person, when, lost ? Ending.LOST : Ending.ENDED, by);
            return person.name() + "'s keys end " + when + ".";
        }

        private Instant when(GalleyCommand galley) {
            try {
                return at == null ? galley.clock.instant() : Instant.parse(at);
            } catch (DateTimeParseException e) {
                throw new Refusal("“" + at + "” is no time like 2026-11-17T18:00:00Z.");
            }
        }
    }

    @Command(name = "export", description = "Copy a person's key file. It is as safe as their passphrase.")
    static final class Copy extends OnPerson {

        @Parameters(index = "1", paramLabel = "FILE.p12")
        @Nullable Path file;

        @Override
        String done(GalleyCommand galley, OpenNewsroom room, Person person) {
            room.keyFiles().copyTo(person.id(), file);
            return person.name() + "'s key file was copied to " + file + ".";
        }
    }

    @Command(name = "import", description = "Put a person's key file back from a copy.")
    static final class BringBack extends OnPerson {

        @Parameters(index = "1", paramLabel = "FILE.p12")
        @Nullable Path file;

        @Option(names = "--passphrase-stdin", description = "Read the passphrase from standard input.")
        boolean fromInput;

        @Override
        String done(GalleyCommand galley, OpenNewsroom room, Person person) {
            room.enrolment().bringBack(person, file, galley.terminal.passphrase("Passphrase of " + person.name(), fromInput));
            return person.name() + "'s key file is back.";
        }
    }
}
