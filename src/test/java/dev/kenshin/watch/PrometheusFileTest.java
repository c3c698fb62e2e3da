package dev.kenshin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusFileTest {
    private static final Clock LATER = Clock.fixed(WatchedRun.START.plusSeconds(5000), ZoneOffset.UTC);
    private static final String JOB = "{job_name=nightly}";

    private final List<Problem> problems = new ArrayList<>();
    private RunReports reports;
    private Path file;
    private PrometheusFile watcher;

    @BeforeEach
    void watch(@TempDir Path directory) {
        Home home = new Home(directory.resolve("home"));
        reports = new RunReports(home);
        file = directory.resolve("kenshin.prom");
        watcher = new PrometheusFile(file, "nightly", home, LATER, problems::add);
    }

    @Test
    void run_isTold_whileItGoesOn_andAfterwards() throws Exception {
        begin("1");
        assertThat(values())
                .containsOnly(
                        Map.entry("kenshin_running" + JOB, 1.0),
                        Map.entry("kenshin_running_since_timestamp_seconds" + JOB, (double) WatchedRun.START_SECONDS));
        end("1", ExitCode.DONE);
        assertThat(values())
                .containsEntry("kenshin_running" + JOB, 0.0)
                .containsEntry("kenshin_last_run_exit_code" + JOB, 0.0)
                .containsEntry("kenshin_last_run_duration_seconds" + JOB, 90.0)
                .containsEntry("kenshin_last_run_warnings" + JOB, 1.0)
                .containsEntry("kenshin_last_run_timestamp_seconds" + JOB, WatchedRun.START_SECONDS + 90.0)
                .containsEntry("kenshin_last_success_timestamp_seconds" + JOB, WatchedRun.START_SECONDS + 90.0)
                .containsEntry("kenshin_last_run_step_duration_seconds{job_name=nightly, step=land crm.accounts}", 20.0)
                .containsEntry("kenshin_last_run_rows{job_name=nightly, kind=not read again, stage=land}", 2.0)
                .containsEntry("kenshin_accounts{job_name=nightly, level=critical}", 1.0)
                .containsEntry("kenshin_quarantined_rows" + JOB, 2.0)
                .containsEntry("kenshin_source_age_days{job_name=nightly, source=crm, stream=accounts}", 1.0)
                .containsEntry("kenshin_source_fresh{job_name=nightly, source=電話, stream=calls\"\\}", 0.0)
                .doesNotContainKey("kenshin_source_age_days{job_name=nightly, source=電話, stream=calls\"\\}")
                .doesNotContainKey(
                        "kenshin_last_run_step_duration_seconds{job_name=nightly, step=extract crm.accounts}");
    }

    @Test
    void failure_keepsWhatTheLastSuccessSaid() throws Exception {
        end("1", ExitCode.DONE);
        begin("2");
        assertThat(values()).containsEntry("kenshin_last_run_exit_code" + JOB, 0.0);
        end("2", ExitCode.SOURCE_UNAVAILABLE);
        assertThat(values())
                .containsEntry("kenshin_last_run_exit_code" + JOB, 69.0)
                .containsEntry("kenshin_last_success_timestamp_seconds" + JOB, WatchedRun.START_SECONDS + 90.0)
                .containsEntry("kenshin_accounts{job_name=nightly, level=high}", 4.0);
    }

    /** Its process cannot say anything any more; that it seems to run and never ends is what an alert looks for. */
    @Test
    void killedRun_seemsToRunUntilTheNextOne() throws Exception {
        end("1", ExitCode.DONE);
        begin("2");
        assertThat(values()).containsEntry("kenshin_running" + JOB, 1.0);
        begin("3");
        end("3", ExitCode.DONE);
        assertThat(values()).containsEntry("kenshin_running" + JOB, 0.0);
    }

    @Test
    void refusal_isTheLastRun_andLeavesTheRunThatGoesOnAlone() throws Exception {
        end("1", ExitCode.DONE);
        reports.write(WatchedRun.goingOn("2"));
        watcher.endedWithoutRun(ExitCode.CONFIGURATION).join();
        assertThat(values())
                .containsEntry("kenshin_running" + JOB, 1.0)
                .containsEntry("kenshin_last_run_exit_code" + JOB, 78.0)
                .containsEntry("kenshin_last_run_timestamp_seconds" + JOB, WatchedRun.START_SECONDS + 5000.0)
                .containsEntry("kenshin_accounts{job_name=nightly, level=high}", 4.0)
                .doesNotContainKey("kenshin_last_run_duration_seconds" + JOB);
    }

    @Test
    void nothingToDo_tellsOfTheLastRun() throws Exception {
        end("1", ExitCode.DONE);
        Files.delete(file);
        watcher.endedWithoutRun(ExitCode.DONE).join();
        assertThat(values())
                .containsEntry("kenshin_running" + JOB, 0.0)
                .containsEntry("kenshin_last_run_duration_seconds" + JOB, 90.0);
    }

    @Test
    void collector_mayReadTheFile_andSeesNoUnfinishedOne() throws Exception {
        end("1", ExitCode.DONE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void missingFolder_isAProblemAndNoFailure(@TempDir Path directory) throws Exception {
        Path nowhere = directory.resolve("missing/kenshin.prom");
        new PrometheusFile(nowhere, "nightly", new Home(directory), LATER, problems::add)
                .ended(WatchedRun.ended("1", ExitCode.DONE))
                .join();
        assertThat(problems).extracting(Problem::code).containsExactly("KEN-W02");
        assertThat(nowhere.getParent()).doesNotExist();
    }

    private void begin(String id) throws IOException {
        RunReport report = WatchedRun.began(id);
        reports.write(report);
        watcher.began(report);
    }

    private void end(String id, ExitCode code) throws IOException {
        RunReport report = WatchedRun.ended(id, code);
        reports.write(report);
        watcher.ended(report).join();
    }

    private Map<String, Double> values() throws IOException {
        assertThat(problems).isEmpty();
        return PrometheusText.read(Files.readString(file));
    }
}
