package dev.kenshin.source.jdbc;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Columns;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one query, as the driver streams them. */
final class JdbcExtraction implements Extraction {
    private final Database database;
    private final StreamConfig stream;
    private final ZoneId zone;
    private final Connection connection;
    private final ResultSet rows;
    private final List<JdbcColumn> columns;
    private final Optional<Progress> progress;
    private long row;

    static JdbcExtraction open(
            Database database, StreamConfig stream, Selection selection, ZoneId zone, Optional<String> cursor)
            throws SourceUnavailable {
        Connection connection = database.connect(stream);
        try {
            Optional<Progress> progress = selection.cursor().isPresent()
                    ? Optional.of(Progress.plan(connection, database, stream, selection, cursor))
                    : Optional.empty();
            return new JdbcExtraction(database, stream, zone, connection, selection, progress);
        } catch (SQLException e) {
            quietly(connection);
            throw database.unavailable(stream, e);
        } catch (SourceUnavailable e) {
            quietly(connection);
            throw e;
        }
    }

    private JdbcExtraction(
            Database database,
            StreamConfig stream,
            ZoneId zone,
            Connection connection,
            Selection selection,
            Optional<Progress> progress)
            throws SQLException, SourceUnavailable {
        this.database = database;
        this.stream = stream;
        this.zone = zone;
        this.connection = connection;
        this.progress = progress;
        this.rows = query(progress.map(Progress::sql).orElseGet(selection::everything));
        this.columns = JdbcColumn.of(rows);
        Columns.check(stream, columns.stream().map(JdbcColumn::name).toList(), database.at(stream));
    }

    @Override
    public @Nullable SourceItem next() throws SourceUnavailable {
        try {
            return rows.next() ? item() : null;
        } catch (SQLException e) {
            throw database.unavailable(stream, e);
        }
    }

    @Override
    public boolean full() {
        return progress.isEmpty();
    }

    @Override
    public Optional<String> cursor() {
        return progress.flatMap(Progress::reached);
    }

    @Override
    public void close() {
        quietly(connection);
    }

    private ResultSet query(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(database.fetchSize());
        int index = 1;
        for (Object bound : progress.map(Progress::bounds).orElse(List.of())) {
            statement.setObject(index++, bound);
        }
        return statement.executeQuery();
    }

    private SourceItem item() throws SQLException {
        row++;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(columns.size() * 2);
        for (JdbcColumn column : columns) {
            fields.put(column.name(), column.read(rows, zone));
        }
        if (progress.isPresent()) {
            progress.get().passed(rows);
        }
        return SourceItem.of(stream.key(), fields, place(fields));
    }

    private Place place(Map<String, @Nullable Object> fields) {
        String which = stream.key().isEmpty()
                ? "row " + row
                : stream.key().stream()
                        .map(field -> field + "=" + fields.get(field))
                        .collect(Collectors.joining(", "));
        return Place.of(stream.qualifiedName() + "[" + which + "]");
    }

    /** Nothing was written, so a connection that cannot even be closed loses nothing. */
    private static void quietly(Connection connection) {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            return;
        }
    }
}
