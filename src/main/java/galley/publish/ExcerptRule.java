package galley.publish;

import galley.signoff.Finding;
import galley.signoff.Finding.Weight;
import galley.signoff.Preflight;
import galley.signoff.StoryFile;
import galley.story.CanonicalText;
import galley.story.Hash;
import galley.story.Wire;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jsoup.Jsoup;

/// Some outlets let no more than so many of their words be printed. What a story holds of them is measured as the claim ledger
/// measures it: sentence by sentence against every version the wire delivered.
public final class ExcerptRule implements Preflight {

    private final ToIntFunction<UUID> allowed;
    private final Wire wire;

    /// @param allowed how many words the feed behind a wire entry allows; 0 for no limit
    public ExcerptRule(ToIntFunction<UUID> allowed, Wire wire) {
        this.allowed = allowed;
        this.wire = wire;
    }

    @Override
    public List<Finding> of(StoryFile file) {
        var entry = file.story().entry();
        int most = entry == null ? 0 : allowed.applyAsInt(entry);
        if (most == 0) {
            return List.of();
        }
        var sources = wire.versions(entry).stream()
                .map(item -> new OwnWords.Source("version " + item.version(), Jsoup.parseBodyFragment(item.summary() + " " + item.body()).text())).toList();
        var body = CanonicalText.of(file.text()).body();
        int taken = new OwnWords(sources).sentences(body, Locale.forLanguageTag(file.text().language())).stream()
                .filter(sentence -> sentence.kind() == OwnWords.Kind.VERBATIM).mapToInt(OwnWords.Sentence::words).sum();
        return taken <= most ? List.of() : List.of(new Finding("excerpt-long", Weight.ERROR, "The text holds " + taken + " words as the wire has them; its feed allows "
                + most + ".", "body", Hash.hex(String.join("\n", body))));
    }
}
