package dev.kenshin.reliability;

import java.time.Duration;

/**
 * The run stands still for a while, as when its machine is suspended.
 *
 * @param delay after the start
 * @param length of the pause
 */
record Suspension(Duration delay, Duration length) implements Fault {
    @Override
    public String name() {
        return "SIGSTOP at a random time, then SIGCONT";
    }

    @Override
    public String detail() {
        return "after " + delay.toMillis() + " ms for " + length.toMillis() + " ms";
    }

    @Override
    public boolean strike(Round round) throws Exception {
        try (Run run = round.start()) {
            boolean atWork = run.goesOnFor(delay);
            run.pause();
            run.goesOnFor(length);
            run.resume();
            round.expectExit(run, 0);
            return atWork;
        }
    }
}
