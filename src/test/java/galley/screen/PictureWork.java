package galley.screen;

import galley.work.Cancel;
import galley.work.ImmediateWork;
import galley.work.Progress;
import galley.work.Work;
import java.util.function.Consumer;

/// Does everything at once, and lets nothing fade: what is said in passing stays for the picture.
public final class PictureWork implements Work {

    private static final long SOON = 1_000;

    private final ImmediateWork now = new ImmediateWork();

    @Override
    public <T> Job start(String name, Slow<T> slow, Consumer<T> then, Consumer<Throwable> trouble) {
        return now.start(name, slow, then, trouble);
    }

    @Override
    public <T> Job start(String name, Slow<T> slow, Progress.Watcher watcher, Consumer<T> then, Consumer<Throwable> trouble) {
        return now.start(name, slow, watcher, then, trouble);
    }

    @Override
    public Cancel after(long millis, Runnable later) {
        return millis < SOON ? now.after(millis, later) : new Cancel();
    }

    @Override
    public void onHome(Runnable task) {
        task.run();
    }
}
