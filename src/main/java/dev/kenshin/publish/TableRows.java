package dev.kenshin.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
                forward(rows, kinds(table), sink);
            }
        }
    }

    private static ColumnKind[] kinds(PublishedTable table) {
        return table.columns().stream().map(PublishedColumn::kind).toArray(ColumnKind[]::new);
    }

    private static void forward(ResultSet rows, ColumnKind[] kinds, Sink sink) throws IOException, SQLException {
        @Nullable Object[] values = new @Nullable Object[kinds.length];
        while (rows.next()) {
            for (int i = 0; i < kinds.length; i++) {
                values[i] = kinds[i].read(rows, i + 1);
            }
            sink.row(values);
        }
    }
}
