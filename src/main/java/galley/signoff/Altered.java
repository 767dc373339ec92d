package galley.signoff;

import galley.story.BlockText;
import galley.story.CanonicalText;
import galley.story.Hash;
import galley.story.Json;
import galley.story.Publication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds records that somebody changed behind the program's back: a revision whose text does not give its digest, a sign-off
/// whose signature does not fit its record. The file's owner can drop a trigger and edit; the signatures are what tells.
public final class Altered {

    private Altered() {}

    /// One sentence for each thing found; empty when the file is whole.
    public static List<String> in(StoryFile file, List<PublicKeyRecord> keys) {
        var found = new ArrayList<String>();
        for (var revision : file.revisions()) {
            if (!CanonicalText.of(revision.text()).digest().equals(revision.digest())) {
                found.add("The text of revision " + revision.id() + " was altered outside Galley.");
            }
        }
        Map<String, PublicKeyRecord> byKid = keys.stream().collect(Collectors.toMap(PublicKeyRecord::kid, Function.identity()));
        for (var signOff : file.signOffs()) {
            var problem = problem(signOff, file, byKid);
            if (!problem.isEmpty()) {
                found.add("The “" + signOff.meaning().code() + "” sign-off " + signOff.id() + " was altered outside Galley: " + problem);
            }
        }
        for (var publication : file.publications()) {
            var problem = problem(publication, file, byKid);
            if (!problem.isEmpty()) {
                found.add("The publication " + publication.id() + " was altered outside Galley: " + problem);
            }
        }
        return found;
    }

    /// What was printed, against the newsroom's signature over it.
    private static String problem(Publication publication, StoryFile file, Map<String, PublicKeyRecord> keys) {
        try {
            var block = Json.MAPPER.readTree(publication.signoff());
            var payload = block.path("payload").asString();
            var last = block.path("signatures").get(block.path("signatures").size() - 1);
            var jws = new Jws.Signature(last.path("protected").asString(), last.path("signature").asString());
            var header = Header.read(jws.header());
            var key = keys.get(header.kid());
            if (key == null || key.person() != null || !Jws.holds(jws, payload, key.key())) {
                return "the newsroom's signature over it does not hold.";
            }
            if (!publication.url().equals(header.url()) || header.iat() != publication.at().getEpochSecond()
                    || !publication.firstAt().toString().equals(header.published())) {
                return "it names another address or time than was signed.";
            }
            if (!areSigned(publication.claims(), header.claims())) {
                return "its generated lines are not those that were signed.";
            }
            var revision = file.revisions().stream().filter(r -> r.id().equals(publication.revision())).findFirst();
            return revision.isEmpty() || !revision.get().digest().equals(publication.digest())
                    || !Statement.of(file.story().id(), CanonicalText.of(revision.get().text())).payload().equals(payload)
                    ? "the text it printed is not the one that was signed." : "";
        } catch (RuntimeException unreadable) {
            return "it cannot be read.";
        }
    }

    /// Whether every generated line is one that was signed, and every signed one is there. A line is one block, a box has two.
    private static boolean areSigned(String claims, @Nullable Map<String, List<String>> signed) {
        var left = new ArrayList<>(signed == null ? List.of() : signed.values());
        for (var claim : Json.MAPPER.readTree(claims)) {
            var label = claim.path("label").asString();
            var words = claim.path("words").asString();
            if (!left.remove(digests((label + " " + words).strip())) && !left.remove(digests(label, words))) {
                return false;
            }
        }
        return left.isEmpty();
    }

    private static List<String> digests(String... blocks) {
        return Arrays.stream(blocks).map(b -> Hash.base64Url(BlockText.of(b))).toList();
    }

    private static String problem(SignOff signOff, StoryFile file, Map<String, PublicKeyRecord> keys) {
        var key = keys.get(signOff.kid());
        if (key == null) {
            return "its key is not enrolled.";
        }
        if (!signOff.person().equals(key.person())) {
            return "its key belongs to somebody else.";
        }
        if (!Jws.holds(signOff.jws(), signOff.payload(), key.key())) {
            return "its signature does not hold.";
        }
        Header header;
        try {
            header = Header.read(signOff.header());
        } catch (RuntimeException unreadable) {
            return "its header cannot be read.";
        }
        if (!signOff.meaning().role().equals(header.role()) || !signOff.printedAs().equals(header.name())
                || !signOff.kid().equals(header.kid()) || header.iat() != signOff.at().getEpochSecond()) {
            return "it says something else than was signed.";
        }
        var previous = file.signOffs().stream().filter(s -> s.id().equals(signOff.previous())).findFirst().map(s -> s.jws().hash());
        if (!Objects.equals(previous.orElse(null), header.prev()) || previous.isEmpty() != (signOff.previous() == null)) {
            return "it builds on another signature than was signed.";
        }
        var revision = file.revisions().stream().filter(r -> r.id().equals(signOff.revision())).findFirst();
        if (revision.isEmpty() || !revision.get().digest().equals(signOff.digest())) {
            return "it names another text than its revision's.";
        }
        if (!Statement.of(file.story().id(), CanonicalText.of(revision.get().text())).payload().equals(signOff.payload())) {
            return "the text it signed is not its revision's.";
        }
        return "";
    }
}
