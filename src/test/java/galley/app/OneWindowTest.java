package galley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWindowTest {

    @TempDir
    Path newsroom;

    @Test
    void theSecondStartGoesAndCallsTheFirstToTheFront() throws Exception {
        try (var first = OneWindow.claim(newsroom).orElseThrow()) {
            var called = new CountDownLatch(1);
            first.whenCalled(called::countDown);
            assertThat(OneWindow.claim(newsroom)).isEmpty();
            assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aClosedWindowLeavesTheNewsroomFree() {
        OneWindow.claim(newsroom).orElseThrow().close();
        OneWindow.claim(newsroom).orElseThrow().close();
    }
}
