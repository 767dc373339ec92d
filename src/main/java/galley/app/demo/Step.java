package galley.app.demo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that happens on the sample news day. `refused` marks a step that the rules must not allow.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({@Type(value = Step.Pull.class, name = "pull"), @Type(value = Step.Take.class, name = "take"),
        @Type(value = Step.Edit.class, name = "edit"), @Type(value = Step.SignEdited.class, name = "sign-edited"),
        @Type(value = Step.SignReviewed.class, name = "sign-reviewed"), @Type(value = Step.SendBack.class, name = "send-back"),
        @Type(value = Step.Lift.class, name = "lift"), @Type(value = Step.Hold.class, name = "hold"),
        @Type(value = Step.LegalHold.class, name = "legal-hold"), @Type(value = Step.Embargo.class, name = "embargo"),
        @Type(value = Step.Spike.class, name = "spike"), @Type(value = Step.Export.class, name = "export"),
        @Type(value = Step.Verify.class, name = "verify"),
        @Type(value = Step.Acknowledge.class, name = "acknowledge"), @Type(value = Step.Comment.class, name = "comment"),
        @Type(value = Step.Answer.class, name = "answer"), @Type(value = Step.Resolve.class, name = "resolve"),
        @Type(value = Step.Suggest.class, name = "suggest"), @Type(value = Step.Assign.class, name = "assign"),
        @Type(value = Step.SignBoard.class, name = "sign-board"), @Type(value = Step.EmergencyExport.class, name = "emergency-export")})
public sealed interface Step {

    Instant at();

    /// The feeds are read. `edition` is null for the day's, `evening` for the evening's documents.
    record Pull(Instant at, List<String> feeds, @Nullable String edition) implements Step {}

    record Take(Instant at, String who, String story) implements Step {}

    /// Somebody types; the words are saved on the way, as autosave does. `version` is null for the words in the end.
    record Edit(Instant at, String who, String story, @Nullable String version) implements Step {}

    /// `printed` is the credit signed under, null for the person's own name.
    record SignEdited(Instant at, String who, String story, @Nullable String printed, boolean refused) implements Step {}

    record SignReviewed(Instant at, String who, String story, @Nullable String printed, boolean refused) implements Step {}

    record SendBack(Instant at, String who, String story, String reason) implements Step {}

    record Lift(Instant at, String who, String story) implements Step {}

    record Hold(Instant at, String who, String story, String reason) implements Step {}

    record LegalHold(Instant at, String who, String story, String reason) implements Step {}

    record Embargo(Instant at, String who, String story, Instant until) implements Step {}

    record Spike(Instant at, String who, String story, String reason) implements Step {}

    record Export(Instant at, String who, List<String> stories, boolean refused) implements Step {}

    /// Somebody lets a warning stand.
    record Acknowledge(Instant at, String who, String story, String finding) implements Step {}

    /// Somebody says something about words of a story. `key` is the name by which later steps answer.
    record Comment(Instant at, String who, String story, String on, String words, String key) implements Step {}

    record Answer(Instant at, String who, String comment, String words) implements Step {}

    record Resolve(Instant at, String who, String comment) implements Step {}

    record Suggest(Instant at, String who, String story, String on, String becomes, String reason) implements Step {}

    /// `to` is null for nobody in particular.
    record Assign(Instant at, String who, String story, @Nullable String to, String priority, Instant due) implements Step {}

    record SignBoard(Instant at, String who, String story) implements Step {}

    /// A story is printed before its second review.
    record EmergencyExport(Instant at, String who, String story, String reason) implements Step {}

    /// Every exported page is checked.
    record Verify(Instant at) implements Step {}
}
