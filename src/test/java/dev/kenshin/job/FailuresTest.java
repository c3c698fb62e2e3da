package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLog;
import dev.kenshin.ops.RunReport;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;

class FailuresTest {
    private final JobExecution execution = new JobExecution(1, new JobInstance(1, "nightly"), new JobParameters());

    /** As where the job repository cannot keep what became of a step that has ended well. */
    @Test
    void failureThatNoStepHasTold_isTold_once(@TempDir Path directory) throws Exception {
        RunLog log = log(directory);
        execution.addFailureException(new SQLException("no connection to the job repository"));

        Failures.tellUntold(log, execution);

        assertThat(log.findings()).singleElement().satisfies(found -> {
            assertThat(found.step() + " " + found.code()).isEqualTo("start KEN-J01");
            assertThat(found.message().en()).contains("no connection to the job repository");
        });
        execution.addFailureException(new SQLException("another"));
        Failures.tellUntold(log, execution);
        assertThat(log.findings()).hasSize(1);
    }

    @Test
    void failureThatNobodyGaveAReasonFor_isToldAllTheSame(@TempDir Path directory) throws Exception {
        RunLog log = log(directory);
        Failures.tellUntold(log, execution);
        assertThat(log.findings()).hasSize(1);
    }

    private static RunLog log(Path directory) throws Exception {
        Home home = new Home(directory);
        Clock clock = TestCompany.clock();
        RunReport.Run run = NightRunner.describe(home, "nightly", SATURDAY, 1, clock.instant());
        return RunLog.unkept(home, clock, run);
    }
}
