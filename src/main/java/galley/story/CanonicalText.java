package galley.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/// The words a signature covers: canonical form `story-text/1` (design, section 6).
///
/// @param blocks the text of each block, by part; parts without text are absent
/// @param links all link targets, part after part in the order of [Part]
/// @param pictures hashes of the pictures' bytes, in order; a page shows smaller copies, so of a page it is always empty
public record CanonicalText(Map<Part, List<String>> blocks, List<String> links, List<String> pictures) {

    public static final String FORM = "story-text/1";

    public CanonicalText {
        var ordered = new EnumMap<Part, List<String>>(Part.class);
        blocks.forEach((part, texts) -> {
            if (!texts.isEmpty()) {
                ordered.put(part, List.copyOf(texts));
            }
        });
        blocks = java.util.Collections.unmodifiableMap(ordered);
        links = List.copyOf(links);
        pictures = List.copyOf(pictures);
    }

    public static CanonicalText of(StoryText text) {
        var gather = new Gather();
        gather.plain(Part.HEADLINE, text.headline());
        gather.plain(Part.STANDFIRST, text.standfirst());
        gather.plain(Part.BYLINE, text.byline());
        gather.plain(Part.DATELINE, text.dateline());
        for (var picture : text.pictures()) {
            gather.plain(Part.IMAGE, Picture.words(BlockText.of(picture.alt())));
            gather.plain(Part.CAPTION, picture.caption());
            gather.plain(Part.CREDIT, picture.credit());
        }
        gather.html(Part.BODY, text.body());
        if (text.source() != null) {
            gather.plain(Part.SOURCE, text.source().name());
            gather.link(Part.SOURCE, text.source().url());
        }
        gather.html(Part.CONTEXT, text.context());
        gather.plain(Part.METHODOLOGY, text.methodology());
        for (var evidence : text.evidence()) {
            gather.plain(Part.EVIDENCE, evidence.title());
            gather.plain(Part.EVIDENCE, evidence.kind().words());
            gather.plain(Part.EVIDENCE, evidence.passage());
            gather.plain(Part.EVIDENCE, evidence.supports());
            gather.link(Part.EVIDENCE, evidence.url());
        }
        text.corrections().forEach(correction -> gather.plain(Part.CORRECTION, correction.printed()));
        return gather.done(text.pictures().stream().map(Picture::asset).toList());
    }

    /// What a page's article says, from a walk over it.
    public static CanonicalText of(CanonicalWalk.Found found) {
        var gather = new Gather();
        for (var part : Part.values()) {
            gather.blocks.put(part, new ArrayList<>(found.in(part.code())));
            gather.links.put(part, found.links().getOrDefault(part.code(), List.of()));
        }
        return gather.done(List.of());
    }

    /// SHA-256 of each block, base64url, by part code in order: what the signed statement lists.
    public Map<String, List<String>> digests() {
        var digests = new java.util.LinkedHashMap<String, List<String>>();
        blocks.forEach((part, texts) -> digests.put(part.code(), texts.stream().map(Hash::base64Url).toList()));
        return digests;
    }

    /// One digest over everything covered, lower-case hex. Equal digests mean that a sign-off still holds.
    public String digest() {
        var all = new StringBuilder(FORM);
        digests().forEach((part, hashes) -> all.append('\n').append(part).append(' ').append(String.join(" ", hashes)));
        all.append("\nlinks");
        links.forEach(link -> all.append(' ').append(Hash.base64Url(link)));
        all.append("\npictures");
        pictures.forEach(picture -> all.append(' ').append(picture));
        return Hash.hex(all.toString());
    }

    /// The body's blocks, for measuring and comparing.
    public List<String> body() {
        return blocks.getOrDefault(Part.BODY, List.of());
    }

    private static final class Gather {
        private final Map<Part, List<String>> blocks = new EnumMap<>(Part.class);
        private final Map<Part, List<String>> links = new EnumMap<>(Part.class);

        void plain(Part part, String text) {
            var block = BlockText.of(text);
            if (!block.isEmpty()) {
                blocks.computeIfAbsent(part, p -> new ArrayList<>()).add(block);
            }
        }

        void html(Part part, String html) {
            var simple = SimpleStory.of(html, 2);
            if (simple != null) {
                if (!simple.lines().isEmpty()) {
                    blocks.computeIfAbsent(part, p -> new ArrayList<>()).addAll(simple.blocks());
                }
                if (!simple.links().isEmpty()) {
                    links.computeIfAbsent(part, p -> new ArrayList<>()).addAll(simple.links());
                }
                return;
            }
            var found = CanonicalWalk.ofMarkup(Jsoup.parseBodyFragment(html).body(), part);
            found.blocks().forEach((bucket, texts) -> Part.of(bucket)
                    .ifPresent(p -> blocks.computeIfAbsent(p, k -> new ArrayList<>()).addAll(texts)));
            found.links().forEach((bucket, addresses) -> links.computeIfAbsent(part, p -> new ArrayList<>()).addAll(addresses));
        }

        /// An address that is no web address is not printed as a link.
        void link(Part part, String address) {
            if (address.strip().matches("(?is)https?://.*")) {
                links.computeIfAbsent(part, p -> new ArrayList<>()).add(address.strip());
            }
        }

        CanonicalText done(List<String> pictures) {
            var inOrder = new ArrayList<String>();
            for (var part : Part.values()) {
                inOrder.addAll(links.getOrDefault(part, List.of()));
            }
            return new CanonicalText(blocks, inOrder, pictures);
        }
    }
}
