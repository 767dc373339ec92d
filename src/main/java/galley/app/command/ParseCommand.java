package galley.app.command;

import galley.ingest.FeedJson;
import galley.ingest.FeedParser;
import galley.ingest.Fetched;
import galley.ingest.Fetcher;
import galley.ingest.ParsedFeed;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley parse`: feed documents as JSON, a line each, in the order given. Needs no newsroom.
@Command(name = "parse", description = "Read feed documents and print each as one line of JSON, in order.")
final class ParseCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "FILE|URL|-", arity = "1..*", description = "“-” reads standard input.")
    List<String> documents = List.of();

    @Option(names = "--type", paramLabel = "MEDIA/TYPE", description = "The content type the documents were served with.")
    @Nullable String type;

    @Option(names = "--base", paramLabel = "URL", description = "The address against which relative links are resolved.")
    @Nullable String base;

    private int failed;

    @Override
    public Integer call() {
        try (var fetcher = new Fetcher("")) {
            InOrder.each(documents, document -> parsed(fetcher, document), parsed -> {
                galley.terminal.out.println(parsed.line());
                failed += parsed.isFeed() ? 0 : 1;
            });
        }
        return failed == 0 ? Exit.DONE : failed == documents.size() ? Exit.REFUSED : Exit.IN_PART;
    }

    private record Parsed(String line, boolean isFeed) {}

    /// One document, whatever it is: none stops the others.
    private Parsed parsed(Fetcher fetcher, String document) {
        var parsed = document.equals("-") ? fromInput() : switch (fetched(fetcher, document)) {
            case Fetched.Document d -> FeedParser.parse(new FeedParser.Source(d.bytes(), type != null ? type : d.contentType(),
                    d.contentLanguage(), base != null ? base : d.url().startsWith("file:") ? null : d.url()));
            case Fetched.Failed f -> ParsedFeed.none(f.problem());
            case Fetched.Unchanged u -> ParsedFeed.none("Nothing came.");
        };
        return new Parsed(FeedJson.line(parsed), parsed.isFeed());
    }

    private static Fetched fetched(Fetcher fetcher, String document) {
        var address = FeedCommand.address(document);
        return address == null ? new Fetched.Failed("There is no file " + document + ".") : fetcher.fetch(address);
    }

    private ParsedFeed fromInput() {
        try {
            return FeedParser.parse(galley.terminal.allInput(), type, base);
        } catch (IOException e) {
            return ParsedFeed.none("Standard input could not be read.");
        }
    }
}
