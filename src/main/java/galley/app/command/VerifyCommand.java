package galley.app.command;

import galley.app.OpenNewsroom;
import galley.app.PageChecks;
import galley.ingest.Fetcher;
import galley.publish.Verdict;
import galley.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley verify`: who signed the words of a page, and whether they are still those words.
@Command(name = "verify", description = "Check exported pages against the signatures in them.")
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "FILE|DIR|URL", arity = "1..*")
    List<String> places = List.of();

    @Option(names = "--keys", paramLabel = "FILE|URL", description = "The newsroom's key set. Default: the newsroom's own; without a newsroom, the one in the site's .well-known folder or at the address's own host.")
    @Nullable String keys;

    @Option(names = "--text", description = "Show the verified words too.")
    boolean showText;

    @Override
    public Integer call() {
        var checked = new ArrayList<PageChecks.Checked>();
        int bad = 0;
        try (var fetcher = new Fetcher(""); var room = Store.exists(galley.folder()) ? galley.open() : null) {
            var checks = new PageChecks(fetcher, room, keys);
            for (var place : places) {
                if (place.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                    galley.terminal.err.println("galley: " + place + " is a packed site. Nothing of it was checked; unpack it and verify the folder.");
                    bad++;
                    continue;
                }
                var found = checks.check(place);
                found.problems().forEach(problem -> galley.terminal.err.println("galley: " + problem));
                found.pages().stream().map(PageChecks.Checked::verdict).filter(verdict -> wasKilled(verdict, room))
                        .forEach(verdict -> galley.terminal.err.println("galley: " + verdict.file() + ": this story was withdrawn; only its notice may stand on the site."));
                checked.addAll(found.pages());
                bad += found.pages().isEmpty() ? 1 : 0;
            }
        }
        bad += (int) checked.stream().filter(c -> !c.verdict().verdict().isOurs()).count();
        if (galley.json || !galley.terminal.isInteractive()) {
            galley.terminal.json(Map.of("results", checked.stream().map(c -> described(c.verdict(), c.keys())).toList()));
        } else {
            checked.forEach(c -> print(c.verdict(), c.keys()));
        }
        if (checked.isEmpty()) {
            galley.terminal.err.println("galley: no page was found to verify.");
        }
        boolean none = checked.stream().noneMatch(c -> c.verdict().verdict().isOurs());
        return none ? Exit.REFUSED : bad > 0 ? Exit.IN_PART : Exit.DONE;
    }

    private static boolean wasKilled(Verdict verdict, @Nullable OpenNewsroom room) {
        return room != null && verdict.verdict() == Verdict.Kind.OURS_SUPERSEDED && room.store().stories().all().stream()
                .anyMatch(story -> story.kill() != null && String.valueOf(verdict.story()).endsWith(story.id().toString()));
    }

    private Map<String, Object> described(Verdict verdict, String keysFrom) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", verdict.file());
        map.put("verdict", verdict.verdict().code());
        map.put("editedBy", verdict.editedBy());
        map.put("reviewedBy", verdict.reviewedBy());
        map.put("differences", verdict.differences());
        map.put("editedAt", verdict.editedAt());
        map.put("reviewedAt", verdict.reviewedAt());
        map.put("publishedAt", verdict.publishedAt());
        map.put("url", verdict.url());
        map.put("board", verdict.board());
        map.put("beforeReview", verdict.beforeReview());
        map.put("keys", keysFrom);
        if (showText) {
            map.put("text", verdict.text());
        }
        return map;
    }

    private void print(Verdict verdict, String keysFrom) {
        var out = galley.terminal.out;
        out.println(verdict.file() + ": " + verdict.verdict().code() + " (keys: " + keysFrom + ")");
        if (verdict.editedBy() != null) {
            out.println("  edited by " + verdict.editedBy() + ", " + verdict.editedAt());
        }
        if (verdict.reviewedBy() != null) {
            out.println("  reviewed by " + verdict.reviewedBy() + ", " + verdict.reviewedAt());
        }
        if (verdict.beforeReview()) {
            out.println("  published before second review: nobody but the editor has signed these words");
        }
        if (!verdict.board().isEmpty()) {
            out.println("  verified by the editorial board: " + String.join(", ", verdict.board()));
        }
        verdict.differences().forEach(d -> out.println("  " + d));
        if (showText) {
            verdict.text().forEach((part, blocks) -> blocks.forEach(b -> out.println("  | " + part + ": " + b)));
        }
    }
}
