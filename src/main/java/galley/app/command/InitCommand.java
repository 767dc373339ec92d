package galley.app.command;

import galley.app.OpenNewsroom;
import galley.desk.Newsroom;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `galley init`: a newsroom, its first person and their key.
@Command(name = "init", description = "Make a newsroom; then its first person and their key.")
final class InitCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Option(names = "--name", paramLabel = "NAME", description = "The newsroom's printed name.")
    @Nullable String name;

    @Option(names = "--site", paramLabel = "URL", description = "The canonical address of its site, https.")
    @Nullable URI site;

    @Option(names = "--language", paramLabel = "TAG", description = "Language of its pages, such as en-GB.")
    @Nullable String language;

    @Option(names = "--person", paramLabel = "PERSON", description = "The first person's printed name.")
    @Nullable String person;

    @Option(names = "--role", paramLabel = "ROLE", split = ",", defaultValue = "editor,senior-editor", description = "Their roles: editor, senior-editor, board.")
    List<String> roles = List.of();

    @Option(names = "--credit", paramLabel = "NAME", description = "A team or role they may sign under. May be repeated.")
    List<String> credits = List.of();

    @Option(names = "--passphrase-stdin", description = "Read their passphrase from standard input.")
    boolean passphraseFromInput;

    @Override
    public Integer call() {
        var terminal = galley.terminal;
        var folder = galley.folder();
        if (site != null && !"https".equals(site.getScheme())) {
            throw new Refusal("The site's address has to begin with https://.");
        }
        try (var room = OpenNewsroom.atOrNew(folder, galley.clock)) {
            var before = room.settings().newsroom();
            if (before.isPresent() && !room.people().all().isEmpty()) {
                throw new Refusal("There is already a newsroom at " + folder + ", “" + before.get().name() + "”. It was not changed.");
            }
            var named = name != null ? name : before.map(Newsroom::name).orElseGet(() -> terminal.ask("Name of the newsroom"));
            if (named == null || named.isBlank()) {
                throw new Refusal("Name the newsroom with --name NAME.");
            }
            var newsroom = Newsroom.named(named);
            newsroom = new Newsroom(newsroom.name(), site != null ? site : newsroom.site(), language != null ? language : newsroom.language(),
                    newsroom.zone(), newsroom.contact(), newsroom.licence(), newsroom.policies());
            var first = person != null ? person : terminal.ask("Your name");
            boolean alone = first == null || first.isBlank();
            var passphrase = alone ? new char[0] : terminal.newPassphrase("A passphrase for " + first.strip() + "'s signature", passphraseFromInput);
            room.settings().save(newsroom);
            room.enrolment().newsroomKey(newsroom.name());
            var added = alone ? null : room.enrolment().add(first, Set.copyOf(Roles.read(roles)), credits, passphrase, null);
            if (galley.json) {
                var answer = new LinkedHashMap<String, Object>();
                answer.put("newsroom", folder.toAbsolutePath().toString());
                answer.put("name", newsroom.name());
                answer.put("person", added == null ? null : added.id());
                terminal.json(answer);
            } else {
                terminal.out.println("“" + newsroom.name() + "” is at " + folder.toAbsolutePath() + ".");
                terminal.out.println(added == null ? "Add its first person with “galley person add NAME”." : added.name() + " has a key and can sign.");
            }
            return Exit.DONE;
        }
    }
}
