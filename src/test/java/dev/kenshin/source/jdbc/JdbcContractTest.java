package dev.kenshin.source.jdbc;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceContractTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The contract as a database keeps it; which one, its subclasses say. */
abstract class JdbcContractTest extends SourceContractTest {
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** An address at which the database of this test is reached. */
    abstract String url();

    abstract Connection connect() throws SQLException;

    @Override
    protected void write(String table, List<String> header, List<Row> rows) throws SQLException {
        String columns =
                header.stream().map(name -> '"' + name + "\" varchar(200)").collect(Collectors.joining(", "));
        String marks = String.join(", ", Collections.nCopies(header.size(), "?"));
        execute("create table " + table + " (" + columns + ")");
        try (Connection connection = connect();
                PreparedStatement insert =
                        connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (Row row : rows) {
                for (int i = 0; i < header.size(); i++) {
                    insert.setString(i + 1, row.cells().get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    protected Map<String, Object> options(String table) {
        return Map.of("table", table);
    }

    @Override
    protected Source open(StreamConfig... streams) {
        return open(Map.of("url", url(), "fetch-size", "100"), streams);
    }

    static Source open(Map<String, ?> options, StreamConfig... streams) {
        return JdbcSource.open(Configured.source("jdbc", options, streams), TOKYO, UnaryOperator.identity());
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
