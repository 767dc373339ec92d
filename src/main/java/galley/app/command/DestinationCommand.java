package galley.app.command;

import galley.app.OpenNewsroom;
import galley.publish.send.Destination;
import galley.publish.send.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `galley destination`: how to sign in where sites are sent. Secrets lie beside the newsroom, in a file that only its owner may read.
@Command(name = "destination", description = "Keep or forget how to sign in where sites are sent.",
        subcommands = {DestinationCommand.SignIn.class, DestinationCommand.Forget.class, DestinationCommand.ForgetKey.class})
final class DestinationCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: login, forget or forget-key.");
    }

    private static Destination.Given elsewhere(String address) {
        var given = Destination.read(address);
        if (given.to() instanceof Destination.Folder || given.to() instanceof Destination.Zip) {
            throw new Refusal("Nobody signs in at " + address + ". Name sftp://name@host/path or s3://bucket/prefix.");
        }
        return given;
    }

    @Command(name = "login", description = "Keep a password, a key file, or an access key and its secret.")
    static final class SignIn implements Callable<Integer> {

        @ParentCommand
        @Nullable DestinationCommand parent;

        @Parameters(paramLabel = "PLACE")
        String address = "";

        @Option(names = "--key", paramLabel = "FILE", description = "A private key for a server.")
        @Nullable Path key;

        @Option(names = "--access-key", paramLabel = "ID", description = "The access key of a bucket.")
        String accessKey = "";

        @Option(names = "--secret-stdin", description = "Read the password, the key file's passphrase or the access key's secret from standard input.")
        boolean fromInput;

        @Override
        public Integer call() {
            var galley = parent.galley;
            var given = elsewhere(address);
            boolean bucket = given.to() instanceof Destination.Bucket;
            if (bucket && accessKey.isBlank()) {
                throw new Refusal("Say which access key, with --access-key ID.");
            }
            if (key != null && !Files.isReadable(key)) {
                throw new Refusal("The key file " + key + " cannot be read.");
            }
            if (given.password() == null && key == null && !fromInput && !galley.terminal.isInteractive()) {
                throw new Refusal("A password or secret is needed. Give it on standard input with --secret-stdin.");
            }
            var secret = given.password() != null ? given.password() : key != null && !fromInput && !galley.terminal.isInteractive() ? ""
                    : new String(galley.terminal.passphrase(bucket ? "Secret of the access key" : key != null ? "Passphrase of the key file (empty for none)" : "Password", fromInput));
            try (var room = OpenNewsroom.at(galley.folder(), galley.clock)) {
                room.delivery(galley.terminal.environment).logins().keep(given.to(), new Login(accessKey, secret, key == null ? "" : key.toAbsolutePath().toString()));
            }
            told(galley, "kept", given.to());
            return Exit.DONE;
        }
    }

    @Command(name = "forget", description = "Forget a sign-in.")
    static final class Forget implements Callable<Integer> {

        @ParentCommand
        @Nullable DestinationCommand parent;

        @Parameters(paramLabel = "PLACE")
        String address = "";

        @Override
        public Integer call() {
            var galley = parent.galley;
            var to = elsewhere(address).to();
            try (var room = OpenNewsroom.at(galley.folder(), galley.clock)) {
                var logins = room.delivery(galley.terminal.environment).logins();
                if (logins.of(to).isEmpty()) {
                    throw new Refusal("No sign-in is kept for " + to.address() + ".");
                }
                logins.keep(to, null);
            }
            told(galley, "forgotten", to);
            return Exit.DONE;
        }
    }

    @Command(name = "forget-key", description = "Forget the key a server showed, after its people said that it changed.")
    static final class ForgetKey implements Callable<Integer> {

        @ParentCommand
        @Nullable DestinationCommand parent;

        @Parameters(paramLabel = "PLACE")
        String address = "";

        @Override
        public Integer call() {
            var galley = parent.galley;
            var to = elsewhere(address).to();
            try (var room = OpenNewsroom.at(galley.folder(), galley.clock)) {
                if (!room.delivery(galley.terminal.environment).logins().forgetHost(to)) {
                    throw new Refusal("No key of " + to.address() + " is known.");
                }
            }
            told(galley, "forgotten", to);
            return Exit.DONE;
        }
    }

    private static void told(GalleyCommand galley, String what, Destination to) {
        if (galley.json || !galley.terminal.isInteractive()) {
            galley.terminal.json(Map.of(what, to.address()));
        } else {
            galley.terminal.out.println((what.equals("kept") ? "Kept: " : "Forgotten: ") + to.address());
        }
    }
}
