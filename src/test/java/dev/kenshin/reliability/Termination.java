package dev.kenshin.reliability;

import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.RunState;
import java.time.Duration;
import java.util.List;

/** SIGTERM some time after the start. */
record Termination(Duration delay) implements Fault {
    private static final int TERMINATED = 143;
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    @Override
    public String name() {
        return "SIGTERM at a random time";
    }

    @Override
    public String detail() {
        return "after " + delay.toMillis() + " ms";
    }

    @Override
    public boolean strike(Round round) throws Exception {
        try (Run run = round.start()) {
            if (!run.goesOnFor(delay)) {
                return false;
            }
            long asked = System.nanoTime();
            run.terminate();
            if (run.goesOnFor(PATIENCE)) {
                round.wrong("still running " + PATIENCE.toSeconds() + " s after SIGTERM");
                run.kill();
            }
            int code = run.exitCode();
            round.measured("stop", Duration.ofNanos(System.nanoTime() - asked));
            check(code, round);
            return true;
        }
    }

    /** A run that had just ended is not stopped any more. */
    private static void check(int code, Round round) throws Exception {
        List<RunReport> last = new RunReports(round.home())
                .last(1).stream()
                        .filter(report ->
                                report.run().asOf().equals(round.scene().asOf()))
                        .toList();
        boolean complete = last.stream().anyMatch(report -> report.state() == RunState.DONE);
        if (code != TERMINATED && !(complete && code == 0)) {
            round.wrong("exit code " + code + " after SIGTERM");
        }
        if (last.stream().anyMatch(report -> report.state() != RunState.STOPPED && report.state() != RunState.DONE)) {
            round.wrong("the report says " + last.get(0).state() + " after SIGTERM");
        }
    }
}
