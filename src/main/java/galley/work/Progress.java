package galley.work;

/// How far a job is, told from the job's thread.
///
/// @param total 0 when unknown
public record Progress(long done, long total, String words) {

    /// Takes progress as it comes.
    @FunctionalInterface
    public interface Watcher {
        void see(Progress progress);

        /// Nobody watches.
        Watcher NONE = progress -> {};
    }
}
