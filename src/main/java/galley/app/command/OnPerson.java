package galley.app.command;

import galley.app.OpenNewsroom;
import galley.desk.Person;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A command about one person: finds them, does it, and prints in a sentence what was done.
abstract class OnPerson implements Callable<Integer> {

    @Spec
    @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PERSON")
    String name = "";

    /// Does it and answers what to print.
    abstract String done(GalleyCommand galley, OpenNewsroom room, Person person);

    @Override
    public final Integer call() {
        var galley = (GalleyCommand) spec.root().userObject();
        try (var room = galley.open()) {
            galley.terminal.out.println(done(galley, room, GalleyCommand.person(room, name, galley.terminal)));
            return Exit.DONE;
        }
    }
}
