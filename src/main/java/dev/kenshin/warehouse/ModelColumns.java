package dev.kenshin.warehouse;

import dev.kenshin.model.Column;
import dev.kenshin.model.ModelTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Adds the columns of custom variables to a model table. */
public final class ModelColumns {
    /** How many columns stand before the canonical ones: mapping, record_key, linked_by. */
    static final int PROVENANCE = 3;

    private ModelColumns() {}

    /**
     * Adds what is missing. A column whose type changed is emptied.
     *
     * @param table with its custom columns
     * @return whether stored rows now lack a value, so that every mapping to this table must map its stream anew
     */
    public static boolean ensure(Connection conn, ModelTable table) throws SQLException {
        Map<String, String> stored = types(conn, table.name());
        boolean changed = false;
        for (Column column : table.columns()) {
            changed |= ensure(conn, table.name(), column, stored.getOrDefault(column.name(), ""));
        }
        return changed;
    }

    /** The stored columns and their types in lower case, in the order of the table. */
    static Map<String, String> types(Connection conn, String table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        Query.list(
                conn,
                row -> types.put(row.getString(1), row.getString(2).toLowerCase(Locale.ROOT)),
                "select column_name, column_type from (describe model." + Quoted.name(table) + ")");
        return types;
    }

    private static boolean ensure(Connection conn, String table, Column column, String stored) throws SQLException {
        if (stored.equals(column.type().sql())) {
            return false;
        }
        String alter = "alter table model." + Quoted.name(table);
        if (!stored.isEmpty()) {
            Query.update(conn, alter + " drop column " + Quoted.name(column.name()));
        }
        Query.update(
                conn,
                alter + " add column " + Quoted.name(column.name()) + " "
                        + column.type().sql());
        return true;
    }
}
