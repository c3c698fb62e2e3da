package dev.kenshin.ops;

import dev.kenshin.gate.Judgement;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the report of the run at hand; steps that run side by side may all write to it. The report is for people: that it
 * cannot be written, most often because the disk is full, stops no run.
 */
public final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final Home home;
    private final Optional<RunReports> reports;
    private final RunReport.Run run;
    private final Clock clock;
    private final Consumer<RunReport> watcher;
    private final Map<String, StepReport> steps = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<GateReport> gates = new ArrayList<>();
    private List<Text> highlights = List.of();
    private @Nullable Figures figures;
    private int stepsInAll;

    /** Starts the report of a run. {@code watcher} is told of every change; progress is shown from there. */
    public RunLog(Home home, Clock clock, RunReport.Run run, Consumer<RunReport> watcher) {
        this(home, Optional.of(new RunReports(home)), clock, run, watcher);
    }

    private RunLog(
            Home home, Optional<RunReports> reports, Clock clock, RunReport.Run run, Consumer<RunReport> watcher) {
        this.home = home;
        this.reports = reports;
        this.run = run;
        this.clock = clock;
        this.watcher = watcher;
        renew(RunState.RUNNING, null, null);
    }

    /** A log of a run that leaves nothing behind. */
    public static RunLog unkept(Home home, Clock clock, RunReport.Run run) {
        return unkept(home, clock, run, report -> {});
    }

    /** Such a log that a {@code watcher} is told of. */
    public static RunLog unkept(Home home, Clock clock, RunReport.Run run, Consumer<RunReport> watcher) {
        return new RunLog(home, Optional.empty(), clock, run, watcher);
    }

    /** Says how many steps the run has in all. */
    public synchronized void plan(int steps) {
        stepsInAll = steps;
    }

    /** Takes over what the run before said of the steps of this night that were {@code done} then. */
    public synchronized void goOn(Predicate<String> done) throws IOException {
        Optional<RunReport> before = reports.isPresent() ? reports.get().before(run) : Optional.empty();
        before.ifPresent(earlier -> {
            highlights = earlier.told();
            figures = earlier.figures();
            earlier.steps().stream()
                    .filter(step -> step.ended() != null && done.test(step.name()))
                    .forEach(step -> steps.put(step.name(), step));
            earlier.findings().stream()
                    .filter(finding -> done.test(finding.step()))
                    .forEach(findings::add);
            earlier.judged().stream().filter(gate -> done.test(gate.step())).forEach(gates::add);
        });
        renew(RunState.RUNNING, null, null);
    }

    /**
     * Adds steps that earlier runs did although no report tells of them: the disk was full, or the process was killed just
     * then. How long they took, and what they counted, nobody knows any more.
     */
    public synchronized void doneUntold(List<String> done) {
        Instant before = run.started().minusMillis(1);
        done.forEach(step -> steps.putIfAbsent(step, new StepReport(step, RunState.DONE, before, before, Map.of())));
        renew(RunState.RUNNING, null, null);
    }

    /** The home that the run works in. */
    public Home home() {
        return home;
    }

    /** Where the log of the run is, for those who want to know more than the report says. */
    public Path file() {
        return home.logFile(run.id());
    }

    /** Begins a step, or begins it anew: what was said of it before is forgotten. */
    public synchronized void stepStarted(String step) {
        findings.removeIf(finding -> finding.step().equals(step));
        gates.removeIf(gate -> gate.step().equals(step));
        steps.put(
                step,
                new StepReport(
                        step,
                        RunState.RUNNING,
                        clock.instant(),
                        null,
                        step(step).counts()));
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

    /** Notes a problem; the same one counts once, however often it is met. */
    public synchronized void problem(String step, Problem problem) {
        Finding found = Finding.of(step, problem);
        if (findings.stream().noneMatch(found::saysTheSameAs)) {
            findings.add(found);
        }
    }

    /** Notes what the quality gates said in a step, in place of what they said before. */
    public synchronized void gates(String step, List<Judgement> judgements) {
        gates.removeIf(gate -> gate.step().equals(step));
        judgements.forEach(judgement -> gates.add(GateReport.of(step, judgement)));
    }

    /** What a reader of the tables would want to know first, in place of what was told before. */
    public synchronized void highlights(List<Text> words) {
        highlights = List.copyOf(words);
    }

    /** What the night came to. */
    public synchronized void figures(Figures found) {
        figures = found;
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
                run,
                state,
                exitCode,
                ended,
                stepsInAll,
                List.copyOf(steps.values()),
                List.copyOf(findings),
                highlights,
                figures,
                List.copyOf(gates));
        try {
            if (reports.isPresent()) {
                reports.get().write(report);
            }
        } catch (IOException e) {
            LOG.warn("The report of the run cannot be written.", e);
        }
        watcher.accept(report);
    }
}
