package galley.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import galley.notice.Notice;
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
import org.jspecify.annotations.Nullable;

/// The last look before a page is made of records: its words and generated lines have to be those that the signatures it will carry are
/// about. Records that somebody edited behind the program's back are not printed.
///
/// @param payload what was signed, base64url
/// @param claims the generated lines as they were published
/// @param headers what each signature says of itself, in order
record SignedWords(String payload, List<Claim> claims, List<Header> headers) {

    /// @throws Trouble when they are not
    static SignedWords checked(PublishedLine.Copy copy) {
        try {
            var read = of(copy);
            if (read.cover(copy)) {
                return read;
            }
        } catch (RuntimeException unreadable) {
            throw altered(copy, unreadable);
        }
        throw altered(copy, null);
    }

    /// Without the look: for a page that is only shown.
    ///
    /// @throws RuntimeException when the records cannot be read
    static SignedWords of(PublishedLine.Copy copy) {
        var block = Json.read(copy.signoff(), Block.class);
        return new SignedWords(block.payload(), List.of(Json.read(copy.claims(), Claim[].class)), block.signatures().stream().map(s -> Header.read(s.header())).toList());
    }

    private boolean cover(PublishedLine.Copy copy) {
        if (!Statement.of(copy.line().story(), CanonicalText.of(copy.text())).payload().equals(payload)) {
            return false;
        }
        var printed = new LinkedHashMap<String, List<String>>();
        claims.forEach(claim -> printed.put(claim.kind().code(), claim.blocks().stream().map(b -> Hash.base64Url(BlockText.of(b))).toList()));
        Map<String, List<String>> signed = headers.getLast().claims();
        return printed.equals(signed == null ? Map.of() : signed);
    }

    private static Trouble altered(PublishedLine.Copy copy, @Nullable RuntimeException cause) {
        return new Trouble(Notice.of("The records of “" + copy.text().headline() + "” (story " + copy.line().story() + ") were altered outside Galley.",
                "Its page was not written; every page in the folder is whole.", "Run “galley doctor”, and put a backup from before back."), cause);
    }

    /// The signature block as it was kept.
    private record Block(String payload, List<Signature> signatures) {

        record Signature(@JsonProperty("protected") String header) {}
    }
}
