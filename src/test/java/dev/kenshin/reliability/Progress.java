package dev.kenshin.reliability;

import java.time.Duration;

/** Tells of each round as it ends, and how long the others may take. */
final class Progress {
    private int planned;
    private int played;
    private long start = System.nanoTime();

    /** More rounds are to come. */
    synchronized void planned(int more) {
        if (played == planned) {
            planned = 0;
            played = 0;
            start = System.nanoTime();
        }
        planned += more;
    }

    synchronized void played(Outcome outcome) {
        played = Math.min(played + 1, planned);
        long each = (System.nanoTime() - start) / Math.max(1, played);
        Duration rest = Duration.ofNanos(each * (planned - played));
        System.out.printf(
                "[%d/%d, %d:%02d left] %s%n", played, planned, rest.toMinutes(), rest.toSecondsPart(), outcome);
    }
}
