package galley.app.command;

import galley.story.Json;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a command reads from and writes to. Results go to `out`, progress and messages to `err`.
public final class Terminal {

    public final PrintStream out;
    public final PrintStream err;
    public final Map<String, String> environment;
    private final InputStream in;
    private final @Nullable Console console;
    private boolean answered;

    public Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, @Nullable Console console) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.console = console;
    }

    /// The process's own streams, in UTF-8.
    public static Terminal ofProcess() {
        var console = System.console();
        return new Terminal(System.in, new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8), System.getenv(),
                console != null && console.isTerminal() ? console : null);
    }

    /// Whether a person sits in front of it.
    public boolean isInteractive() {
        return console != null;
    }

    public void json(Object value) {
        answered = true;
        out.println(Json.write(value));
    }

    /// Whether the one JSON document of this command is printed already.
    boolean hasAnswered() {
        return answered;
    }

    /// Shows how far a job is, over the same line, when a person watches; an empty text clears it.
    public void progress(String words) {
        if (console != null) {
            err.print("\r\u001b[K" + words);
            err.flush();
        }
    }

    /// Reads a passphrase: one line of standard input when `fromInput`, else from the person without echo.
    ///
    /// @throws Refusal when neither is possible
    public char[] passphrase(String prompt, boolean fromInput) {
        if (fromInput) {
            var line = line();
            if (line == null) {
                throw new Refusal("No passphrase came on standard input.");
            }
            return line.toCharArray();
        }
        if (console == null) {
            throw new Refusal("A passphrase is needed. Give it on standard input with --passphrase-stdin.");
        }
        var typed = console.readPassword("%s: ", prompt);
        if (typed == null) {
            throw new Refusal("No passphrase was given.");
        }
        return typed;
    }

    /// Reads a passphrase that is being chosen. A person types it twice: nobody can recover one that was mistyped.
    ///
    /// @throws Refusal when it cannot be read, or the two are not the same
    public char[] newPassphrase(String prompt, boolean fromInput) {
        var typed = passphrase(prompt, fromInput);
        if (!fromInput && !Arrays.equals(typed, passphrase("The same once more", false))) {
            throw new Refusal("The two are not the same. Nothing was changed; try again.");
        }
        return typed;
    }

    /// Asks the person for a line; null when nobody is there to ask.
    public @Nullable String ask(String prompt) {
        return console == null ? null : console.readLine("%s: ", prompt);
    }

    /// Everything on standard input, to its end.
    public byte[] allInput() throws IOException {
        return in.readAllBytes();
    }

    /// One line of standard input, and not a byte more: the next passphrase may be for somebody else.
    private @Nullable String line() {
        var line = new ByteArrayOutputStream();
        try {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            for (; b >= 0 && b != '\n'; b = in.read()) {
                line.write(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
