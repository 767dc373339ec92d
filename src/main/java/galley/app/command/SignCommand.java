package galley.app.command;

import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Seen;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley sign edited|reviewed|board ID`: one person's word about the text as it stands.
@Command(name = "sign", description = "Sign a story as edited, as reviewed, or for the editorial board.")
final class SignCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(index = "0", paramLabel = "edited|reviewed|board")
    String meaning = "";

    @Parameters(index = "1", paramLabel = "ID")
    String id = "";

    @Option(names = "--as", paramLabel = "PERSON", description = "Who signs.")
    @Nullable String person;

    @Option(names = "--credit", paramLabel = "NAME", description = "The name to print: their own (default) or one of their credits.")
    @Nullable String credit;

    @Option(names = "--seen", paramLabel = "REVISION", description = "The revision that was read; refused when the text has moved since.")
    @Nullable UUID seen;

    @Option(names = "--passphrase-stdin", description = "Read the passphrase from standard input.")
    boolean passphraseFromInput;

    @Override
    public Integer call() {
        var meant = meaning();
        try (var room = galley.open()) {
            var signer = GalleyCommand.person(room, person, galley.terminal);
            var story = StoryCommand.story(room, id);
            var looked = room.flow().file(story).orElseThrow().seen();
            var passphrase = galley.terminal.passphrase("“" + meant.words() + "” Passphrase of " + signer.name(), passphraseFromInput);
            var key = room.sitting().open(signer.id(), passphrase)
                    .orElseThrow(() -> new Refusal("That is not " + signer.name() + "'s passphrase. Nothing was signed."));
            var outcome = room.flow().sign(story, meant, signer, key, seen == null ? looked : new Seen(seen, looked.draft()),
                    credit == null ? signer.name() : credit);
            var more = new LinkedHashMap<String, Object>();
            more.put("story", story);
            more.put("meaning", meant.code());
            more.put("person", signer.name());
            more.put("at", outcome instanceof Outcome.Done<galley.signoff.SignOff> done ? done.value().at() : null);
            return Told.of(outcome, galley, signer.name() + " signed " + story + " as " + meant.code() + ".", more);
        }
    }

    private Meaning meaning() {
        return switch (meaning.toLowerCase(Locale.ROOT)) {
            case "edited" -> Meaning.EDITED;
            case "reviewed" -> Meaning.REVIEWED;
            case "board" -> Meaning.BOARD;
            default -> throw Usage.of(this, "Say “edited”, “reviewed” or “board”, not “" + meaning + "”.");
        };
    }
}
