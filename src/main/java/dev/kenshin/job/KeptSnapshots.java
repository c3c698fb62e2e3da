package dev.kenshin.job;

import dev.kenshin.model.Column;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The snapshots of a warehouse, seen from a warehouse in memory beside it. What is scored anew is kept there; for a
 * connection that {@linkplain #show looks back}, it stands in the place of the kept snapshots from its first date on.
 */
final class KeptSnapshots {
    private static final String LOOKING_BACK = "past";

    private final Connection connection;
    private final NightPlan plan;
    private final ModelTable accounts;

    /**
     * @param connection of a {@linkplain Warehouse#beside warehouse beside} the one that holds the snapshots
     * @param plan whose sources fill the model
     */
    KeptSnapshots(Connection connection, NightPlan plan) {
        this.connection = connection;
        this.plan = plan;
        this.accounts = Objects.requireNonNull(plan.tables().get(Model.ACCOUNT.name()));
    }

    NavigableSet<LocalDate> dates() throws SQLException {
        return new TreeSet<>(Query.list(
                connection,
                row -> row.getObject(1, LocalDate.class),
                "select distinct as_of from kept.score.account_health"));
    }

    /** Prepares for scoring anew all dates from the first on: what was scored then is not looked back to. */
    void from(LocalDate first) throws SQLException {
        execute("attach ':memory:' as " + LOOKING_BACK);
        execute("create schema " + LOOKING_BACK + ".score");
        for (String table : scores()) {
            execute("create view " + LOOKING_BACK + ".score." + table + " as from memory.score." + table
                    + (keeps(table) ? " union all by name from kept.score." + table + before(first) : ""));
        }
        for (String table : models()) {
            execute("drop table if exists model." + table);
            execute("create or replace view model." + table + " as from kept.model." + table);
        }
    }

    /** Lets a connection see the scores of dates that have passed, besides all that is in memory. */
    static void show(Connection connection) throws SQLException {
        Query.update(connection, "set search_path = 'memory.main," + LOOKING_BACK + ".score'");
    }

    /** Gives what was measured of a date, for the accounts of that date. Their own columns are as they are now. */
    void give(LocalDate asOf) throws SQLException {
        String when = " where as_of = date " + Quoted.text(asOf.toString());
        execute("create or replace view model.account as select known.* exclude (account_id), account.account_id"
                + missingColumns() + " from (select distinct account_id from kept.score.account_health" + when
                + ") account left join (select distinct on (account_id) * from kept.model.account"
                + " order by account_id, mapping, record_key) known using (account_id)");
        execute("create or replace table metric.given as"
                + " select account_id, metric, value, text from kept.metric.metric_value" + when
                + " union all select account_id, segment, null, class from kept.score.segment" + when);
    }

    /** The names of the metrics and segments that were kept of a date. */
    Set<String> measured() throws SQLException {
        return Set.copyOf(Query.list(connection, row -> row.getString(1), "select distinct metric from metric.given"));
    }

    /** How old the data of a date were. Earlier releases have kept that only with the components. */
    DataAges ages(LocalDate asOf) throws SQLException {
        Map<String, OptionalInt> ages = new HashMap<>();
        if (keeps("data_age")) {
            addAges(ages, "select metric, data_age_days from kept.score.data_age where as_of = ?", asOf);
        }
        if (ages.isEmpty()) {
            addAges(
                    ages,
                    "select coalesce(of_metric, metric), max(data_age_days) from ((from memory.score.health_component"
                            + " limit 0) union all by name from kept.score.health_component)"
                            + " where as_of = ? and per_metric is null group by 1",
                    asOf);
        }
        return DataAges.given(ages, sourceAges(asOf));
    }

    /** What the night, or the backfill, of the date found; earlier releases did not keep it. */
    private Optional<List<SourceAge>> sourceAges(LocalDate asOf) throws SQLException {
        if (!keeps("source_age")) {
            return Optional.empty();
        }
        List<SourceAge> ages = Query.list(
                connection,
                row -> new SourceAge(
                        row.getString("source"),
                        row.getString("stream"),
                        SourceAge.tables(plan, row.getString("source"), row.getString("stream")),
                        SourceStatus.ofWord(row.getString("status")),
                        row.getObject("age_days") == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(row.getInt("age_days"))),
                "select * from kept.score.source_age where as_of = ?",
                asOf);
        return Optional.of(ages).filter(known -> !known.isEmpty());
    }

    /** A table of the kept scores as a relation; empty where an earlier release did not have it. */
    String kept(String table) throws SQLException {
        return keeps(table) ? "kept.score." + table : "(from memory.score." + table + " limit 0)";
    }

    /** Forgets scores that nobody looks back to any more. */
    void forgetBefore(LocalDate date) throws SQLException {
        for (String table : scores()) {
            execute("delete from memory.score." + table + before(date));
        }
    }

    private void addAges(Map<String, OptionalInt> ages, String sql, LocalDate asOf) throws SQLException {
        Query.list(
                connection,
                row -> ages.put(
                        row.getString(1),
                        row.getObject(2) == null ? OptionalInt.empty() : OptionalInt.of(row.getInt(2))),
                sql,
                asOf);
    }

    private static String before(LocalDate first) {
        return " where as_of < date " + Quoted.text(first.toString());
    }

    private List<String> scores() throws SQLException {
        return Query.list(
                connection,
                row -> row.getString(1),
                "select table_name from duckdb_columns() where database_name = 'memory' and schema_name = 'score'"
                        + " and column_name = 'as_of'");
    }

    private List<String> models() throws SQLException {
        return Query.list(
                connection,
                row -> row.getString(1),
                "select table_name from duckdb_tables() where database_name = 'kept' and schema_name = 'model'");
    }

    private boolean keeps(String table) throws SQLException {
        return Query.number(
                        connection,
                        "select count(*) from duckdb_tables() where database_name = 'kept' and schema_name = 'score'"
                                + " and table_name = ?",
                        table)
                > 0;
    }

    /** Variables that no night has seen yet are unknown. */
    private String missingColumns() throws SQLException {
        Set<String> known = Set.copyOf(Query.list(
                connection,
                row -> row.getString(1),
                "select column_name from duckdb_columns() where database_name = 'kept' and schema_name = 'model'"
                        + " and table_name = 'account'"));
        StringBuilder missing = new StringBuilder();
        for (Column column : accounts.columns()) {
            if (!known.contains(column.name())) {
                missing.append(", cast(null as ")
                        .append(column.type().sql())
                        .append(") as ")
                        .append(Quoted.name(column.name()));
            }
        }
        return missing.toString();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
