package dev.kenshin.reliability;

import java.time.Duration;

/** SIGKILL some time after the start. */
record RandomKill(Duration delay) implements Fault {
    @Override
    public String name() {
        return "SIGKILL at a random time";
    }

    @Override
    public String detail() {
        return "after " + delay.toMillis() + " ms";
    }

    @Override
    public boolean strike(Round round) throws Exception {
        try (Run run = round.start()) {
            boolean atWork = run.goesOnFor(delay);
            run.kill();
            return atWork;
        }
    }
}
