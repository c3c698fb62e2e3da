package dev.kenshin.ops;

import dev.kenshin.problem.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one run, renewed while it goes on, so that {@code kenshin status} needs no database.
 *
 * @param exitCode absent while the run goes on
 * @param stepsInAll how many steps the job has
 * @param highlights what a reader of the tables would want to know first; absent in reports of older releases
 * @param figures what the night came to; absent until it has been scored, and in reports of older releases
 * @param gates what the quality gates said; absent in reports of older releases
 */
public record RunReport(
        Run run,
        RunState state,
        @Nullable Integer exitCode,
        @Nullable Instant ended,
        int stepsInAll,
        List<StepReport> steps,
        List<Finding> findings,
        @Nullable List<Text> highlights,
        @Nullable Figures figures,
        @Nullable List<GateReport> gates) {
    /** Stands before the job's name where its snapshots were computed afterwards. */
    public static final String BACKFILL = "backfill ";

    /** Stands before the job's name where its mappings were applied to what had landed, without a night. */
    public static final String REPLAY = "replay ";

    /** A report without figures. */
    public RunReport(
            Run run,
            RunState state,
            @Nullable Integer exitCode,
            @Nullable Instant ended,
            int stepsInAll,
            List<StepReport> steps,
            List<Finding> findings,
            @Nullable List<Text> highlights) {
        this(run, state, exitCode, ended, stepsInAll, steps, findings, highlights, null, null);
    }

    /** Systems tell the start of a process by a clock of their own. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /**
     * Which run it is.
     *
     * @param id begins with the time of the start, so that ids sort by age
     * @param revision how often the as-of date has been computed, from 1
     * @param pid of the process that runs it
     */
    public record Run(String id, String job, LocalDate asOf, long revision, long pid, Instant started) {
        /** Whether snapshots were computed afterwards, instead of one by its night. */
        public boolean ofBackfill() {
            return job.startsWith(BACKFILL);
        }

        /** Whether what had landed was mapped anew, without a night. */
        public boolean ofReplay() {
            return job.startsWith(REPLAY);
        }

        boolean isOfSameNight(Run other) {
            return isOf(other.job, other.asOf, other.revision);
        }

        boolean isOf(String itsJob, LocalDate itsDate, long itsRevision) {
            return job.equals(itsJob) && asOf.equals(itsDate) && revision == itsRevision;
        }
    }

    /** The highlights; none in reports of older releases. */
    public List<Text> told() {
        return highlights == null ? List.of() : highlights;
    }

    /** Whether it published: exit code 0 or 3. */
    public boolean succeeded() {
        return exitCode != null && (exitCode == ExitCode.DONE.code() || exitCode == ExitCode.WARNINGS.code());
    }

    /** What the quality gates said; nothing in reports of older releases. */
    public List<GateReport> judged() {
        return gates == null ? List.of() : gates;
    }

    /** Whether an earlier run of the night did the step, so that this one passed over it. */
    public boolean wasDoneBefore(StepReport step) {
        return step.ended() != null && step.ended().isBefore(run.started());
    }

    /** Whether the process that wrote it is gone without having finished it. */
    public boolean killed() {
        return state == RunState.RUNNING
                && ProcessHandle.of(run.pid()).filter(this::mayBeRunning).isEmpty();
    }

    /** What it would have said at the end of its last step, had the process lived. */
    RunReport completed() {
        ExitCode code = findings.isEmpty() ? ExitCode.DONE : ExitCode.WARNINGS;
        RunState end = findings.isEmpty() ? RunState.DONE : RunState.WARNINGS;
        Instant lastStep = steps.stream()
                .map(StepReport::ended)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(run.started());
        return new RunReport(run, end, code.code(), lastStep, stepsInAll, steps, findings, highlights, figures, gates);
    }

    /** Process ids are used again: a process that began after the run is another one. */
    private boolean mayBeRunning(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .startInstant()
                        .map(began -> !began.isAfter(run.started().plus(CLOCK_TOLERANCE)))
                        .orElse(true);
    }
}
