package dev.kenshin.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A connection to a mart that speaks its dialect. jOOQ only puts the statements into words; they are executed here, so
 * that nothing of what they say comes into a log.
 */
final class MartSession {
    private final Connection connection;
    private final DSLContext dialect;

    MartSession(Connection connection, SQLDialect dialect) {
        this.connection = connection;
        this.dialect = DSL.using(dialect);
    }

    void execute(Query query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.renderInlined(query));
        }
    }

    /** A statement whose values are given later; the caller closes it. */
    PreparedStatement prepare(Query query) throws SQLException {
        return connection.prepareStatement(dialect.render(query));
    }

    /** Takes the rows of a query. */
    interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    <T> T query(Query query, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(dialect.renderInlined(query))) {
            return reader.read(rows);
        }
    }
}
