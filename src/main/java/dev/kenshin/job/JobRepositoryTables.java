package dev.kenshin.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Creates the tables of Spring Batch's job repository, by the scripts that it ships, where there are none. */
final class JobRepositoryTables {
    private static final String LAST_TABLE = "BATCH_JOB_EXECUTION_CONTEXT";
    /** What the script for H2 creates last. */
    private static final String LAST_SEQUENCE = "BATCH_JOB_INSTANCE_SEQ";

    private JobRepositoryTables() {}

    /** In an H2 file that holds nothing else. */
    static void createInFile(DataSource file) throws SQLException {
        try (Connection connection = file.getConnection();
                Statement statement = connection.createStatement()) {
            if (!sequenceExists(statement)) {
                // A run that was killed while it created the tables has left some of them.
                statement.execute("drop all objects");
                runScript(connection, "h2");
            }
        }
    }

    /** In the schema of the login, all of them in one transaction where the database can do that. */
    static void createOnServer(DataSource server) throws SQLException, MetaDataAccessException {
        String platform = platform(DatabaseType.fromMetaData(server));
        try (Connection connection = server.getConnection()) {
            if (!exists(connection, LAST_TABLE)) {
                connection.setAutoCommit(false);
                runScript(connection, platform);
                connection.commit();
            }
        }
    }

    private static void runScript(Connection connection, String platform) {
        ScriptUtils.executeSqlScript(
                connection, new ClassPathResource("org/springframework/batch/core/schema-" + platform + ".sql"));
    }

    /** As Spring Batch calls its scripts. */
    private static String platform(DatabaseType type) {
        return type == DatabaseType.POSTGRES ? "postgresql" : type.name().toLowerCase(Locale.ROOT);
    }

    private static boolean sequenceExists(Statement statement) throws SQLException {
        try (ResultSet sequences = statement.executeQuery(
                "select 1 from information_schema.sequences where sequence_name = '" + LAST_SEQUENCE + "'")) {
            return sequences.next();
        }
    }

    /** Databases keep names in upper case, in lower case, or as they are written. */
    static boolean exists(Connection connection, String table) throws SQLException {
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE"})) {
            while (tables.next()) {
                if (table.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
