package galley.screen.stories;

import galley.screen.common.Mark;
import galley.signoff.Status;

/// The shape that stands for a status.
public final class Marks {

    private Marks() {}

    public static Mark of(Status status) {
        return switch (status) {
            case DRAFT -> Mark.DRAFT;
            case SENT_BACK -> Mark.SENT_BACK;
            case AWAITING_REVIEW -> Mark.AWAITING;
            case LAPSED -> Mark.LAPSED;
            case READY -> Mark.READY;
            case PUBLISHED -> Mark.PUBLISHED;
            case SPIKED -> Mark.SPIKED;
            case KILLED -> Mark.KILLED;
        };
    }
}
