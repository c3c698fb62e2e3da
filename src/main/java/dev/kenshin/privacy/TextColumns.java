package dev.kenshin.privacy;

import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The text columns of all tables of a database, whichever it is: DuckDB, H2 and PostgreSQL describe theirs alike. */
final class TextColumns {
    private final Connection conn;

    TextColumns(Connection conn) {
        this.conn = conn;
    }

    /**
     * A table that holds rows, not a view.
     *
     * @param columns all of them, in lower case
     * @param texts those with text, as the database spells them
     */
    record Table(String schema, String name, List<String> columns, List<String> texts) {
        String sql() {
            return Quoted.name(schema) + "." + Quoted.name(name);
        }

        /** The column of that name, as SQL names it. */
        String column(String lower) {
            return texts.stream()
                    .filter(text -> text.toLowerCase(Locale.ROOT).equals(lower))
                    .findFirst()
                    .map(Quoted::name)
                    .orElse(lower);
        }
    }

    /** The tables of all schemas but the database's own. */
    List<Table> tables() throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        List<Column> columns = Query.list(
                conn,
                row -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                "select c.table_schema, c.table_name, c.column_name, c.data_type from information_schema.columns c"
                        + " join information_schema.tables t on t.table_schema = c.table_schema"
                        + " and t.table_name = c.table_name and t.table_catalog = c.table_catalog"
                        + " where t.table_type = 'BASE TABLE' and c.table_catalog = ?"
                        + " and lower(c.table_schema) not in ('information_schema', 'pg_catalog')"
                        + " order by c.table_schema, c.table_name, c.ordinal_position",
                conn.getCatalog());
        for (Column column : columns) {
            Table table = tables.computeIfAbsent(
                    column.schema() + "." + column.table(),
                    any -> new Table(column.schema(), column.table(), new ArrayList<>(), new ArrayList<>()));
            table.columns().add(column.name().toLowerCase(Locale.ROOT));
            if (column.isText()) {
                table.texts().add(column.name());
            }
        }
        return List.copyOf(tables.values());
    }

    private record Column(String schema, String table, String name, String type) {
        boolean isText() {
            String lower = type.toLowerCase(Locale.ROOT);
            return lower.startsWith("varchar") || lower.startsWith("char") || lower.startsWith("text");
        }
    }

    /**
     * Writes texts anew that hold one of the needles.
     *
     * @param needles in lower case
     * @return how many values were changed
     */
    long replace(Table table, String column, Set<String> needles, UnaryOperator<String> change) throws SQLException {
        long changed = 0;
        for (String value : holding(table, column, needles)) {
            String kept = change.apply(value);
            if (!kept.equals(value)) {
                String name = Quoted.name(column);
                changed += Query.update(
                        conn, "update " + table.sql() + " set " + name + " = ? where " + name + " = ?", kept, value);
            }
        }
        return changed;
    }

    private List<String> holding(Table table, String column, Set<String> needles) throws SQLException {
        List<String> values = new ArrayList<>();
        String name = Quoted.name(column);
        for (String needle : needles) {
            values.addAll(Query.list(
                    conn,
                    row -> row.getString(1),
                    "select distinct cast(" + name + " as varchar) from " + table.sql() + " where lower(" + name
                            + ") like ? escape '!'",
                    "%" + needle.replaceAll("([!%_])", "!$1") + "%"));
        }
        return values.stream().distinct().toList();
    }
}
