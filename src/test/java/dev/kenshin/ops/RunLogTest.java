package dev.kenshin.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private final List<RunReport> watched = new ArrayList<>();
    private Home home;

    @BeforeEach
    void atAnEmptyHome(@TempDir Path directory) {
        home = new Home(directory);
    }

    @Test
    void newRun_isReportedAtOnce() throws Exception {
        log("20261031-a");
        assertThat(last().state()).isEqualTo(RunState.RUNNING);
        assertThat(last().exitCode()).isNull();
    }

    @Test
    void counts_addUp() throws Exception {
        RunLog log = log("20261031-a");
        log.stepStarted("map account");
        log.count("map account", "mapped", 3);
        log.count("map account", "mapped", 4);
        log.stepEnded("map account", RunState.DONE);
        assertThat(last().steps()).singleElement().satisfies(step -> {
            assertThat(step.counts()).isEqualTo(Map.of("mapped", 7L));
            assertThat(step.state()).isEqualTo(RunState.DONE);
        });
    }

    @Test
    void stepThatFoundSomething_isShownWithWarnings() throws Exception {
        RunLog log = log("20261031-a");
        log.stepStarted("land crm.accounts");
        log.problem("land crm.accounts", Reports.problem("crm.accounts"));
        log.stepEnded("land crm.accounts", RunState.DONE);
        assertThat(last().steps().get(0).state()).isEqualTo(RunState.WARNINGS);
    }

    @Test
    void stepThatFailed_isShownAsFailedWhateverItFound() throws Exception {
        RunLog log = log("20261031-a");
        log.stepStarted("land crm.accounts");
        log.problem("land crm.accounts", Reports.problem("crm.accounts"));
        log.stepEnded("land crm.accounts", RunState.FAILED);
        assertThat(last().steps().get(0).state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void sameProblemOfSeveralSteps_countsOnce() {
        RunLog log = log("20261031-a");
        log.problem("map ticket", Reports.problem("product.csv:3"));
        log.problem("link usage", Reports.problem("product.csv:3"));
        log.problem("link usage", Reports.problem("product.csv:4"));
        assertThat(log.findings()).extracting(Finding::location).containsExactly("product.csv:3", "product.csv:4");
    }

    @Test
    void stepBegunAnew_forgetsWhatItFound() {
        RunLog log = log("20261031-a");
        log.stepStarted("map ticket");
        log.problem("map ticket", Reports.problem("product.csv:3"));
        log.stepStarted("map ticket");
        assertThat(log.findings()).isEmpty();
    }

    @Test
    void runThatGoesOn_keepsWhatWasDone() throws Exception {
        RunLog killed = log("20261031-a");
        killed.stepStarted("land crm.accounts");
        killed.count("land crm.accounts", "added", 5);
        killed.problem("land crm.accounts", Reports.problem("crm.accounts"));
        killed.stepEnded("land crm.accounts", RunState.DONE);
        killed.stepStarted("map account");
        killed.problem("map account", Reports.problem("elsewhere"));

        RunLog next = log("20261031-b");
        next.goOn("land crm.accounts"::equals);
        next.ended(RunState.DONE, ExitCode.DONE);
        assertThat(last().steps()).extracting(StepReport::name).containsExactly("land crm.accounts");
        assertThat(last().steps().get(0).counts()).containsEntry("added", 5L);
        assertThat(last().findings()).extracting(Finding::step).containsExactly("land crm.accounts");
    }

    @Test
    void runKilledBeforeItsFirstStep_isPassedOver() throws Exception {
        RunLog first = log("20261031-a");
        first.stepStarted("map account");
        first.stepEnded("map account", RunState.DONE);
        log("20261031-b");
        log("20261031-c").goOn("map account"::equals);
        assertThat(last().steps()).extracting(StepReport::name).containsExactly("map account");
    }

    @Test
    void stepThatWasDone_isTold_evenIfNoReportDid() throws Exception {
        RunLog first = log("20261031-a");
        first.stepStarted("map account");
        first.stepEnded("map account", RunState.DONE);
        RunLog next = log("20261031-b");
        next.goOn("map account"::equals);
        next.doneUntold(List.of("map account", "measure"));
        assertThat(last().steps()).extracting(StepReport::name).containsExactly("map account", "measure");
        assertThat(last().steps()).allMatch(step -> step.state() == RunState.DONE);
        assertThat(last().wasDoneBefore(last().steps().get(1))).isTrue();
    }

    @Test
    void watcher_isToldOfEveryStep() {
        RunLog log = log("20261031-a");
        log.stepStarted("score");
        log.stepEnded("score", RunState.DONE);
        log.ended(RunState.DONE, ExitCode.DONE);
        assertThat(watched).hasSize(4);
        assertThat(watched.get(3).exitCode()).isZero();
    }

    @Test
    void reportThatCannotBeWritten_stopsNoRun() throws Exception {
        Files.writeString(home.runs(), "a file where the directory should be");
        RunLog log = log("20261031-a");
        log.stepStarted("score");
        log.ended(RunState.DONE, ExitCode.DONE);
        assertThat(watched).hasSize(3);
    }

    private RunLog log(String id) {
        return new RunLog(home, Clock.fixed(Reports.START, ZoneOffset.UTC), Reports.run(id), watched::add);
    }

    private RunReport last() throws Exception {
        return new RunReports(home).last(1).get(0);
    }
}
