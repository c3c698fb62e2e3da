package dev.kenshin.housekeeping;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The tables of the warehouse that hold a history, a set of rows for each as-of date: all those that have a column {@code as_of}.
 * Works in the caller's transaction.
 */
final class HistoryTables {
    private static final String TABLES = "select distinct schema_name || '.' || table_name from duckdb_columns()"
            + " where database_name = current_database() and column_name = 'as_of' and data_type = 'DATE'"
            + " and schema_name in ('landing', 'metric', 'score', 'ops')"
            + " and (schema_name, table_name) in (select (schema_name, table_name) from duckdb_tables()) order by 1";

    /** What has left the quarantine is history; what is in it is not. Only a warehouse of an earlier release has no such table. */
    private static final String STAY = "ops.quarantine_stay";

    private static final String ENDED = " where resolved_on < cast(? as date)";

    private final Connection warehouse;

    HistoryTables(Connection warehouse) {
        this.warehouse = warehouse;
    }

    /** The dates of which there is a snapshot. */
    NavigableSet<LocalDate> snapshots() throws SQLException {
        return new TreeSet<>(Query.list(
                warehouse,
                row -> row.getObject(1, LocalDate.class),
                "select distinct as_of from score.account_health"));
    }

    /** Snapshots of a backfill that has not come to its end, or that no published history shows yet. */
    List<LocalDate> ofBackfillUnderWay() throws SQLException {
        return Query.list(
                warehouse,
                row -> row.getObject(1, LocalDate.class),
                "select as_of from score.backfill where unfinished or not published");
    }

    /** Rows of dates before {@code first} that are not among those kept, table by table. */
    List<Going> going(LocalDate first, Collection<LocalDate> kept) throws SQLException {
        List<Going> going = new ArrayList<>();
        for (String table : tables()) {
            long rows = Query.number(
                    warehouse, "select count(*) from " + table + condition(), first.toString(), texts(kept));
            if (rows > 0) {
                going.add(new Going(Text.same(table), rows, Going.ROWS, Sizes.of(warehouse, table, rows), List.of()));
            }
        }
        long stays = stays() ? Query.number(warehouse, "select count(*) from " + STAY + ENDED, first.toString()) : 0;
        if (stays > 0) {
            going.add(new Going(Text.same(STAY), stays, Going.ROWS, Sizes.of(warehouse, STAY, stays), List.of()));
        }
        return going;
    }

    private boolean stays() throws SQLException {
        return Query.number(
                        warehouse,
                        "select count(*) from duckdb_tables() where database_name = current_database()"
                                + " and schema_name || '.' || table_name = ?",
                        STAY)
                > 0;
    }

    void delete(LocalDate first, Collection<LocalDate> kept) throws SQLException {
        for (String table : tables()) {
            Query.update(warehouse, "delete from " + table + condition(), first.toString(), texts(kept));
        }
        Query.update(warehouse, "delete from " + STAY + ENDED, first.toString());
    }

    private static String condition() {
        return " where as_of < cast(? as date) and as_of not in (select unnest(?::varchar[])::date)";
    }

    private Array texts(Collection<LocalDate> dates) throws SQLException {
        return warehouse.createArrayOf(
                "varchar", dates.stream().map(LocalDate::toString).toArray());
    }

    private List<String> tables() throws SQLException {
        return Query.list(
                warehouse,
                row -> {
                    List<String> name = List.of(row.getString(1).split("\\.", 2));
                    return Quoted.name(name.get(0)) + "." + Quoted.name(name.get(1));
                },
                TABLES);
    }
}
