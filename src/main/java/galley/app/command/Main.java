package galley.app.command;

import galley.app.Logs;
import java.time.Clock;

/// Starts Galley: the command line when there are arguments, the desktop when there are none.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Logs.off();
        var terminal = Terminal.ofProcess();
        System.exit(GalleyCommand.run(terminal, Clock.systemUTC(), args));
    }
}
