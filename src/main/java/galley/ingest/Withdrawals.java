package galley.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What a feed takes back in so many words: Atom's `deleted-entry` (RFC 6721), a `pubStatus` of canceled or withheld, or a note that
/// kills a story. An item that is merely not listed any more has not been taken back.
///
/// @param ref the item's guid or link, as the feed writes it
/// @param how in what way it was said
/// @param words what the source says about it; may be empty
record Withdrawals(String ref, How how, String words) {

    enum How { DELETED, CANCELED, KILL_NOTE }

    private static final Pattern TOMBSTONE = Pattern.compile("<(?:[\\w.-]+:)?deleted-entry\\b([^>]{0,4000}?)(?:/>|>(.{0,4000}?)</(?:[\\w.-]+:)?deleted-entry>)", Pattern.DOTALL);
    private static final Pattern REF = Pattern.compile("\\bref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern COMMENT = Pattern.compile("<(?:[\\w.-]+:)?comment\\b[^>]*>(.*?)</", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("<(?:[\\w.-]+:)?(item|entry)\\b.*?</(?:[\\w.-]+:)?\\1>", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("<(?:[\\w.-]+:)?pubstatus\\b[^>]*?(?:qcode\\s*=\\s*[\"'](?:stat:)?(canceled|cancelled|withheld)[\"'][^>]*>|>\\s*(?:stat:)?(canceled|cancelled|withheld)\\s*<)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("<(?:[\\w.-]+:)?(?:guid|id)\\b[^>]*>\\s*(?:<!\\[CDATA\\[)?\\s*(.*?)\\s*(?:]]>)?\\s*</", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<link\\b[^>]*>\\s*([^<\\s]+)\\s*</link>|<link\\b[^>]*\\bhref\\s*=\\s*[\"']([^\"']+)");
    private static final Pattern NOTE = Pattern.compile(
            "^\\s*(?:[\\p{Lu}]{2,}[-–: ]+)?(?:mandatory\\s+kill|bulletin\\s+kill|story\\s+kill|kill\\s+notice|kill|withdrawal|withdrawn|story\\s+withdrawn|retracted|retraction)\\s*[:–—-]+\\s*(\\S.*)$",
            Pattern.CASE_INSENSITIVE);

    /// What the document says of items that it may not even list any more.
    static List<Withdrawals> said(byte[] document) {
        var text = new String(document, StandardCharsets.UTF_8);
        var lower = text.length() < 512 ? text.toLowerCase(Locale.ROOT) : "";
        boolean tombstones = text.contains("deleted-entry");
        boolean statuses = text.contains("pubstatus") || text.contains("pubStatus") || text.contains("PubStatus") || lower.contains("pubstatus");
        if (!tombstones && !statuses) {
            return List.of();
        }
        var said = new ArrayList<Withdrawals>();
        if (text.stripLeading().startsWith("{")) {
            ofJson(text, said);
            return said;
        }
        for (var one = TOMBSTONE.matcher(text); tombstones && one.find(); ) {
            var ref = REF.matcher(one.group(1));
            if (ref.find()) {
                var comment = COMMENT.matcher(one.group(2) == null ? "" : one.group(2));
                said.add(new Withdrawals(unescaped(ref.group(1) != null ? ref.group(1) : ref.group(2)), How.DELETED, comment.find() ? Cleaner.plainText(comment.group(1)) : ""));
            }
        }
        for (var one = ITEM.matcher(text); statuses && one.find(); ) {
            var item = one.group();
            if (STATUS.matcher(item).find()) {
                var ref = ref(item);
                if (ref != null) {
                    said.add(new Withdrawals(ref, How.CANCELED, ""));
                }
            }
        }
        return said;
    }

    private static void ofJson(String text, List<Withdrawals> said) {
        try {
            for (var item : galley.story.Json.MAPPER.readTree(text).path("items")) {
                var status = item.path("pubstatus").asString(item.path("pubStatus").asString("")).toLowerCase(Locale.ROOT);
                var ref = item.path("id").asString(item.path("url").asString(""));
                if (List.of("canceled", "cancelled", "withheld").contains(status) && !ref.isEmpty()) {
                    said.add(new Withdrawals(ref, How.CANCELED, ""));
                }
            }
        } catch (JacksonException notJson) {
            said.clear();
        }
    }

    private static @Nullable String ref(String item) {
        var name = NAME.matcher(item);
        if (name.find()) {
            return unescaped(name.group(1));
        }
        var link = LINK.matcher(item);
        return !link.find() ? null : unescaped(link.group(1) != null ? link.group(1) : link.group(2));
    }

    private static String unescaped(String words) {
        return words.indexOf('&') < 0 ? words.strip() : org.jsoup.parser.Parser.unescapeEntities(words, true).strip();
    }

    /// The headline that a note kills, when a headline is such a note; null when it is none.
    static @Nullable String killed(String title) {
        var note = NOTE.matcher(title);
        return note.matches() ? note.group(1) : null;
    }

    /// Which items of the wire are meant, by what a note leaves of the headline.
    static Map<String, String> byHeadline(List<Deliveries.Ready> ready) {
        var killed = new HashMap<String, String>();
        for (var one : ready) {
            var headline = killed(one.item().title());
            if (headline != null) {
                killed.put(headline, one.item().title());
            }
        }
        return killed;
    }
}
