package dev.kenshin.job;

import dev.kenshin.ops.Home;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that a warehouse holds, apart from what differs between two runs over the same data: times, revisions, ids of runs. */
public final class WarehouseContent {
    private static final Set<String> DIFFERING =
            Set.of("seen_at", "superseded_at", "run", "revision", "part_id", "computed_at");

    private WarehouseContent() {}

    /** For each table and view its rows, in order. */
    public static Map<String, List<String>> of(Home home) throws SQLException {
        Map<String, List<String>> content = new TreeMap<>();
        try (Warehouse warehouse = Warehouse.readOnly(home.warehouse());
                Connection connection = warehouse.connection()) {
            for (String table : tables(connection)) {
                content.put(table, rows(connection, table));
            }
        }
        return content;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return Query.list(
                connection,
                row -> row.getString(1) + "." + row.getString(2),
                "select table_schema, table_name from information_schema.tables where table_schema <> 'temp'");
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        String columns = Query.list(
                        connection,
                        row -> row.getString(1),
                        "select column_name from information_schema.columns where table_schema || '.' || table_name = ?"
                                + " order by ordinal_position",
                        table)
                .stream()
                .filter(column -> !DIFFERING.contains(column))
                .map(column -> '"' + column + '"')
                .collect(Collectors.joining(", "));
        return Query.list(
                connection,
                row -> row.getString(1),
                "select row(" + columns + ")::varchar from " + table + " order by 1");
    }
}
