package galley.app.command;

import galley.ingest.Feed;
import galley.ingest.Terms;
import galley.story.Rights;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley feed terms`: what may be printed of a feed, and how it is credited.
@Command(name = "terms", description = "Show or set what may be printed of a feed: rights, an excerpt of so many words, licence, credit line.")
final class FeedTermsCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable FeedCommand parent;

    @Parameters(paramLabel = "URL")
    String url = "";

    @Option(names = "--rights", paramLabel = "R", description = "unstated, full-text, rework or none.")
    @Nullable String rights;

    @Option(names = "--excerpt", paramLabel = "N", description = "At most N of the wire's own words in a story; 0 for no limit.")
    @Nullable Integer excerpt;

    @Option(names = "--licence", paramLabel = "NAME|URL", description = "As the outlet states it; editors see it beside the story.")
    @Nullable String licence;

    @Option(names = "--credit", paramLabel = "LINE", description = "How the outlet wants to be named on the page.")
    @Nullable String credit;

    @Override
    public Integer call() {
        var galley = parent.galley;
        try (var room = galley.open()) {
            var address = FeedCommand.subscribed(url);
            var feed = room.store().feeds().byUrl(address == null ? url : address).orElseThrow(() -> new Refusal("There is no feed " + url + "."));
            if (rights != null) {
                feed = feed.described(feed.title(), feed.source(), feed.category(), allowed(rights));
                room.store().feeds().update(feed);
            }
            var before = room.store().terms().of(feed.id());
            var terms = terms(before);
            if (!terms.equals(before)) {
                room.store().terms().keep(feed.id(), terms);
            }
            tell(feed, terms);
            return Exit.DONE;
        }
    }

    private Terms terms(Terms before) {
        try {
            return new Terms(excerpt == null ? before.excerpt() : excerpt, licence == null ? before.licence() : licence, credit == null ? before.credit() : credit);
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage());
        }
    }

    static Rights allowed(String word) {
        try {
            return Rights.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Refusal("Rights are unstated, full-text, rework or none, not “" + word + "”.");
        }
    }

    private void tell(Feed feed, Terms terms) {
        var row = new LinkedHashMap<String, Object>();
        row.put("url", feed.url());
        row.put("rights", feed.rights().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        row.put("excerpt", terms.excerpt());
        row.put("licence", terms.licence());
        row.put("credit", terms.credit());
        if (parent.galley.json) {
            parent.galley.terminal.json(row);
        } else {
            row.forEach((name, value) -> parent.galley.terminal.out.println(name + "\t" + value));
        }
    }
}
