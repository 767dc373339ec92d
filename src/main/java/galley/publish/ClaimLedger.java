package galley.publish;

import galley.publish.OwnWords.Kind;
import galley.publish.page.Claim;
import galley.publish.page.PageWords;
import galley.signoff.StoryFile;
import galley.story.Assets;
import galley.story.CanonicalText;
import galley.story.Evidence;
import galley.story.Part;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WireEntry;
import galley.story.WireItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;

/// Decides every phrase of trust (design, section 5). A claim is made from a record, or it is not made: no record, no line.
public final class ClaimLedger {

    private final Wire wire;
    private final Assets assets;

    public ClaimLedger(Wire wire, Assets assets) {
        this.wire = wire;
        this.assets = assets;
    }

    /// When a page was or is published.
    ///
    /// @param first when the story was first published
    /// @param now when this page is made
    /// @param changed whether the words differ from those published before
    /// @param beforeReview whether it is printed before a second person has reviewed it
    public record Dates(Instant first, Instant now, boolean changed, boolean beforeReview) {

        public Dates(Instant first, Instant now, boolean changed) {
            this(first, now, changed, false);
        }
    }

    /// The claims that hold for the words as they stand, in the order of the page.
    public List<Claim> claims(StoryFile file, PageWords words, Dates dates) {
        var claims = new ArrayList<Claim>();
        file.standing().printedEdit().ifPresent(s -> claims.add(Claim.of(Claim.Kind.EDITED_BY, words.say("edited-by"), s.printedAs()).linkedTo("#signed-edited")));
        file.reviewed().ifPresent(s -> claims.add(Claim.of(Claim.Kind.REVIEWED_BY, words.say("reviewed-by"), s.printedAs()).linkedTo("#signed-reviewed")));
        if (file.edited().isPresent() && file.reviewed().isEmpty() && dates.beforeReview()) {
            claims.add(Claim.of(Claim.Kind.UNREVIEWED, words.say("unreviewed"), "").linkedTo("#signed-published"));
        }
        claims.add(new Claim(Claim.Kind.PUBLISHED, words.say("published"), words.dayAndTime(dates.first()), null, dates.first()));
        if (dates.changed()) {
            var told = file.text().corrections();
            var key = told.isEmpty() || told.getLast().kind() == galley.story.Correction.Kind.UPDATE ? "updated" : "corrected";
            claims.add(new Claim(Claim.Kind.MODIFIED, words.say(key), words.dayAndTime(dates.now()), null, dates.now()));
        }
        var own = new OwnWords(sources(file));
        if (isOriginalAnalysis(file.text(), own)) {
            claims.add(Claim.of(Claim.Kind.ORIGINAL_ANALYSIS, words.say("original-analysis"), "").linkedTo("#signed-published"));
        }
        if (file.isVerifiedByBoard()) {
            claims.add(Claim.of(Claim.Kind.BOARD, words.say("verified-by-board"), "").linkedTo("#signed-board"));
        }
        int primary = primarySources(file.text());
        if (primary > 0) {
            claims.add(Claim.of(Claim.Kind.PRIMARY_SOURCES, words.say("primary-sources"), words.say("primary-sources-count", primary)).linkedTo("#evidence"));
        }
        methodology(file, own, words).ifPresent(m -> claims.add(Claim.of(Claim.Kind.METHODOLOGY, words.say("methodology"), m).linkedTo("#signed-published")));
        return List.copyOf(claims);
    }

    /// The body's sentences as they stand, each measured against everything the newsroom had before it wrote.
    public List<OwnWords.Sentence> whoseWords(StoryFile file) {
        return new OwnWords(sources(file)).sentences(CanonicalText.of(file.text()).body(), Locale.forLanguageTag(file.text().language()));
    }

    /// Everything the newsroom had before it wrote: all wire versions, all passages.
    private List<OwnWords.Source> sources(StoryFile file) {
        var sources = new ArrayList<>(wireSources(file));
        file.text().evidence().forEach(e -> sources.add(new OwnWords.Source(e.title().isBlank() ? e.url() : e.title(), e.passage())));
        return sources;
    }

