package galley.app.command;

import galley.app.OpenNewsroom;
import galley.desk.Person;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who stands for a change of people, keys or board, and their own passphrase: a name alone vouches for nobody.
final class Voucher {

    @Option(names = {"--by", "--as"}, paramLabel = "PERSON", description = "Who says so; asked for their own passphrase.")
    @Nullable String name;

    @Option(names = "--passphrase-stdin", description = "Read passphrases from standard input, one a line; where a new one is set it comes first, then that of who vouches.")
    boolean passphraseFromInput;

    Person named(GalleyCommand galley, OpenNewsroom room) {
        return GalleyCommand.person(room, name, galley.terminal);
    }

    /// @throws Refusal when the passphrase is not theirs
    void proves(Person by, GalleyCommand galley, OpenNewsroom room) {
        char[] theirs;
        try {
            theirs = galley.terminal.passphrase("Passphrase of " + by.name() + ", who vouches", passphraseFromInput);
        } catch (Refusal none) {
            throw new Refusal("The passphrase of " + by.name() + ", who vouches, is needed. Nothing was changed. " + none.getMessage());
        }
        if (room.sitting().open(by.id(), theirs).isEmpty()) {
            throw new Refusal("That is not " + by.name() + "'s passphrase. Nothing was changed.");
        }
    }

    Person proven(GalleyCommand galley, OpenNewsroom room) {
        var by = named(galley, room);
        proves(by, galley, room);
        return by;
    }
}
