package dev.kenshin.watch;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Figures;
import dev.kenshin.ops.Figures.SourceFigures;
import dev.kenshin.ops.Finding;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import dev.kenshin.problem.Severity;
import dev.kenshin.problem.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reports of a run for tests: as it begins, and as it ends. */
final class WatchedRun {
    static final Instant START = Instant.parse("2026-11-01T18:00:00Z");
    static final long START_SECONDS = START.getEpochSecond();

    private WatchedRun() {}

    static RunReport began(String id) {
        return began(run(id, START));
    }

    /** As old as this process, which then may be the one that runs it. */
    static RunReport goingOn(String id) {
        return began(run(id, ProcessHandle.current().info().startInstant().orElseThrow()));
    }

    private static RunReport began(RunReport.Run run) {
        return new RunReport(run, RunState.RUNNING, null, null, 3, List.of(), List.of(), List.of());
    }

    /** After 90 seconds, of which landing took 20. */
    static RunReport ended(String id, ExitCode code) {
        RunState state = code == ExitCode.DONE ? RunState.DONE : RunState.FAILED;
        StepReport before = new StepReport(
                "extract crm.accounts", RunState.DONE, START.minusSeconds(9), START.minusSeconds(8), Map.of());
        StepReport land = new StepReport(
                "land crm.accounts",
                state,
                START.plusSeconds(10),
                START.plusSeconds(30),
                Map.of("extracted", 7L, "not read again", 2L));
        Finding finding = new Finding(
                "land crm.accounts",
                Severity.WARNING,
                "KEN-L03",
                "山田花子.csv",
                Text.same("株式会社あおば is old"),
                Text.same("Look."));
        return new RunReport(
                run(id, START),
                state,
                code.code(),
                START.plusSeconds(90),
                3,
                List.of(before, land),
                List.of(finding),
                List.of(),
                figures(),
                null);
    }

    private static Figures figures() {
        SourceFigures known = new SourceFigures("crm", "accounts", true, 1L, 5L, 2);
        SourceFigures unknown = new SourceFigures("電話", "calls\"\\", false, null, null, 0);
        return new Figures(Map.of("high", 4L, "critical", 1L), 2, List.of(known, unknown));
    }

    private static RunReport.Run run(String id, Instant start) {
        LocalDate night = LocalDate.of(2026, 10, 31);
        return new RunReport.Run(
                id, "nightly", night, 1, ProcessHandle.current().pid(), start);
    }
}
