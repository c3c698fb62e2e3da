package dev.kenshin.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportTest {
    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void runOfALivingProcess_isNotKilled() {
        Instant now =
                ProcessHandle.current().info().startInstant().orElseThrow().plusSeconds(1);
        assertThat(report(RunState.RUNNING, SELF, now).killed()).isFalse();
    }

    @Test
    void runOfADeadProcess_wasKilled() throws Exception {
        Process dead = new ProcessBuilder(ClassPath.java().get(0), "-version").start();
        dead.waitFor();
        assertThat(report(RunState.RUNNING, dead.pid(), Instant.MAX.minusSeconds(10))
                        .killed())
                .isTrue();
    }

    @Test
    void processThatBeganLater_isAnotherOneWithTheSameNumber() {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(report(RunState.RUNNING, SELF, longAgo).killed()).isTrue();
    }

    @Test
    void runThatEnded_wasNotKilled() {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(report(RunState.FAILED, SELF, longAgo).killed()).isFalse();
    }

    @Test
    void stepDuringWhichTheClockWasSetBack_tookNoTime() {
        Instant start = Instant.parse("2026-11-01T00:00:00Z");
        StepReport step = new StepReport("score", RunState.DONE, start, start.minusSeconds(3600), Map.of());
        assertThat(step.seconds()).isZero();
    }

    private static RunReport report(RunState state, long pid, Instant started) {
        RunReport.Run run = new RunReport.Run("20261031-a", "nightly", Reports.NIGHT, 1, pid, started);
        return new RunReport(run, state, null, null, 0, List.of(), List.of(), List.of());
    }
}
