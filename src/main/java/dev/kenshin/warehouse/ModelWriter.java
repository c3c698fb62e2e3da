package dev.kenshin.warehouse;

import dev.kenshin.model.Column;
import dev.kenshin.model.ModelTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the model rows of one mapping. Rows belong to (mapping, key of their record), and are replaced by it, so that
 * writing a record again changes nothing. The caller owns the transaction.
 */
public final class ModelWriter {
    private static final int SCALE = 4;

    private final String table;
    private final String mapping;
    private final List<String> own;

    /**
     * A writer for one mapping.
     *
     * @param table with the mapping's custom columns; {@link ModelColumns#ensure} must have added them
     */
    public ModelWriter(ModelTable table, String mapping) {
        this.table = table.name();
        this.mapping = mapping;
        this.own = table.columns().stream().map(Column::name).toList();
    }

    /**
     * Replaces what these records became.
     *
     * @param recordKeys of all records at hand, including those that no longer become a row
     * @param rows what they become now
     */
    public void replace(Connection conn, Collection<String> recordKeys, List<ModelRow> rows) throws SQLException {
        if (!recordKeys.isEmpty()) {
            Query.update(
                    conn,
                    "delete from model." + Quoted.name(table)
                            + " where mapping = ? and record_key in (select unnest(?::varchar[]))",
                    mapping,
                    conn.createArrayOf("varchar", recordKeys.toArray()));
        }
        add(conn, rows);
    }

    /** Removes all rows of the mapping; for mapping a stream anew. */
    public void clear(Connection conn) throws SQLException {
        Query.update(conn, "delete from model." + Quoted.name(table) + " where mapping = ?", mapping);
    }

    /** Writes rows of records that have none yet. */
    public void add(Connection conn, List<ModelRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        int[] positions = positions(conn);
        try (BulkWriter writer = BulkWriter.into(conn, "model", table)) {
            for (ModelRow row : rows) {
                writer.row(values(row, positions));
            }
        }
    }

    /** For each column of the stored table the position of its value; -1 for columns that other mappings added. */
    private int[] positions(Connection conn) throws SQLException {
        return ModelColumns.types(conn, table).keySet().stream()
                .skip(ModelColumns.PROVENANCE)
                .mapToInt(own::indexOf)
                .toArray();
    }

    private @Nullable Object[] values(ModelRow row, int[] positions) {
        @Nullable Object[] values = new @Nullable Object[ModelColumns.PROVENANCE + positions.length];
        values[0] = mapping;
        values[1] = row.recordKey();
        values[2] = row.linkedBy();
        for (int i = 0; i < positions.length; i++) {
            values[ModelColumns.PROVENANCE + i] =
                    positions[i] < 0 ? null : stored(row.values().get(positions[i]));
        }
        return values;
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.setScale(SCALE, RoundingMode.HALF_UP) : value;
    }
}
