package dev.kenshin.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** So many calls within so long; those that were refused do not count. */
final class RateLimit {
    private final int calls;
    private final Duration within;
    private final Clock clock;
    private final Deque<Instant> taken = new ArrayDeque<>();

    RateLimit(int calls, Duration within, Clock clock) {
        this.calls = calls;
        this.within = within;
        this.clock = clock;
    }

    /** Empty where the call may pass; otherwise the whole seconds until one may again, at least 1. */
    synchronized Optional<Long> secondsToWait() {
        Instant now = clock.instant();
        while (!taken.isEmpty() && !taken.getFirst().plus(within).isAfter(now)) {
            taken.removeFirst();
        }
        if (taken.size() < calls) {
            taken.addLast(now);
            return Optional.empty();
        }
        Duration left = Duration.between(now, taken.getFirst().plus(within));
        return Optional.of(Math.max(1, left.plusMillis(999).toSeconds()));
    }

    int calls() {
        return calls;
    }

    /** How many calls have passed that still count. */
    synchronized int taken() {
        return taken.size();
    }

    /** When the first of them ends to count; now, where there is none. */
    synchronized Instant reset() {
        return taken.isEmpty() ? clock.instant() : taken.getFirst().plus(within);
    }
}
