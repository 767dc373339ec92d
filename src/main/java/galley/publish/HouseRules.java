package galley.publish;

import galley.signoff.Finding;
import galley.signoff.Finding.Weight;
import galley.signoff.Preflight;
import galley.signoff.StoryFile;
import galley.story.BlockText;
import galley.story.Hash;
import galley.story.StoryText;
import galley.story.TextBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/// What any newsroom would want mended, or at least looked at, before a page is printed.
public final class HouseRules implements Preflight {

    /// Beyond this a headline is cut in search results and on phones.
    static final int LONG_HEADLINE = 110;

    @Override
    public List<Finding> of(StoryFile file) {
        var found = new ArrayList<Finding>();
        var text = file.text();
        headline(text, found);
        links("body", text.body(), found);
        links("context", text.context(), found);
        pictures(text, found);
        evidence(text, found);
        return List.copyOf(found);
    }

    private static void headline(StoryText text, List<Finding> found) {
        var headline = BlockText.of(text.headline());
        int length = headline.codePointCount(0, headline.length());
        if (length > LONG_HEADLINE) {
            found.add(new Finding("headline-long", Weight.WARNING, "The headline has " + length + " letters; more than " + LONG_HEADLINE
                    + " are cut in search results.", "headline", Hash.hex(headline)));
        }
    }

    /// A link that a reader's browser would run, or that leads nowhere from a page of the site.
    private static void links(String place, String html, List<Finding> found) {
        for (var link : Jsoup.parseBodyFragment(html).select("a[href]")) {
            var address = link.attr("href").strip();
            var scheme = address.toLowerCase(Locale.ROOT);
            if (!scheme.startsWith("https://") && !scheme.startsWith("http://") && !scheme.startsWith("mailto:")) {
                found.add(new Finding("link-leads-nowhere", Weight.ERROR, "The link on “" + link.text() + "” does not begin with https://, http:// or mailto:.",
                        place, Hash.hex(address)));
            }
        }
    }

    private static void pictures(StoryText text, List<Finding> found) {
        for (int i = 0; i < text.pictures().size(); i++) {
            var picture = text.pictures().get(i);
            var place = "picture " + (i + 1);
            if (BlockText.of(picture.alt()).isEmpty()) {
                found.add(new Finding("picture-without-words", Weight.WARNING, "Picture " + (i + 1) + " has no words for readers who cannot see it.", place,
                        Hash.hex(picture.asset())));
            }
            if (BlockText.of(picture.credit()).isEmpty()) {
                found.add(new Finding("picture-without-credit", Weight.WARNING, "Picture " + (i + 1) + " has no credit.", place, Hash.hex(picture.asset())));
            }
        }
    }

    /// Evidence that names a sentence which the text no longer says.
    private static void evidence(StoryText text, List<Finding> found) {
        for (int i = 0; i < text.evidence().size(); i++) {
            var evidence = text.evidence().get(i);
            var supports = BlockText.of(evidence.supports());
            if (!supports.isEmpty() && TextBlocks.of(text).stream().noneMatch(b -> BlockText.of(b.text()).contains(supports))) {
                found.add(new Finding("evidence-untied", Weight.WARNING, "The sentence that “" + evidence.title() + "” supports is not in the text any more.",
                        "evidence " + (i + 1), Hash.hex(evidence.url() + "\n" + supports)));
            }
        }
    }
}
