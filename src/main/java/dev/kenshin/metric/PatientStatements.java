package dev.kenshin.metric;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Runs what was made of configured SQL, but not for ever: a join without a condition can outlive the night. */
final class PatientStatements {
    /** For all metrics of a night at once; those of 50,000 accounts and 100 million events take a few minutes. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    private PatientStatements() {}

    /**
     * Runs them one after the other.
     *
     * @param patience for each of them, in whole seconds
     * @throws SQLTimeoutException where one takes longer; what it did is undone with the transaction
     */
    static void execute(Connection connection, List<String> statements, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Math.toIntExact(patience.toSeconds()));
            for (String sql : statements) {
                execute(statement, sql, patience);
            }
        }
    }

    private static void execute(Statement statement, String sql, Duration patience) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            boolean interrupted = String.valueOf(e.getMessage()).contains("INTERRUPT");
            throw interrupted ? tooLong(patience, e) : e;
        }
    }

    private static SQLException tooLong(Duration patience, SQLException cause) {
        SQLException timeout = new SQLTimeoutException("measuring took longer than " + patience.toSeconds()
                + " s and was stopped; look for a metric with 'sql:' that joins tables without a condition");
        timeout.addSuppressed(cause); // not as the cause, whose words would be told in place of these
        return timeout;
    }
}
