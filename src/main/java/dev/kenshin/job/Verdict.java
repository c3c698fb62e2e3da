package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** How a run is told to have ended. Looks at the warehouse, since a continued run did not see its first half. */
final class Verdict {
    private final Night night;

    Verdict(Night night) {
        this.night = night;
    }

    ExitCode of(JobExecution execution, boolean stopping) throws SQLException {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return completed();
        }
        return stopping || execution.getStatus() == BatchStatus.STOPPED
                ? ExitCode.TERMINATED
                : Failures.exitCode(execution.getAllFailureExceptions());
    }

    private ExitCode completed() throws SQLException {
        try (Connection connection = night.warehouse().connection()) {
            checkQuarantine(connection);
            long stale = Query.number(
                    connection,
                    "select count(*) from ops.source_status where as_of = ? and status <> 'fresh'",
                    night.asOf());
            return stale == 0 && night.log().findings().isEmpty() ? ExitCode.DONE : ExitCode.WARNINGS;
        }
    }

    private void checkQuarantine(Connection connection) throws SQLException {
        long kept = Query.number(
                connection, "select count(*) from landing.record where superseded_at is null and not deleted");
        long aside = Query.number(connection, "select count(distinct (origin, key)) from landing.quarantine");
        double share = kept == 0 ? 0 : (double) aside / kept;
        if (share > night.plan().job().quarantineLimit()) {
            night.log().problem("quarantine", tooMany(aside, share));
        }
    }

    private Problem tooMany(long aside, double share) {
        double limit = night.plan().job().quarantineLimit();
        return Problem.warning(
                "KEN-J05",
                new Location.Named("quarantine"),
                new Text(
                        "隔離された行が %d 件（%.1f%%）あり、上限 %.1f%% を超えています。".formatted(aside, share * 100, limit * 100),
                        "%d rows are quarantined (%.1f%%), above the limit of %.1f%%."
                                .formatted(aside, share * 100, limit * 100)),
                new Text(
                        "exports/latest/quarantine.csv の理由と直し方に従って、元データかマッピングを直してください。",
                        "Follow the reasons and fixes in exports/latest/quarantine.csv."));
    }
}
