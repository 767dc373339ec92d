package galley.work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work on virtual threads; answers go home through the given executor (the window passes its own).
public final class BackgroundWork implements Work, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final Consumer<Runnable> home;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("galley-clock").factory());

    public BackgroundWork(Consumer<Runnable> home) {
        this.home = home;
    }

    @Override
    public <T> Job start(String name, Slow<T> slow, Consumer<T> then, Consumer<Throwable> trouble) {
        return start(name, slow, Progress.Watcher.NONE, then, trouble);
    }

    @Override
    public <T> Job start(String name, Slow<T> slow, Progress.Watcher watcher, Consumer<T> then, Consumer<Throwable> trouble) {
        var cancel = new Cancel();
        threads.execute(() -> {
            T answer;
            try {
                answer = slow.run(progress -> home.accept(() -> watcher.see(progress)), cancel);
            } catch (Throwable fault) {
                LOG.atLevel(cancel.isWished() ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.WARN).setCause(fault).log("{} failed", name);
                home.accept(() -> trouble.accept(fault));
                return;
            }
            home.accept(() -> then.accept(answer));
        });
        return new Job(name, cancel);
    }

    @Override
    public Cancel after(long millis, Runnable later) {
        var cancel = new Cancel();
        clock.schedule(() -> home.accept(() -> {
            if (!cancel.isWished()) {
                later.run();
            }
        }), millis, TimeUnit.MILLISECONDS);
        return cancel;
    }

    @Override
    public void onHome(Runnable task) {
        home.accept(task);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdown();
    }
}
