package galley.screen.common;

import galley.signoff.AuditEntry;
import galley.story.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Lines of the audit log in plain words: "Rosa Lind signed “edited”".
public final class AuditWords {

    /// Acts that belong together, for whoever looks for one.
    public enum Kind {
        ALL("Everything", Set.of()),
        SIGNATURES("Signatures", Set.of("sign edited", "sign reviewed", "sign board", "send back", "lift", "acknowledge")),
        TEXT("Text", Set.of("take", "begin", "revise", "restore revision", "note source")),
        COMMENTS("Comments and suggestions", Set.of("comment", "answer", "resolved", "opened-again", "open again", "suggest", "accepted", "rejected")),
        PUBLISHING("Publishing", Set.of("export", "emergency export", "correction", "update", "clarification", "kill", "pin", "hide from trending", "leave to trending")),
        HOLDS("Holds, embargoes, spikes", Set.of("hold", "release", "legal hold", "legal release", "embargo", "spike", "restore", "assign")),
        PEOPLE("People and keys", Set.of("enrol", "enrol newsroom", "grant", "new key", "end key", "bring key back", "leave", "state board"));

        private final String title;
        private final Set<String> actions;

        Kind(String title, Set<String> actions) {
            this.title = title;
            this.actions = actions;
        }

        public String title() {
            return title;
        }

        /// The verbs of the log; empty for all.
        public Set<String> actions() {
            return actions;
        }
    }

    private final Function<UUID, String> nameOf;
    private final Times times;

    public AuditWords(Function<UUID, String> nameOf, Times times) {
        this.nameOf = nameOf;
        this.times = times;
    }

    /// Who did it; "Galley" for what nobody asked for.
    public String who(AuditEntry entry) {
        return entry.person() == null ? "Galley" : nameOf.apply(entry.person());
    }

    /// What they did, to stand behind their name: "signed “edited”".
    public String what(AuditEntry entry) {
        var detail = Json.MAPPER.readTree(entry.detail());
        var reason = quoted(detail, "reason");
        return switch (entry.action()) {
            case "take" -> "took the story from the wire";
            case "begin" -> "began the story";
            case "revise" -> switch (text(detail, "why")) {
                case "SIGNED" -> "wrote the words that were signed then";
                case "HANDED_OVER" -> "wrote the words that were kept when somebody else went on";
                case "RESTORED" -> "put older words back";
                default -> "kept a revision";
            };
            case "restore revision" -> "put an older revision back";
            case "sign edited" -> "signed “edited”";
            case "sign reviewed" -> "signed “reviewed”";
            case "sign board" -> "signed for the editorial board";
            case "send back" -> "sent the story back" + reason;
            case "lift" -> "lifted “changes wanted”";
            case "correction" -> "told readers of a correction" + reason;
            case "update" -> "told readers of an update" + reason;
            case "clarification" -> "told readers of a clarification" + reason;
            case "kill" -> "withdrew the story after publication" + reason;
            case "note source" -> "saw what the source changed";
            case "export" -> "published " + text(detail, "url");
            case "emergency export" -> "published before the second review" + reason;
            case "comment" -> "commented" + quoted(detail, "words");
            case "answer" -> "answered a comment" + quoted(detail, "words");
            case "resolved" -> "resolved a comment";
            case "open again" -> "opened a comment again";
            case "suggest" -> "suggested that “" + text(detail, "from") + "” become “" + text(detail, "to") + "”";
            case "accepted" -> "took a suggestion in";
            case "rejected" -> "turned a suggestion down";
            case "acknowledge" -> "let a warning stand" + quoted(detail, "words");
            case "assign" -> assigned(detail);
            case "hold" -> "put the story on hold" + reason;
            case "release" -> "released the hold";
            case "legal hold" -> "put the story on legal hold" + reason;
            case "legal release" -> "released the legal hold";
            case "embargo" -> embargo(text(detail, "reason"));
            case "spike" -> "spiked the story" + reason;
            case "restore" -> "brought the story back from the spike";
            case "pin" -> "pinned the story to the trending list";
            case "hide from trending" -> "hid the story from the trending list";
            case "leave to trending" -> "left the story to the trending list's own rule";
            case "enrol" -> "enrolled " + text(detail, "name");
            case "enrol newsroom" -> "made the newsroom's own key";
            case "grant" -> "gave " + person(detail) + " roles and credits: " + listed(detail, "roles") + (detail.path("credits").isEmpty() ? "" : "; signs as " + listed(detail, "credits"));
            case "new key" -> "vouched for a new key of " + person(detail);
            case "end key" -> (text(detail, "why").equals("lost") ? "ended a lost key of " : "ended the key of ") + person(detail) + when(text(detail, "at"), entry.at());
            case "bring key back" -> "put their own key file back";
            case "leave" -> "noted that " + person(detail) + " has left";
            case "state board" -> detail.path("quorum").asInt() == 0 ? "stated that there is no editorial board"
                    : "stated that " + detail.path("quorum").asInt() + " of the board must sign" + (detail.path("seniorsAreTheBoard").asBoolean() ? ", and that the senior editors are the board" : "");
            case "put back" -> "put the newsroom back from the copy " + text(detail, "copy");
            default -> entry.action() + (detail.isEmpty() ? "" : ": " + entry.detail());
        };
    }

    private String embargo(String reason) {
        if (reason.isEmpty()) {
            return "lifted the embargo";
        }
        try {
            return "set an embargo until " + times.at(Instant.parse(reason));
        } catch (DateTimeParseException said) {
            return "kept the embargo: " + reason;
        }
    }

    private String assigned(JsonNode detail) {
        var parts = new ArrayList<String>();
        detail.properties().forEach(member -> parts.add(member.getKey() + " " + (member.getKey().equals("to") || member.getKey().equals("person") ? name(member.getValue().asString()) : member.getValue().asString())));
        return parts.isEmpty() ? "took the assignment back" : "assigned the story: " + String.join(", ", parts);
    }

    private String when(String at, Instant said) {
        try {
            var time = Instant.parse(at);
            return time.isAfter(said.plusSeconds(60)) ? ", from " + times.at(time) + " on" : "";
        } catch (DateTimeParseException unsaid) {
            return "";
        }
    }

    private String person(JsonNode detail) {
        return name(text(detail, "person"));
    }

    private String name(String id) {
        try {
            return nameOf.apply(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return id;
        }
    }

    private static String listed(JsonNode detail, String member) {
        List<String> all = new ArrayList<>();
        detail.path(member).forEach(each -> all.add(each.asString()));
        return String.join(", ", all);
    }

    private static String text(JsonNode detail, String member) {
        return detail.path(member).asString("");
    }

    private static String quoted(JsonNode detail, String member) {
        var words = text(detail, member);
        return words.isEmpty() ? "" : ": “" + words + "”";
    }
}
