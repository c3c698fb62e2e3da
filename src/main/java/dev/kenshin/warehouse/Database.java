package dev.kenshin.warehouse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

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
        Connection conn = DriverManager.getConnection(url, properties);
        conn.setReadOnly(true);
        conn.setAutoCommit(false);
        return conn;
    }

    /** Without the password, so that it is safe to show. */
    @Override
    public String toString() {
        return url.replaceAll("(?i)(password|pwd)=[^&;]*", "$1=***");
    }
}
