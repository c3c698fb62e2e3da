package dev.kenshin.publish;

import dev.kenshin.warehouse.Query;
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
                @Nullable Object[] values = new @Nullable Object[table.columns().size()];
                values[0] = asOf;
                forward(rows, kinds(table), values, table.holdsEarlierDates() ? 0 : 1, sink);
            }
        }
    }

    static boolean isEmpty(Connection warehouse, PublishedTable table, LocalDate asOf) throws SQLException {
        return Query.number(warehouse, "select count(*) from (select 1 from (" + table.sql() + ") limit 1)", asOf) == 0;
    }

    private static ColumnKind[] kinds(PublishedTable table) {
        return table.columns().stream().map(PublishedColumn::kind).toArray(ColumnKind[]::new);
    }

    /** Reads from column {@code first} on: an as-of date before it is known already, and dates are slow to read. */
    private static void forward(ResultSet rows, ColumnKind[] kinds, @Nullable Object[] values, int first, Sink sink)
            throws IOException, SQLException {
        while (rows.next()) {
            for (int i = first; i < kinds.length; i++) {
                values[i] = kinds[i].read(rows, i + 1);
            }
            sink.row(values);
        }
    }
}
