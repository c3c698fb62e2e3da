package dev.kenshin.source.imap;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits between two attempts. */
interface Pause {
    Pause REAL = duration -> TimeUnit.MILLISECONDS.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
