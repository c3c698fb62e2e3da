package dev.kenshin.warehouse;

import dev.kenshin.config.JdbcUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * A database of somebody else that is only read.
 *
 * @param url JDBC; its driver must be on the class path
 */
public record Database(String url, Optional<String> user, Optional<String> password) {

    /** Opens a connection that is read only and streams its results; the caller closes it. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        if (url.startsWith("jdbc:duckdb:")) {
            properties.setProperty("duckdb.read_only", "true");
        }
        Connection conn = DriverManager.getConnection(url, properties);
        if (conn.isWrapperFor(DuckDBConnection.class)) {
            Query.update(conn, "set enable_external_access = false"); // it may read its file, and no other
        }
        conn.setReadOnly(true);
        conn.setAutoCommit(false);
        return conn;
    }

    /** What went wrong with it, in words that hold neither the password nor what else the url may tell. */
    public String words(Exception failure) {
        String said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new JdbcUrl(url).redact(said, password);
    }

    /** Without anything that may be a credential, so that it is safe to show. */
    @Override
    public String toString() {
        return new JdbcUrl(url).toString();
    }
}
