package dev.kenshin.source.http;

import java.time.Duration;

/** How much longer rate limits may be waited for. For several threads. */
final class WaitBudget {
    private Duration left;

    WaitBudget(Duration whole) {
        left = whole;
    }

    /** Whether there was enough left; if so it is now less. */
    synchronized boolean take(Duration wait) {
        if (wait.compareTo(left) > 0) {
            return false;
        }
        left = left.minus(wait);
        return true;
    }

    synchronized Duration left() {
        return left;
    }
}
