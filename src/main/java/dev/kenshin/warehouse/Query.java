package dev.kenshin.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs single statements with bound values in the transaction of the connection at hand. */
public final class Query {
    private Query() {}

    /** Makes a value of the row at hand. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** How many rows were inserted, updated or deleted. */
    public static long update(Connection conn, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(conn, sql, values)) {
            return statement.executeLargeUpdate();
        }
    }

    /** All rows, held in memory. */
    public static <T> List<T> list(Connection conn, Row<T> row, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(conn, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        }
    }

    /** The first row, if there is any. */
    public static <T> Optional<T> first(Connection conn, Row<T> row, String sql, @Nullable Object... values)
            throws SQLException {
        return list(conn, row, sql, values).stream().findFirst();
    }

    /** The number that a query of one row and column yields; 0 for null. */
    public static long number(Connection conn, String sql, @Nullable Object... values) throws SQLException {
        return first(conn, row -> row.getLong(1), sql, values).orElse(0L);
    }

    private static PreparedStatement prepare(Connection conn, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = conn.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