    private List<OwnWords.Source> wireSources(StoryFile file) {
        var sources = new ArrayList<OwnWords.Source>();
        var outlet = file.story().entry() == null ? "" : wire.entry(file.story().entry()).map(WireEntry::source).orElse("");
        for (var item : versions(file)) {
            var name = outlet + ", version " + item.version();
            sources.add(new OwnWords.Source(name, item.title()));
            sources.add(new OwnWords.Source(name, Jsoup.parseBodyFragment(item.summary()).text()));
            sources.add(new OwnWords.Source(name, Jsoup.parseBodyFragment(item.body()).text()));
        }
        return sources;
    }

    /// The sentences measured against the wire alone: what its owner's rights are about.
    List<OwnWords.Sentence> takenFromTheWire(StoryFile file) {
        return new OwnWords(wireSources(file)).sentences(CanonicalText.of(file.text()).body(), Locale.forLanguageTag(file.text().language()));
    }

    private List<WireItem> versions(StoryFile file) {
        return file.story().entry() == null ? List.of() : wire.everything(file.story().entry());
    }

    /// Every sentence of the context box is the newsroom's own.
    private static boolean isOriginalAnalysis(StoryText text, OwnWords own) {
        var blocks = CanonicalText.of(text).blocks().getOrDefault(Part.CONTEXT, List.of());
        var sentences = own.sentences(blocks, Locale.forLanguageTag(text.language()));
        return !sentences.isEmpty() && sentences.stream().allMatch(s -> s.kind() == Kind.OWN);
    }

    /// Primary evidence that is tied: a copy is kept, the passage stands in it, and the sentence it supports stands in the story.
    private int primarySources(StoryText text) {
        var said = said(text);
        return (int) text.evidence().stream().filter(e -> e.kind() == Evidence.Kind.PRIMARY && untied(e, said).isEmpty())
                .map(Evidence::url).distinct().count();
    }

    /// Why a piece of evidence is not tied to the story, in words; empty when it is.
    public String untied(Evidence evidence, StoryText text) {
        return untied(evidence, said(text));
    }

    private static List<String> said(StoryText text) {
        var blocks = CanonicalText.of(text).blocks();
        var said = new ArrayList<String>();
        for (var part : List.of(Part.STANDFIRST, Part.BODY, Part.CONTEXT)) {
            said.addAll(blocks.getOrDefault(part, List.of()));
        }
        return said;
    }

    private String untied(Evidence evidence, List<String> said) {
        var supports = galley.story.BlockText.of(evidence.supports());
        var passage = galley.story.BlockText.of(evidence.passage());
        if (evidence.copyHash() == null) {
            return "No copy of it is kept.";
        }
        if (passage.isEmpty()) {
            return "No passage is quoted from it.";
        }
        if (supports.isEmpty()) {
            return "It supports no sentence yet.";
        }
        if (said.stream().noneMatch(b -> b.contains(supports))) {
            return "The sentence it supports does not stand in the text.";
        }
        var copy = assets.asset(evidence.copyHash());
        if (copy.isEmpty()) {
            return "The kept copy is missing.";
        }
        return copy.filter(c -> EvidenceCopy.holds(c, passage)).isPresent() ? ""
                : "The passage does not stand in the kept copy.";
    }

    /// What was done, in sentences made from the records. Nothing is said of a text that two people have not signed.
    private Optional<String> methodology(StoryFile file, OwnWords own, PageWords words) {
        var edited = file.standing().printedEdit();
        var reviewed = file.reviewed();
        if (edited.isEmpty() || reviewed.isEmpty()) {
            return Optional.empty();
        }
        var said = new ArrayList<String>();
        var source = file.text().source();
        var versions = versions(file);
        if (source != null && !versions.isEmpty()) {
            said.add(words.say("methodology-based", source.name(), words.dayAndTime(versions.getFirst().fetched())));
            var sentences = own.sentences(CanonicalText.of(file.text()).body(), Locale.forLanguageTag(file.text().language()));
            said.add(words.say("methodology-share", OwnWords.share(sentences, Kind.OWN), OwnWords.share(sentences, Kind.VERBATIM)));
        } else if (source == null) {
            said.add(words.say("methodology-own"));
        }
        if (!file.text().evidence().isEmpty()) {
            said.add(words.say("methodology-evidence", file.text().evidence().size(), primarySources(file.text())));
        }
        said.add(words.say("methodology-signed", edited.get().printedAs(), words.dayAndTime(edited.get().at()), reviewed.get().printedAs(),
                words.dayAndTime(reviewed.get().at())));
        return Optional.of(String.join(" ", said));
    }
}
