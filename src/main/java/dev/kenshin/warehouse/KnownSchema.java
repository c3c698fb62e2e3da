package dev.kenshin.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * A database in memory beside the warehouse, with schemas {@code landing}, {@code usage} and {@code model} that stand
 * before the warehouse's own: whoever works on a connection of it sees the records of an earlier time, and builds a model
 * that nobody else sees. Events are not kept in versions, so that usage is as it is now.
 */
final class KnownSchema {
    private static final String NAME = "known";
    /** What is only looked at stays where it is. */
    private static final List<String> AS_NOW =
            List.of("landing.stream", "landing.field", "usage.part", "usage.part_day", "usage.daily", "usage.source");

    private final DuckDBConnection root;
    private final String own;

    KnownSchema(DuckDBConnection root) throws SQLException {
        this.root = root;
        this.own = Query.first(root, row -> row.getString(1), "select current_database()")
                .orElseThrow();
    }

    /** Shows the records that were current at that time (UTC); builds the schemas the first time. */
    void moveTo(LocalDateTime time) throws SQLException {
        if (Query.number(root, "select count(*) from duckdb_databases() where database_name = ?", NAME) == 0) {
            create();
        }
        String at = "timestamp " + Quoted.text(time.toString());
        Query.update(
                root,
                "create or replace view known.landing.record as select * replace"
                        + " (case when superseded_at <= " + at + " then superseded_at end as superseded_at) from "
                        + own("landing.record") + " where seen_at <= " + at);
    }

    /** Lets names without a database mean these schemas, and the warehouse for everything else. */
    void show(Connection connection) throws SQLException {
        Query.update(
                connection,
                "set search_path = " + Quoted.text(Quoted.name(own) + ".main,known.landing,known.usage,known.model"));
    }

    private void create() throws SQLException {
        try (Connection connection = root.duplicate();
                Statement statement = connection.createStatement()) {
            statement.execute("attach ':memory:' as " + NAME);
            statement.execute("use " + NAME);
            Schema.createForModel(statement);
            statement.execute("drop table landing.record");
            for (String table : AS_NOW) {
                statement.execute("drop table " + table);
                statement.execute("create view " + table + " as from " + own(table));
            }
        }
    }

    private String own(String table) {
        return Quoted.name(own) + "." + table;
    }
}
