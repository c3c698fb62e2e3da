package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** How a run is told to have ended, and why if nothing has told it yet. Looks at the warehouse, since a continued run did not see its first half. */
final class Verdict {
    private final Night night;

    Verdict(Night night) {
        this.night = night;
    }

    ExitCode of(JobExecution execution, boolean stopping) throws SQLException {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return completed();
        }
        if (stopping || execution.getStatus() == BatchStatus.STOPPED) {
            return ExitCode.TERMINATED;
        }
        Failures.tellUntold(night.log(), execution);
        return Failures.exitCode(execution.getAllFailureExceptions());
    }

    private ExitCode completed() throws SQLException {
        try (Connection connection = night.warehouse().connection()) {
            long stale = Query.number(
                    connection,
                    "select count(*) from ops.source_status where as_of = ? and status <> 'fresh'",
                    night.asOf());
            return stale == 0 && night.log().findings().isEmpty() ? ExitCode.DONE : ExitCode.WARNINGS;
        }
    }
}
