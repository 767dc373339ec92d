package galley.app.command;

import galley.publish.PageVerifier;
import galley.publish.Verdict;
import galley.signoff.KeySet;
import galley.store.Store;
import galley.app.OpenNewsroom;
import galley.story.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley verify`: who signed the words of a page, and whether they are still those words.
@Command(name = "verify", description = "Check exported pages against the signatures in them.")
final class VerifyCommand implements Callable<Integer> {

    /// Where a site keeps its keys.
    private static final Path KEYS = Path.of(".well-known", "newsroom-keys.json");

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*")
    List<Path> paths = List.of();

    @Option(names = "--keys", paramLabel = "FILE", description = "The newsroom's key set. Default: the one in the site's .well-known folder, else the newsroom's own.")
    @Nullable Path keys;

    @Option(names = "--text", description = "Show the verified words too.")
    boolean showText;

    @Override
    public Integer call() throws IOException {
        var verdicts = new ArrayList<Verdict>();
        int bad = 0;
        for (var path : paths) {
            for (var page : pages(path)) {
                var verdict = check(page);
                // In a folder, pages that are no articles carry no signature and are none's business.
                if (verdict.verdict() == Verdict.Kind.UNSIGNED && Files.isDirectory(path) && !isArticle(page)) {
                    continue;
                }
                verdicts.add(verdict);
                bad += verdict.verdict().isOurs() ? 0 : 1;
            }
        }
        if (galley.json || !galley.terminal.isInteractive()) {
            galley.terminal.json(Map.of("results", verdicts.stream().map(this::described).toList()));
        } else {
            verdicts.forEach(this::print);
        }
        if (verdicts.isEmpty()) {
            galley.terminal.err.println("galley: no page was found to verify.");
        }
        return verdicts.isEmpty() || bad == verdicts.size() ? Exit.REFUSED : bad > 0 ? Exit.IN_PART : Exit.DONE;
    }

    private static List<Path> pages(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new Refusal("There is no file or folder " + path + ".");
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var all = Files.walk(path)) {
            return all.filter(f -> Files.isRegularFile(f) && f.getFileName().toString().matches(".*\\.x?html?")).sorted().toList();
        }
    }

    private static boolean isArticle(Path page) throws IOException {
        var html = Files.readString(page);
        return html.contains("data-signoff") || html.contains("application/jose+json") || html.matches("(?s).*property=[\"']?og:type[\"']? content=[\"']?article\\b.*");
    }

    private Verdict check(Path page) {
        String html;
        try {
            html = Files.readString(page);
        } catch (IOException e) {
            throw new Refusal(page + " could not be read.");
        }
        var verdict = new PageVerifier(keySet(page)).verify(page.toString(), html);
        return verdict.verdict() == Verdict.Kind.OURS_CURRENT && isSuperseded(verdict, html) ? verdict.as(Verdict.Kind.OURS_SUPERSEDED) : verdict;
    }

    private KeySet keySet(Path page) {
        var file = keys;
        for (var folder = page.toAbsolutePath().getParent(); file == null && folder != null; folder = folder.getParent()) {
            file = Files.isRegularFile(folder.resolve(KEYS)) ? folder.resolve(KEYS) : null;
        }
        if (file == null) {
            if (!Store.exists(galley.folder())) {
                throw new Refusal("No key set was found for " + page + ". Give one with --keys FILE.");
            }
            try (var room = galley.open()) {
                return room.keySet();
            }
        }
        try {
            return KeySet.read(Files.readString(file));
        } catch (IOException | RuntimeException e) {
            throw new Refusal("The key set " + file + " cannot be read.");
        }
    }

    /// Whether the newsroom at hand has published newer words of the same story.
    private boolean isSuperseded(Verdict verdict, String html) {
        if (verdict.story() == null || !Store.exists(galley.folder())) {
            return false;
        }
        try (OpenNewsroom room = galley.open()) {
            List<Publication> published = room.store().stories().publications(UUID.fromString(verdict.story().replaceFirst("^urn:uuid:", "")));
            return published.stream().limit(Math.max(0, published.size() - 1)).anyMatch(p -> html.contains(p.signoff()))
                    && !html.contains(published.getLast().signoff());
        } catch (IllegalArgumentException noUuid) {
            return false;
        }
    }

    private Map<String, Object> described(Verdict verdict) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", verdict.file());
        map.put("verdict", verdict.verdict().code());
        map.put("editedBy", verdict.editedBy());
        map.put("reviewedBy", verdict.reviewedBy());
        map.put("differences", verdict.differences());
        map.put("editedAt", verdict.editedAt());
        map.put("reviewedAt", verdict.reviewedAt());
        map.put("url", verdict.url());
        map.put("board", verdict.board());
        map.put("beforeReview", verdict.beforeReview());
        if (showText) {
            map.put("text", verdict.text());
        }
        return map;
    }

    private void print(Verdict verdict) {
        var out = galley.terminal.out;
        out.println(verdict.file() + ": " + verdict.verdict().code());
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
