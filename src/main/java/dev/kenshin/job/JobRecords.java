package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.ops.Home;
import dev.kenshin.warehouse.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the job repository remembers of a home's nights, for housekeeping. Steps serve to restart a night; of a night that
 * is complete, or that a later revision has replaced, they never do again. That a night is complete stays for good,
 * so that it is never run a second time by mistake.
 */
public final class JobRecords implements AutoCloseable {
    private static final String ALL = "select i.JOB_INSTANCE_ID, i.JOB_NAME, e.JOB_EXECUTION_ID, e.STATUS,"
            + " a.PARAMETER_VALUE, r.PARAMETER_VALUE from BATCH_JOB_INSTANCE i"
            + " join BATCH_JOB_EXECUTION e on e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID"
            + " join BATCH_JOB_EXECUTION_PARAMS a on a.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID and a.PARAMETER_NAME = 'asOf'"
            + " join BATCH_JOB_EXECUTION_PARAMS r on r.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID"
            + " and r.PARAMETER_NAME = 'revision' order by e.JOB_EXECUTION_ID";
    private static final int BATCH = 500;

    /** An attempt at a night. */
    private record Attempt(long instance, long execution, Revision of) {}

    /**
     * A night as the repository knows it.
     *
     * @param complete whether it came to its end
     */
    public record Revision(String job, LocalDate asOf, long revision, boolean complete) {
        private boolean replaces(Revision other) {
            return job.equals(other.job) && asOf.equals(other.asOf) && revision > other.revision;
        }
    }

    private final JobRepositoryDatabase database;
    private final Connection connection;
    private List<Attempt> attempts;

    private JobRecords(JobRepositoryDatabase database) throws SQLException {
        this.database = database;
        this.connection = database.connect();
        this.attempts = attempts(connection);
    }

    /**
     * The records of the home's nights; empty where there never was one. Only to be asked for while the run lock is held.
     *
     * @throws NightFailure if they are on a server that cannot be used
     */
    public static Optional<JobRecords> open(NightPlan plan, Home home, Secrets secrets) throws SQLException {
        Path file = home.jobRepository().resolveSibling(home.jobRepository().getFileName() + ".mv.db");
        boolean none = plan.job().repository().isEmpty() && !Files.exists(file);
        return none ? Optional.empty() : Optional.of(new JobRecords(JobRepositoryDatabase.of(plan, home, secrets)));
    }

    /** The newest revision of every night. */
    public List<Revision> nights() {
        return attempts.stream()
                .filter(this::isLast)
                .map(Attempt::of)
                .filter(night -> !isReplaced(night))
                .toList();
    }

    /** How many steps and earlier attempts can go of nights before the date. */
    public long removable(LocalDate before) throws SQLException {
        List<Attempt> ended = ended(before);
        long earlier = ended.stream().filter(attempt -> !isLast(attempt)).count();
        return earlier
                + inBatches(
                        ended,
                        ids -> Query.number(
                                connection,
                                "select count(*) from BATCH_STEP_EXECUTION where JOB_EXECUTION_ID in (" + ids + ")"));
    }

    /** Removes them in one transaction. */
    public void remove(LocalDate before) throws SQLException {
        List<Attempt> ended = ended(before);
        List<Attempt> earlier =
                ended.stream().filter(attempt -> !isLast(attempt)).toList();
        connection.setAutoCommit(false);
        delete(
                ended,
                "BATCH_STEP_EXECUTION_CONTEXT where STEP_EXECUTION_ID in"
                        + " (select STEP_EXECUTION_ID from BATCH_STEP_EXECUTION where JOB_EXECUTION_ID in (",
                "))");
        delete(ended, "BATCH_STEP_EXECUTION where JOB_EXECUTION_ID in (", ")");
        delete(ended, "BATCH_JOB_EXECUTION_CONTEXT where JOB_EXECUTION_ID in (", ")");
        delete(earlier, "BATCH_JOB_EXECUTION_PARAMS where JOB_EXECUTION_ID in (", ")");
        delete(earlier, "BATCH_JOB_EXECUTION where JOB_EXECUTION_ID in (", ")");
        connection.commit();
        connection.setAutoCommit(true);
        attempts = attempts(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }

    /** All attempts at nights that can no longer be restarted. */
    private List<Attempt> ended(LocalDate before) {
        Map<Long, Attempt> last = new HashMap<>();
        attempts.forEach(attempt -> last.put(attempt.instance(), attempt));
        return attempts.stream()
                .filter(attempt -> attempt.of().asOf().isBefore(before))
                .filter(attempt -> {
                    Revision night =
                            Objects.requireNonNull(last.get(attempt.instance())).of();
                    return night.complete() || isReplaced(night);
                })
                .toList();
    }

    private boolean isLast(Attempt attempt) {
        return attempts.stream()
                .noneMatch(other -> other.instance() == attempt.instance() && other.execution() > attempt.execution());
    }

    private boolean isReplaced(Revision night) {
        return attempts.stream().anyMatch(other -> other.of().replaces(night));
    }

    private void delete(List<Attempt> attemptsToGo, String before, String after) throws SQLException {
        inBatches(attemptsToGo, ids -> Query.update(connection, "delete from " + before + ids + after));
    }

    private interface Statement {
        long execute(String ids) throws SQLException;
    }

    /** Not every database takes a list of any length. */
    private static long inBatches(List<Attempt> attempts, Statement statement) throws SQLException {
        long sum = 0;
        for (int from = 0; from < attempts.size(); from += BATCH) {
            sum += statement.execute(attempts.subList(from, Math.min(attempts.size(), from + BATCH)).stream()
                    .map(attempt -> Long.toString(attempt.execution()))
                    .collect(Collectors.joining(",")));
        }
        return sum;
    }

    /** In their order. */
    private static List<Attempt> attempts(Connection connection) throws SQLException {
        return Query.list(
                connection,
                row -> new Attempt(
                        row.getLong(1),
                        row.getLong(3),
                        new Revision(
                                row.getString(2),
                                LocalDate.parse(row.getString(5)),
                                Long.parseLong(row.getString(6)),
                                "COMPLETED".equals(row.getString(4)))),
                ALL);
    }
}
