package dev.kenshin.ops;

import dev.kenshin.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the report of the run at hand; steps that run side by side may all write to it. */
public final class RunLog {
    private final RunReports reports;
    private final RunReport.Run run;
    private final Clock clock;
    private final Consumer<RunReport> watcher;
    private final Map<String, StepReport> steps = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int stepsInAll;

    /** Starts the report of a run. {@code watcher} is told of every change; progress is shown from there. */
    public RunLog(Home home, Clock clock, RunReport.Run run, Consumer<RunReport> watcher) {
        this.reports = new RunReports(home);
        this.run = run;
        this.clock = clock;
        this.watcher = watcher;
        renew(RunState.RUNNING, null, null);
    }

    public synchronized void plan(int steps) {
        stepsInAll = steps;
    }

    public synchronized void stepStarted(String step) {
        steps.put(step, new StepReport(step, RunState.RUNNING, clock.instant(), null, Map.of()));
        renew(RunState.RUNNING, null, null);
    }

    /** A step that is done but found something is shown with warnings. */
    public synchronized void stepEnded(String step, RunState state) {
        StepReport begun = step(step);
        RunState shown = state == RunState.DONE && foundSomething(step) ? RunState.WARNINGS : state;
        steps.put(step, new StepReport(step, shown, begun.started(), clock.instant(), begun.counts()));
        renew(RunState.RUNNING, null, null);
    }

    /** Adds to a step's count, which starts at 0. */
    public synchronized void count(String step, String what, long number) {
        StepReport begun = step(step);
        Map<String, Long> counts = new LinkedHashMap<>(begun.counts());
        counts.merge(what, number, Long::sum);
        steps.put(step, new StepReport(step, begun.state(), begun.started(), begun.ended(), counts));
    }

    public synchronized void problem(String step, Problem problem) {
        findings.add(Finding.of(step, problem));
    }

    /** Everything that a person should look at, in the order in which it was found. */
    public synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    public synchronized void ended(RunState state, ExitCode exitCode) {
        renew(state, exitCode.code(), clock.instant());
    }

    private boolean foundSomething(String step) {
        return findings.stream().anyMatch(finding -> finding.step().equals(step));
    }

    private StepReport step(String name) {
        return steps.getOrDefault(name, new StepReport(name, RunState.RUNNING, clock.instant(), null, Map.of()));
    }

    private void renew(RunState state, @Nullable Integer exitCode, @Nullable Instant ended) {
        RunReport report = new RunReport(
                run, state, exitCode, ended, stepsInAll, List.copyOf(steps.values()), List.copyOf(findings));
        try {
            reports.write(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        watcher.accept(report);
    }
}
