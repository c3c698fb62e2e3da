package dev.kenshin.source;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits; tests put one in its place that only takes notes. */
@FunctionalInterface
public interface Pause {

    /**
     * Comes back when that time has passed.
     *
     * @throws InterruptedException if the thread is asked to stop meanwhile
     */
    void await(Duration length) throws InterruptedException;

    /** One that really waits. */
    static Pause real() {
        return length -> {
            boolean ended = new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS);
            if (ended) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        };
    }
}
