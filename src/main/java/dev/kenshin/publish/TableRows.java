package dev.kenshin.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a published table row by row, so that its size does not matter. */
final class TableRows {

    /** Takes one row; values are of the types that {@link ColumnKind} states. The array is used again for the next. */
    interface Sink {
        void row(@Nullable Object[] values) throws IOException, SQLException;
    }

    private TableRows() {}

    static void read(Connection warehouse, PublishedTable table, LocalDate asOf, Sink sink)
            throws IOException, SQLException {
        try (PreparedStatement statement = warehouse.prepareStatement(table.sql())) {
            statement.setObject(1, asOf);
            try (ResultSet rows = statement.executeQuery()) {
                forward(rows, table.columns(), sink);
            }
        }
    }

    private static void forward(ResultSet rows, List<PublishedColumn> columns, Sink sink)
            throws IOException, SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        while (rows.next()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = columns.get(i).kind().read(rows, i + 1);
            }
            sink.row(values);
        }
    }
}
