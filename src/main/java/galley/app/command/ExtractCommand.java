package galley.app.command;

import galley.ingest.Fetched;
import galley.ingest.Fetcher;
import galley.ingest.extract.Extracted;
import galley.ingest.extract.Extractor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley extract`: the articles of web pages, a line of JSON each, in the order given. Needs no newsroom.
@Command(name = "extract", description = "Find the article in web pages and print each as one line of JSON, in order.")
final class ExtractCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "FILE|URL|-", arity = "1..*", description = "“-” reads standard input.")
    List<String> pages = List.of();

    @Option(names = "--url", paramLabel = "URL", description = "Where the pages live; relative links are resolved against it.")
    @Nullable String url;

    private int failed;

    @Override
    public Integer call() {
        try (var fetcher = new Fetcher("")) {
            InOrder.each(pages, page -> found(fetcher, page), found -> {
                galley.terminal.out.println(found.article().line());
                if (found.problem() != null) {
                    galley.terminal.err.println("galley: " + found.problem());
                }
                failed += found.article().text().isEmpty() ? 1 : 0;
            });
        }
        return failed == 0 ? Exit.DONE : failed == pages.size() ? Exit.REFUSED : Exit.IN_PART;
    }

    private record Found(Extracted article, @Nullable String problem) {}

    /// One page, whatever it is: none stops the others.
    private Found found(Fetcher fetcher, String page) {
        if (page.equals("-")) {
            return fromInput();
        }
        var address = FeedCommand.address(page);
        var fetched = address == null ? new Fetched.Failed("There is no file " + page + ".") : fetcher.fetch(address);
        return switch (fetched) {
            case Fetched.Document d -> read(d.bytes(), d.contentType(), url != null ? url : d.url().startsWith("file:") ? null : d.url(), page);
            case Fetched.Failed f -> new Found(Extracted.NOTHING, f.problem());
            case Fetched.Unchanged u -> new Found(Extracted.NOTHING, "Nothing came from " + page + ".");
        };
    }

    private Found fromInput() {
        try {
            return read(galley.terminal.allInput(), null, url, "standard input");
        } catch (IOException e) {
            return new Found(Extracted.NOTHING, "Standard input could not be read.");
        }
    }

    private static Found read(byte[] bytes, @Nullable String type, @Nullable String url, String page) {
        var article = Extractor.of(bytes, type, url);
        return new Found(article, article.text().isEmpty() ? "No article was found in " + page + "." : article.isLittle() ? "Only a few words were found in " + page + "." : null);
    }
}
