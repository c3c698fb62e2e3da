package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLog;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.quarantine.NightCount;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    private static final long SELF = ProcessHandle.current().pid();
    private static final long NOBODY = Integer.MAX_VALUE;

    @TempDir
    private Path directory;

    private Home home;
    private Shell shell;

    @BeforeEach
    void atAnEmptyHome() {
        home = new Home(directory.resolve("data"));
        shell = Shell.of(directory, "en");
    }

    @Test
    void emptyHome_tellsHowToBegin() {
        assertThat(shell.run("status")).isZero();
        assertThat(shell.out()).contains("kenshin run nightly");
        assertThat(home.directory()).doesNotExist();
    }

    @Test
    void failedRun_tellsWhatToDo() {
        RunLog log = log("a", SELF);
        log.stepStarted("extract crm.accounts");
        log.problem("extract crm.accounts", problem());
        log.stepEnded("extract crm.accounts", RunState.FAILED);
        log.ended(RunState.FAILED, ExitCode.SOURCE_UNAVAILABLE);
        shell.run("status");
        assertThat(shell.out())
                .contains(
                        "failed",
                        "✖ crm.accounts",
                        "the file is gone.",
                        "→ Put it back.",
                        "kenshin run nightly --as-of 2026-10-31");
    }

    @Test
    void failedRun_isToldInJapaneseAsWell() {
        log("a", SELF).ended(RunState.FAILED, ExitCode.GATE);
        shell = Shell.of(directory, "ja");
        shell.run("status");
        assertThat(shell.out()).contains("失敗しました", "公開は止めてあり", "kenshin run nightly --as-of 2026-10-31");
    }

    @Test
    void killedRun_isRecognised() {
        log("a", NOBODY).stepStarted("score");
        shell.run("status");
        assertThat(shell.out()).contains("was killed", "kenshin run nightly --as-of 2026-10-31");
    }

    @Test
    void olderRuns_areOneLineEach() {
        RunLog log = log("a", SELF);
        log.problem("extract crm.accounts", problem());
        log.ended(RunState.FAILED, ExitCode.SOURCE_UNAVAILABLE);
        log("b", SELF).ended(RunState.DONE, ExitCode.DONE);
        shell.run("status");
        assertThat(shell.out()).contains("is done", "failed").doesNotContain("the file is gone");
        shell.run("status", "--last", "1");
        assertThat(shell.out()).contains("is done").doesNotContain("failed");
    }

    @Test
    void overridesByHand_areAFigureOfTheRun() {
        RunLog log = log("a", SELF);
        log.stepStarted("score");
        log.count("score", "scored", 200);
        log.count("score", "overridden", 3);
        log.ended(RunState.DONE, ExitCode.DONE);
        shell.run("status");
        assertThat(shell.out()).contains("200 accounts scored, 3 of them overridden by hand (1.5%), 0 rows");
        shell = Shell.of(directory, "ja");
        shell.run("status");
        assertThat(shell.out()).contains("スコア 200社(うち手動の上書き 3社、1.5%)、");
    }

    @Test
    void quarantineThatGrewMuch_isToldOf() {
        grown(20, 4).ended(RunState.DONE, ExitCode.DONE);
        shell.run("status");
        assertThat(shell.out()).doesNotContain("quarantine list");
        grown(20, 7).ended(RunState.DONE, ExitCode.DONE);
        shell.run("status");
        assertThat(shell.out())
                .contains("! The quarantine grew from 20 to 26 entries (7 came, 1 left). See kenshin quarantine list"
                        + " --since");
    }

    private RunLog grown(long before, long added) {
        RunLog log = log("a", SELF);
        log.stepStarted("source status");
        log.count("source status", NightCount.BEFORE, before);
        log.count("source status", NightCount.ADDED, added);
        log.count("source status", NightCount.RESOLVED, 1);
        log.stepEnded("source status", RunState.DONE);
        return log;
    }

    private RunLog log(String id, long pid) {
        RunReport.Run run = new RunReport.Run(id, "nightly", LocalDate.of(2026, 10, 31), 1, pid, Shell.NOW);
        return new RunLog(home, Clock.fixed(Shell.NOW, ZoneOffset.UTC), run, report -> {});
    }

    private static Problem problem() {
        return Problem.error(
                "KEN-S10",
                new Location.Named("crm.accounts"),
                new Text("ファイルがありません。", "the file is gone."),
                new Text("戻してください。", "Put it back."));
    }
}
