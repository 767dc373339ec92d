package galley.work;

import java.util.function.Consumer;

/// Runs what is slow away from the window and brings the answer back to it.
/// A fault is caught here once, logged, and told.
public interface Work {

    /// Something slow. It may report progress and should ask whether to stop.
    @FunctionalInterface
    interface Slow<T> {
        T run(Progress.Watcher watcher, Cancel cancel) throws Exception;
    }

    /// A job under way.
    record Job(String name, Cancel cancel) {}

    /// Starts `slow`; `then` and `trouble` are called on the caller's home thread (the window's), at most one of them.
    <T> Job start(String name, Slow<T> slow, Consumer<T> then, Consumer<Throwable> trouble);

    /// Starts `slow` with progress told on the home thread.
    <T> Job start(String name, Slow<T> slow, Progress.Watcher watcher, Consumer<T> then, Consumer<Throwable> trouble);

    /// Runs `later` on the home thread after a delay, unless the returned cancel is wished.
    Cancel after(long millis, Runnable later);

    /// Runs on the home thread as soon as it is free.
    void onHome(Runnable task);
}
