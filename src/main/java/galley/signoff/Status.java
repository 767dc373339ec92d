package galley.signoff;

import java.util.Locale;
import java.util.Optional;

/// Where a story stands. Computed from its file, never stored, so that nothing can forget to reset it.
public enum Status {
    DRAFT, SENT_BACK, AWAITING_REVIEW, LAPSED, READY, PUBLISHED, SPIKED, KILLED;

    /// The word scripts use: `awaiting-review`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Status> of(String code) {
        for (var status : values()) {
            if (status.code().equals(code.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-'))) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    public static Status of(StoryFile file) {
        return of(file.standing());
    }

    public static Status of(Standing file) {
        if (file.story().kill() != null) {
            return KILLED;
        }
        if (file.story().spike() != null) {
            return SPIKED;
        }
        if (file.digest().equals(file.published()) && !file.owesReview() && file.changesWanted().isEmpty()) {
            return PUBLISHED;
        }
        var edited = file.edited();
        var wanted = file.changesWanted();
        if (wanted.isPresent() && (edited.isEmpty() || edited.get().at().isBefore(wanted.get().at()))) {
            return SENT_BACK;
        }
        if (edited.isPresent()) {
            return file.reviewed().isPresent() && wanted.isEmpty() ? READY : AWAITING_REVIEW;
        }
        return file.lapsed().isEmpty() ? DRAFT : LAPSED;
    }
}
