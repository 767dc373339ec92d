package galley.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/// A wish to stop, handed to a job that asks now and then.
public final class Cancel {

    private final AtomicBoolean wished = new AtomicBoolean();

    public void wish() {
        wished.set(true);
    }

    public boolean isWished() {
        return wished.get();
    }

    /// Leaves the job when stopping is wished.
    public void check() {
        if (isWished()) {
            throw new CancellationException("stopped");
        }
    }
}
