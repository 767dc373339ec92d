package galley.screen.editor;

import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.story.Evidence;
import galley.story.StoryText;
import galley.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One piece of evidence being written down: where it is, what it says, and which sentence of the story it supports.
final class EvidenceForm {

    private record Copy(String title, String hash) {}

    private final EditorViewModel model;
    private final Work work;
    private final Elsewhere elsewhere;
    private final @Nullable Evidence before;
    private final StringProperty url = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final ObjectProperty<Evidence.Kind> kind = new SimpleObjectProperty<>(Evidence.Kind.PRIMARY);
    private final StringProperty passage = new SimpleStringProperty("");
    private final StringProperty supports = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper copy = new ReadOnlyStringWrapper("No copy is kept yet.");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>();
    private @Nullable Instant fetchedAt;
    private @Nullable String copyHash;

    /// @param before the evidence to change; null for a new piece
    EvidenceForm(EditorViewModel model, Work work, Elsewhere elsewhere, @Nullable Evidence before) {
        this.model = model;
        this.work = work;
        this.elsewhere = elsewhere;
        this.before = before;
        if (before != null) {
            url.set(before.url());
            title.set(before.title());
            kind.set(before.kind());
            passage.set(before.passage());
            supports.set(before.supports());
            kept(before.fetchedAt(), before.copyHash());
        }
        url.addListener((_, _, now) -> {
            // A copy is of one address.
            kept(before != null && before.url().equals(now.strip()) ? before.fetchedAt() : null,
                    before != null && before.url().equals(now.strip()) ? before.copyHash() : null);
            look();
        });
        title.addListener((_, _, _) -> look());
        look();
    }

    StringProperty urlProperty() {
        return url;
    }

    StringProperty titleProperty() {
        return title;
    }

    ObjectProperty<Evidence.Kind> kindProperty() {
        return kind;
    }

    StringProperty passageProperty() {
        return passage;
    }

    StringProperty supportsProperty() {
        return supports;
    }

    /// What is known of the kept copy, in words.
    ReadOnlyStringProperty copyProperty() {
        return copy.getReadOnlyProperty();
    }

    /// What it still needs before it can be written down; empty when nothing.
    ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable Notice> problemProperty() {
        return problem;
    }

    /// The sentences it can support: standfirst and text as they stand.
    List<String> sentences() {
        var now = model.aroundProperty().get();
        var sentences = new ArrayList<String>();
        if (now != null) {
            if (!now.file().text().standfirst().isBlank()) {
                sentences.add(now.file().text().standfirst().strip());
            }
            now.sentences().forEach(s -> sentences.add(s.text()));
        }
        return sentences;
    }

    /// Fetches a copy and keeps it, hashed, so that what was read can be shown later.
    void fetch() {
        var address = url.get().strip();
        if (address.isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(null);
        work.start("fetch evidence", (_, _) -> {
            var found = elsewhere.get(address, null);
            return new Copy(found.title(), model.desk().assets().keep(found.mediaType(), found.bytes()));
        }, brought -> {
            busy.set(false);
            if (url.get().strip().equals(address)) {
                kept(model.desk().times().now(), brought.hash());
                if (title.get().isBlank()) {
                    title.set(brought.title());
                }
            }
        }, fault -> {
            busy.set(false);
            problem.set(TroubleLog.tell("fetching the document", fault));
        });
    }

    private void kept(@Nullable Instant at, @Nullable String hash) {
        fetchedAt = at;
        copyHash = hash;
        copy.set(at == null || hash == null ? "No copy is kept yet." : "A copy is kept since " + model.desk().times().at(at) + ".");
    }

    private void look() {
        missing.set(!url.get().strip().matches("(?i)https?://\\S+\\.?\\S+") ? "needs a web address" : title.get().isBlank() ? "needs a title" : "");
    }

    /// Writes it down, as a change that can be taken back.
    ///
    /// @return whether it was complete
    boolean keep() {
        if (!missing.get().isEmpty()) {
            return false;
        }
        var now = new Evidence(url.get().strip(), title.get().strip(), kind.get(), fetchedAt, copyHash, passage.get().strip(), supports.get().strip());
        model.change(before == null ? "Evidence added" : "Evidence changed", before == null ? with(now) : replaced(before, now),
                before == null ? without(now) : replaced(now, before));
        return true;
    }

    static void remove(EditorViewModel model, Evidence evidence) {
        var before = model.text().evidence();
        model.change("Evidence taken out", without(evidence), text -> text.withEvidence(before));
    }

    private static UnaryOperator<StoryText> with(Evidence evidence) {
        return text -> {
            var all = new ArrayList<>(text.evidence());
            all.add(evidence);
            return text.withEvidence(all);
        };
    }

    private static UnaryOperator<StoryText> without(Evidence evidence) {
        return text -> text.withEvidence(text.evidence().stream().filter(e -> !e.equals(evidence)).toList());
    }

    private static UnaryOperator<StoryText> replaced(Evidence old, Evidence now) {
        return text -> text.withEvidence(text.evidence().stream().map(e -> e.equals(old) ? now : e).toList());
    }
}
