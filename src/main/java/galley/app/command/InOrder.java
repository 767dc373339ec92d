package galley.app.command;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Works through many documents side by side and gives the answers in the order of the questions. Only so many are in hand at once,
/// so that thousands of files need no more memory than a few.
final class InOrder {

    private static final int IN_HAND = 4 * Math.max(2, Runtime.getRuntime().availableProcessors());

    private InOrder() {}

    static <A, B> void each(List<A> questions, Function<A, B> work, Consumer<B> then) {
        var asked = new ArrayDeque<Future<B>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var question : questions) {
                asked.add(threads.submit(() -> work.apply(question)));
                if (asked.size() >= IN_HAND) {
                    then.accept(answer(asked.remove()));
                }
            }
            while (!asked.isEmpty()) {
                then.accept(answer(asked.remove()));
            }
        }
    }

    private static <B> B answer(Future<B> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Stopped.");
        }
    }
}
