package galley.app.command;

import galley.app.EvidenceCheck;
import galley.app.EvidenceRounds;
import galley.app.OpenNewsroom;
import galley.ingest.Fetched;
import galley.signoff.Outcome;
import galley.signoff.StoryFile;
import galley.story.Evidence;
import galley.story.EvidenceChecks.Look;
import galley.story.EvidenceChecks.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley story evidence`: what a story rests on, whether it still stands, and another source for it.
@Command(name = "evidence", description = "List a story's evidence; --check fetches each source again and says what changed; --add keeps a copy of another.")
final class StoryEvidenceCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable StoryCommand parent;

    @Parameters(paramLabel = "ID")
    String id = "";

    @Option(names = "--check", description = "Fetch every source again and compare it with the kept copy.")
    boolean check;

    @Option(names = "--add", paramLabel = "URL", description = "Fetch this source, keep a copy, and add it to the story.")
    @Nullable String add;

    @Option(names = "--title", paramLabel = "TITLE", description = "What the source is called. Default: its address.")
    String title = "";

    @Option(names = "--primary", description = "It is the record itself, not a report about it.")
    boolean primary;

    @Option(names = "--passage", paramLabel = "WORDS", description = "The words quoted from it.")
    String passage = "";

    @Option(names = "--supports", paramLabel = "SENTENCE", description = "The sentence of the story that it supports.")
    String supports = "";

    @Option(names = "--as", paramLabel = "PERSON", description = "Who adds it.")
    @Nullable String person;

    @Override
    public Integer call() {
        var galley = parent.galley;
        try (var room = galley.open()) {
            var file = room.flow().file(StoryCommand.story(room, id)).orElseThrow();
            var rounds = new EvidenceRounds(room);
            return add == null ? list(room, file, rounds) : added(room, file, room.fetcher().follow(add, rounds.feed(file)));
        }
    }

    private int list(OpenNewsroom room, StoryFile file, EvidenceRounds rounds) {
        var terminal = parent.galley.terminal;
        var rows = new ArrayList<Map<String, Object>>();
        boolean stands = true;
        var looks = check ? rounds.check(file) : List.<Look>of();
        for (var evidence : file.text().evidence()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("url", evidence.url());
            row.put("title", evidence.title());
            row.put("kind", evidence.kind() == Evidence.Kind.PRIMARY ? "primary" : "secondary");
            row.put("fetchedAt", evidence.fetchedAt());
            row.put("copy", evidence.copyHash());
            row.put("untied", room.ledger().untied(evidence, file.text()));
            for (var look : looks.stream().filter(look -> look.isOf(evidence)).toList()) {
                row.put("today", look.state().code());
                row.put("words", look.words());
                stands &= look.state() == State.SAME;
            }
            rows.add(row);
        }
        if (parent.galley.json) {
            terminal.json(Map.of("evidence", rows));
        } else {
            rows.forEach(row -> terminal.out.println(row.get("kind") + "\t" + row.get("title") + "\t" + row.get("url")
                    + (row.get("untied").equals("") ? "" : "\n  " + row.get("untied"))
                    + (row.get("words") == null ? "" : "\n  " + row.get("words"))));
        }
        return stands ? Exit.DONE : Exit.IN_PART;
    }

    private int added(OpenNewsroom room, StoryFile file, Fetched fetched) {
        var galley = parent.galley;
        if (!(fetched instanceof Fetched.Document document)) {
            throw new Refusal(fetched instanceof Fetched.Failed failed ? failed.problem() : add + " gave nothing.");
        }
        var hash = room.store().assets().keep(EvidenceCheck.type(document), document.bytes());
        var evidence = new Evidence(add, title.isBlank() ? add : title, primary ? Evidence.Kind.PRIMARY : Evidence.Kind.SECONDARY, galley.clock.instant(), hash,
                passage, supports);
        var untied = room.ledger().untied(evidence, file.text());
        if (!untied.isEmpty() && !(passage.isBlank() && supports.isBlank())) {
            throw new Refusal(untied + " Nothing was added.");
        }
        var all = new ArrayList<>(file.text().evidence());
        all.add(evidence);
        Outcome<?> outcome = room.flow().write(file.story().id(), GalleyCommand.person(room, person, galley.terminal), file.text().withEvidence(all), file.seen());
        return Told.of(outcome, galley, "Added; a copy is kept under " + hash + ".", Map.of("copy", hash, "evidence", all.size()));
    }
}
