package dev.kenshin.usage;

import static org.jooq.impl.DSL.name;

import dev.kenshin.config.UsageConfig;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * A table of events, named as its database stores it, so that all names can be quoted. People write names without
 * regard to case.
 *
 * @param columns the stored name of each column that is needed
 */
record EventTable(Name name, Map<String, String> columns) {

    /**
     * Looks the table up.
     *
     * @param table {@code schema.table}, or {@code table} of the connection's own schema
     * @throws UsageUnavailable if a column is missing
     * @throws SQLException if there is no such table
     */
    static EventTable find(Connection conn, UsageConfig usage, String table) throws SQLException, UsageUnavailable {
        int dot = table.indexOf('.');
        String schema = dot < 0 ? Objects.requireNonNullElse(conn.getSchema(), "") : table.substring(0, dot);
        for (List<String> spelling : spellings(schema, table.substring(dot + 1))) {
            List<String> stored = columns(conn, spelling.get(0), spelling.get(1));
            if (!stored.isEmpty()) {
                return new EventTable(name(spelling), match(usage, table, stored));
            }
        }
        throw new SQLException("no table '" + table + "'");
    }

    /** A column of the configuration. */
    Field<Object> column(String configured) {
        return DSL.field(DSL.name(columns.getOrDefault(configured, configured)));
    }

    private static Name name(List<String> spelling) {
        return spelling.get(0).isEmpty() ? DSL.name(spelling.get(1)) : DSL.name(spelling);
    }

    private static Map<String, String> match(UsageConfig usage, String table, List<String> stored)
            throws UsageUnavailable {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String wanted : EventColumns.of(usage)) {
            stored.stream()
                    .filter(wanted::equalsIgnoreCase)
                    .findFirst()
                    .ifPresent(column -> columns.put(wanted, stored.contains(wanted) ? wanted : column));
        }
        List<String> existing = new ArrayList<>(stored);
        existing.addAll(columns.keySet());
        EventColumns.require(usage, table, existing);
        return columns;
    }

    private static List<List<String>> spellings(String schema, String table) {
        return List.of(
                List.of(schema, table),
                List.of(schema.toLowerCase(Locale.ROOT), table.toLowerCase(Locale.ROOT)),
                List.of(schema.toUpperCase(Locale.ROOT), table.toUpperCase(Locale.ROOT)),
                List.of(schema, table.toLowerCase(Locale.ROOT)),
                List.of(schema, table.toUpperCase(Locale.ROOT)));
    }

    private static List<String> columns(Connection conn, String schema, String table) throws SQLException {
        DatabaseMetaData meta = conn.getMetaData();
        String escape = meta.getSearchStringEscape();
        List<String> names = new ArrayList<>();
        try (ResultSet rows = meta.getColumns(
                null, schema.isEmpty() ? null : escaped(schema, escape), escaped(table, escape), null)) {
            while (rows.next()) {
                names.add(rows.getString("COLUMN_NAME"));
            }
        }
        return names;
    }

    private static String escaped(String pattern, String escape) {
        return pattern.replace("_", escape + "_").replace("%", escape + "%");
    }
}
