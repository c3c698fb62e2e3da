package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class StoppablePauseTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final CountDownLatch waiting = new CountDownLatch(1);
    private final StoppablePause pause = new StoppablePause(length -> {
        waiting.countDown();
        new CountDownLatch(1).await();
    });

    @Test
    void stop_endsWaits_andThoseThatBeginLater() throws Exception {
        FutureTask<Boolean> interrupted = new FutureTask<>(() -> {
            assertThatThrownBy(() -> pause.await(LONG)).isInstanceOf(InterruptedException.class);
            return Thread.currentThread().isInterrupted();
        });
        new Thread(interrupted).start();
        waiting.await();
        pause.stop();
        assertThat(interrupted.get()).isFalse();
        assertThatThrownBy(() -> pause.await(LONG)).isInstanceOf(InterruptedException.class);
    }
}
