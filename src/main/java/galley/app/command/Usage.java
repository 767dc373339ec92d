package galley.app.command;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Words typed that mean nothing: said with how the command is used, exit code 2.
final class Usage {

    private Usage() {}

    static ParameterException of(Object command, String words) {
        return new ParameterException(new CommandLine(command), words);
    }
}
