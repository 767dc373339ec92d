package galley.publish;

import galley.notice.Trouble;
import galley.publish.page.Claim;
import galley.signoff.Header;
import galley.signoff.Statement;
import galley.story.BlockText;
import galley.story.CanonicalText;
import galley.story.Hash;
import galley.story.Json;
import galley.story.PublishedLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The last look before a page is made of records: its words and generated lines have to be those that the signatures it will carry are
/// about. Records that somebody edited behind the program's back are not printed.
final class SignedWords {

    private SignedWords() {}

    /// @throws Trouble when they are not
    static void check(PublishedLine.Copy copy) {
        if (!isWhole(copy)) {
            throw Trouble.of("The records of “" + copy.text().headline() + "” (story " + copy.line().story() + ") were altered outside Galley.",
                    "Its page was not written; every page in the folder is whole.", "Run “galley doctor”, and put a backup from before back.");
        }
    }

    private static boolean isWhole(PublishedLine.Copy copy) {
        try {
            var block = Json.MAPPER.readTree(copy.signoff());
            var payload = block.path("payload").asString();
            if (!Statement.of(copy.line().story(), CanonicalText.of(copy.text())).payload().equals(payload)) {
                return false;
            }
            var last = block.path("signatures").get(block.path("signatures").size() - 1);
            var printed = new LinkedHashMap<String, List<String>>();
            for (var claim : Json.read(copy.claims(), Claim[].class)) {
                printed.put(claim.kind().code(), claim.blocks().stream().map(b -> Hash.base64Url(BlockText.of(b))).toList());
            }
            Map<String, List<String>> signed = Header.read(last.path("protected").asString()).claims();
            return printed.equals(signed == null ? Map.of() : signed);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
