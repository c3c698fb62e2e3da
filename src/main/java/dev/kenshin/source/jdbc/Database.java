package dev.kenshin.source.jdbc;

import dev.kenshin.config.JdbcUrl;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBConnection;

/**
 * How a database is reached.
 *
 * @param fetchSize rows that the driver holds at a time
 */
record Database(DatabaseUrl url, Optional<String> user, Optional<String> password, int fetchSize) {
    private static final Duration LOGIN_TIMEOUT = Duration.ofSeconds(30);
    /** No database that still works keeps silent for longer; without this a lost connection would hang the night. */
    private static final Duration SILENCE_TIMEOUT = Duration.ofMinutes(30);

    static Database of(SourceConfig config, UnaryOperator<String> secrets, Problems problems) {
        DatabaseUrl url =
                new DatabaseUrl(config.options().text("url").map(secrets).orElse(""));
        if (!url.isJdbc()) {
            problems.add(JdbcProblems.noUrl(config));
        }
        new JdbcUrl(url.text()).problem(config.options().at("url")).ifPresent(problems::add);
        return new Database(
                url,
                config.options().text("user").map(secrets),
                config.options().text("password").map(secrets),
                fetchSize(config, problems));
    }

    /** A connection that cannot write, within a transaction, as streaming needs one. */
    Connection connect(StreamConfig stream) throws SourceUnavailable {
        DriverManager.setLoginTimeout(Math.toIntExact(LOGIN_TIMEOUT.toSeconds()));
        try {
            Connection connection = DriverManager.getConnection(url.connectable(), credentials());
            try {
                return restricted(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable(stream, e);
        }
    }

    /** The failure in words, without credentials; drivers like to quote them, so the exception itself is not kept. */
    SourceUnavailable unavailable(StreamConfig stream, SQLException cause) {
        String message = String.valueOf(cause.getMessage()).replace(url.connectable(), url.toString());
        String redacted = new JdbcUrl(url.text()).redact(message, password);
        return JdbcProblems.failed(at(stream), redacted, connecting(cause));
    }

    Location at(StreamConfig stream) {
        return new Location.Named(stream.qualifiedName() + " (" + url + ")");
    }

    /** SQLSTATE classes 08 (connection) and 28 (authorisation). */
    private static boolean connecting(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        return state.startsWith("08") || state.startsWith("28");
    }

    private Properties credentials() {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.put("user", name));
        password.ifPresent(secret -> properties.put("password", secret));
        if (url.text().startsWith("jdbc:duckdb:")) {
            properties.put("duckdb.read_only", "true"); // later it is too late, and others may have it open, too
        }
        return properties;
    }

    private static Connection restricted(Connection connection) throws SQLException {
        lockIn(connection);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(SILENCE_TIMEOUT.toMillis()));
        } catch (SQLFeatureNotSupportedException e) {
            return connection; // an embedded database, which has no network to lose
        }
        return connection;
    }

    /** DuckDB runs within this process: unless told otherwise, its queries read whatever file we may read. */
    private static void lockIn(Connection connection) throws SQLException {
        if (connection.isWrapperFor(DuckDBConnection.class)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set enable_external_access = false");
                statement.execute("set lock_configuration = true");
            }
        }
    }

    private static int fetchSize(SourceConfig config, Problems problems) {
        String text = config.options().text("fetch-size").orElse("1000");
        if (!text.matches("[1-9]\\d{0,5}")) {
            problems.add(Problem.error(
                    "KEN-S03",
                    config.options().at("fetch-size"),
                    new Text(
                            "fetch-size「%s」は使えません。".formatted(text),
                            "The fetch-size '%s' cannot be used.".formatted(text)),
                    new Text("1 から 999999 までの整数を書いてください。", "Write a whole number from 1 to 999999.")));
            return 1;
        }
        return Integer.parseInt(text);
    }
}
