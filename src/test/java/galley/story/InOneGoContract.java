package galley.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.desk.Settings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every database must do with several writes in one go.
public abstract class InOneGoContract {

    protected abstract InOneGo inOneGo();

    /// The simplest thing to write.
    protected abstract Settings settings();

    @Test
    public void allOfThemAreKept() {
        var answer = inOneGo().together(() -> {
            settings().choose("one", "1");
            settings().choose("two", "2");
            return settings().choice("one").orElseThrow() + settings().choice("two").orElseThrow();
        });

        assertThat(answer).as("what was written is seen by the same go").isEqualTo("12");
        assertThat(settings().choice("two")).contains("2");
    }

    @Test
    public void noneIsKeptWhenOneFails() {
        assertThatThrownBy(() -> inOneGo().together(() -> {
            settings().choose("one", "1");
            throw new IllegalStateException("the second did not work");
        })).hasMessage("the second did not work");

        assertThat(settings().choice("one")).isEmpty();
        settings().choose("one", "again");
        assertThat(settings().choice("one")).contains("again");
    }

    @Test
    public void aGoInsideAGoIsPartOfIt() {
        assertThatThrownBy(() -> inOneGo().together(() -> {
            inOneGo().together(() -> {
                settings().choose("inner", "1");
                return true;
            });
            throw new IllegalStateException("outer");
        })).hasMessage("outer");

        assertThat(settings().choice("inner")).isEmpty();
    }

    @Test
    public void nobodyElseSeesItBeforeItIsWhole() throws Exception {
        var written = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        var writer = CompletableFuture.runAsync(() -> inOneGo().together(() -> {
            settings().choose("half", "1");
            written.countDown();
            return await(looked);
        }), Thread.ofVirtual()::start);

        written.await();
        assertThat(settings().choice("half")).isEmpty();
        looked.countDown();
        writer.join();
        assertThat(settings().choice("half")).contains("1");
    }

    @Test
    public void writersQueueAndNoneIsLost() {
        settings().choose("count", "0");
        var writers = IntStream.range(0, 8).mapToObj(_ -> CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 5; i++) {
                inOneGo().together(() -> {
                    settings().choose("count", "" + (Integer.parseInt(settings().choice("count").orElseThrow()) + 1));
                    return true;
                });
            }
        }, Thread.ofVirtual()::start)).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();

        assertThat(settings().choice("count")).contains("40");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
