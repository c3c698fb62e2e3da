package dev.kenshin.source.jdbc;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Columns;
import dev.kenshin.source.SourceUnavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an incremental stream has come. An extract takes what lies between the last cursor, less the lookback, and the
 * greatest cursor at its start, both included: rows that share a cursor are never split, and rows that are committed
 * late are found while they are within the lookback.
 */
final class Progress {
    private final CursorType type;
    private final int index;
    private final String sql;
    private final List<Object> bounds;
    private Optional<String> reached;

    private Progress(CursorType type, int index, String sql, List<Object> bounds, Optional<String> last) {
        this.type = type;
        this.index = index;
        this.sql = sql;
        this.bounds = bounds;
        this.reached = last;
    }

    /** Finds out the bounds of this extract. */
    static Progress plan(
            Connection connection, Database database, StreamConfig stream, Selection selection, Optional<String> last)
            throws SQLException, SourceUnavailable {
        JdbcColumn column = cursorColumn(connection, database, stream, selection);
        CursorType type =
                CursorType.of(column).orElseThrow(() -> JdbcProblems.cursorType(database.at(stream), column.name()));
        Optional<Object> low = low(type, database, stream, selection, last);
        Optional<Object> high = newest(connection, selection.newest(column.label()), type);
        List<Object> bounds = high.isEmpty()
                ? List.of()
                : Stream.concat(low.stream(), high.stream())
                        .map(CursorType::bindable)
                        .toList();
        return new Progress(type, column.index(), sql(selection, column, bounds.size()), bounds, last);
    }

    String sql() {
        return sql;
    }

    List<Object> bounds() {
        return bounds;
    }

    /** Takes note of the row at hand; rows come in the order of their cursors. */
    void passed(ResultSet row) throws SQLException {
        Object value = type.read(row, index);
        if (value != null) {
            reached = Optional.of(value.toString());
        }
    }

    /** The greatest cursor so far; that of the last extract where there was no row. */
    Optional<String> reached() {
        return reached;
    }

    /** Where no row has a cursor there are no bounds. */
    private static String sql(Selection selection, JdbcColumn column, int bounds) {
        return switch (bounds) {
            case 0 -> selection.everything();
            case 1 -> selection.upTo(column.label(), column.nullable());
            default -> selection.between(column.label(), column.nullable());
        };
    }

    private static JdbcColumn cursorColumn(
            Connection connection, Database database, StreamConfig stream, Selection selection)
            throws SQLException, SourceUnavailable {
        String name = selection.cursor().orElseThrow();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery(selection.columns())) {
            List<JdbcColumn> columns = JdbcColumn.of(none);
            return columns.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Columns.missing(
                            name, columns.stream().map(JdbcColumn::name).toList(), database.at(stream)));
        }
    }

    private static Optional<Object> low(
            CursorType type, Database database, StreamConfig stream, Selection selection, Optional<String> last)
            throws SourceUnavailable {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        try {
            Object value = type.parse(last.get());
            return Optional.of(
                    selection.lookback().isEmpty()
                            ? value
                            : type.minus(value, selection.lookback().get())
                                    .orElseThrow(() -> new DateTimeException("lookback")));
        } catch (DateTimeException | NumberFormatException e) {
            throw JdbcProblems.cursorValue(database.at(stream), last.get());
        }
    }

    private static Optional<Object> newest(Connection connection, String sql, CursorType type) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(type.read(row, 1)) : Optional.empty();
        }
    }
}
