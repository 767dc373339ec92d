package galley.publish;

import galley.desk.Person;
import galley.signoff.AuditLog;
import galley.signoff.CopyFlow;
import galley.signoff.StoryFile;
import galley.story.Assets;
import galley.story.Evidence;
import galley.story.EvidenceChecks;
import galley.story.InOneGo;
import galley.story.SourceChanges;
import galley.story.StoryText;
import galley.story.Wire;
import galley.story.WordDiff;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which stories' sources say something else since the story was taken or the source was read: the wire item behind a story and the
/// evidence that it stands on. Nobody's copy is touched; somebody looks at the difference and notes that they have.
public final class SourceDesk {

    /// Something that a source did.
    ///
    /// @param words what happened: "The source has changed its copy."
    /// @param detail which source, and since when
    /// @param alarm whether people stand by these words already, or the passage is gone
    /// @param difference what changed, only the blocks that differ are worth showing; empty when nobody can say
    public record News(String words, String detail, boolean alarm, List<WordDiff.Block> difference) {}

    private final SourceChanges changes;
    private final EvidenceChecks checks;
    private final CopyFlow flow;
    private final Wire wire;
    private final Assets assets;
    private final AuditLog audit;
    private final InOneGo inOneGo;
    private final Clock clock;

    public SourceDesk(SourceChanges changes, EvidenceChecks checks, CopyFlow flow, Wire wire, Assets assets, AuditLog audit, InOneGo inOneGo, Clock clock) {
        this.changes = changes;
        this.checks = checks;
        this.flow = flow;
        this.wire = wire;
        this.assets = assets;
        this.audit = audit;
        this.inOneGo = inOneGo;
        this.clock = clock;
    }

    /// Stories with something that nobody has noted yet.
    public Set<UUID> open() {
        var open = new HashSet<UUID>();
        changes.open().forEach(change -> open.add(change.story()));
        for (var story : checks.open()) {
            if (!open.contains(story) && flow.file(story).filter(file -> file.story().spike() == null && !openLooks(file).isEmpty()).isPresent()) {
                open.add(story);
            }
        }
        return open;
    }

    /// What the sources of a story did, the wire first.
    public List<News> of(StoryFile file) {
        var news = new ArrayList<News>();
        changes.of(file.story().id()).filter(_ -> file.story().spike() == null).ifPresent(change -> news.add(new News(change.told(),
                change.withdrawal() != null ? "Your copy was not touched. Withdrawn items are best killed or corrected with a word to readers."
                        : "Your copy was not touched; it is made from version " + change.taken() + ", the wire is at " + change.latest() + ".",
                change.isAlarm(), SourceChanges.words(wire.versions(change.entry()), change))));
        openLooks(file).forEach(found -> news.add(new News(
                found.look().state() == EvidenceChecks.State.PASSAGE_GONE ? "The passage no longer stands in “" + found.evidence().title() + "”"
                        : "“" + found.evidence().title() + "” has changed since it was read",
                found.look().words(), found.look().state() == EvidenceChecks.State.PASSAGE_GONE, difference(found.look()))));
        return news;
    }

    private record Found(Evidence evidence, EvidenceChecks.Look look) {}

    private List<Found> openLooks(StoryFile file) {
        var looks = checks.of(file.story().id());
        return file.text().evidence().stream().flatMap(evidence -> looks.stream().filter(look -> look.isOf(evidence) && look.isOpen()).map(look -> new Found(evidence, look))).toList();
    }

    /// The last look at a piece of evidence.
    public Optional<EvidenceChecks.Look> lookAt(UUID story, Evidence evidence) {
        return checks.of(story).stream().filter(look -> look.isOf(evidence)).findFirst();
    }

    /// All looks at a story's sources.
    public List<EvidenceChecks.Look> looks(UUID story) {
        return checks.of(story);
    }

    private List<WordDiff.Block> difference(EvidenceChecks.Look look) {
        var before = copy(look.copy());
        var now = copy(look.now());
        return before.isEmpty() || now.isEmpty() ? List.of() : WordDiff.between(text(before.get()), text(now.get()));
    }

    private Optional<Assets.Asset> copy(@Nullable String hash) {
        return hash == null ? Optional.empty() : assets.asset(hash).filter(asset -> asset.mediaType().startsWith("text/"));
    }

    private static StoryText text(Assets.Asset copy) {
        return StoryText.of("", EvidenceCopy.paragraphs(copy));
    }

    /// Keeps what a look at the sources found.
    public void keep(UUID story, List<EvidenceChecks.Look> looks) {
        checks.keep(story, looks);
    }

    /// When the sources of a story were looked at last; null when never.
    public @Nullable Instant lastLook(UUID story) {
        return checks.lastLook(story);
    }

    /// Notes that somebody has seen what the sources of a story did, up to now.
    public void note(UUID story, Person by) {
        inOneGo.together(() -> {
            changes.note(story, by.id());
            checks.note(story, by.id(), clock.instant());
            return audit.append(clock.instant(), by.id(), "note source", story, "{}");
        });
    }
}
