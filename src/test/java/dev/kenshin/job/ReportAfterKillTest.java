package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.RunState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportAfterKillTest {
    @TempDir
    Path directory;

    /** As when a run is killed between its last commit and its last report. */
    @Test
    void completeNightWhoseReportWasNotEnded_isToldAsDoneByTheNextCommand() throws Exception {
        TestCompany company = TestCompany.in(directory);
        company.run(TestCompany.SATURDAY);
        RunReport ended = company.report();
        new RunReports(company.home)
                .write(new RunReport(
                        ended.run(),
                        RunState.RUNNING,
                        null,
                        null,
                        ended.stepsInAll(),
                        ended.steps(),
                        ended.findings(),
                        ended.highlights(),
                        ended.figures(),
                        ended.gates()));
        assertThat(company.run(TestCompany.SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.report().state()).isEqualTo(ended.state());
        assertThat(company.report().exitCode()).isEqualTo(ended.exitCode());
        assertThat(company.report().run()).isEqualTo(ended.run());
    }
}
