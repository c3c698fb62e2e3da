package dev.kenshin.source.http;

import java.time.Duration;

/** Waits; tests put one in its place that only takes notes. */
@FunctionalInterface
public interface Pause {

    /**
     * Comes back when that time has passed.
     *
     * @throws InterruptedException if the run is asked to stop meanwhile
     */
    void await(Duration length) throws InterruptedException;
}
