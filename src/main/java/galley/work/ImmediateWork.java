package galley.work;

import java.util.function.Consumer;

/// Runs everything at once on the calling thread, so that tests read straight down.
public final class ImmediateWork implements Work {

    @Override
    public <T> Job start(String name, Slow<T> slow, Consumer<T> then, Consumer<Throwable> trouble) {
        return start(name, slow, Progress.Watcher.NONE, then, trouble);
    }

    @Override
    public <T> Job start(String name, Slow<T> slow, Progress.Watcher watcher, Consumer<T> then, Consumer<Throwable> trouble) {
        var cancel = new Cancel();
        T answer;
        try {
            answer = slow.run(watcher, cancel);
        } catch (Exception e) {
            trouble.accept(e);
            return new Job(name, cancel);
        }
        then.accept(answer);
        return new Job(name, cancel);
    }

    @Override
    public Cancel after(long millis, Runnable later) {
        later.run();
        return new Cancel();
    }

    @Override
    public void onHome(Runnable task) {
        task.run();
    }
}
