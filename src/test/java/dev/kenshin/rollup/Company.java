package dev.kenshin.rollup;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A warehouse in memory with accounts and contracts that have been scored. */
final class Company implements AutoCloseable {
    static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

    private final Warehouse warehouse = Warehouse.inMemory(List.of());
    final Connection connection;

    Company() throws SQLException {
        connection = warehouse.connection();
    }

    /** An account of the standard card; without a health its level is unknown. */
    Company account(String id, @Nullable String parent, @Nullable Double health, String level) throws SQLException {
        unscored(id, parent, null, null);
        return scored(id, "standard", health, level, health == null ? 0.2 : 0.9);
    }

    Company unscored(String id, @Nullable String parent, @Nullable String owner, @Nullable LocalDate started)
            throws SQLException {
        return run(
                "insert into model.account (mapping, record_key, account_id, parent_id, owner, started_on)"
                        + " values ('a', ?, ?, ?, ?, ?)",
                id,
                id,
                parent,
                owner,
                started);
    }

    Company scored(String id, @Nullable String card, @Nullable Double health, String level, double coverage)
            throws SQLException {
        return run(
                "insert into score.account_health (as_of, account_id, scorecard, health, level, coverage)"
                        + " values (?, ?, ?, ?, ?, ?)",
                AS_OF,
                id,
                card,
                health,
                level,
                coverage);
    }

    /** In force all year. */
    Company contract(String account, @Nullable String product, @Nullable Integer mrr, @Nullable Integer seats)
            throws SQLException {
        return contract(account, product, mrr, seats, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }

    Company contract(
            String account,
            @Nullable String product,
            @Nullable Integer mrr,
            @Nullable Integer seats,
            LocalDate starts,
            LocalDate ends)
            throws SQLException {
        return run(
                "insert into model.contract (mapping, record_key, account_id, product, mrr, seats, starts_on, ends_on)"
                        + " values ('c', 'k', ?, ?, ?, ?, ?, ?)",
                account,
                product,
                mrr,
                seats,
                starts,
                ends);
    }

    Company inClass(String account, String segment, String name) throws SQLException {
        return run("insert into score.segment values (?, ?, ?, ?)", AS_OF, account, segment, name);
    }

    Company run(String sql, @Nullable Object... values) throws SQLException {
        Query.update(connection, sql, values);
        return this;
    }

    List<Problem> rollUp() throws SQLException {
        return new Rollup(List.of(
                        card("standard", "critical", "high", "medium", "low"), card("short", "red", "amber", "green")))
                .replace(connection, AS_OF);
    }

    /** The rows of a dimension by their members; the member that has none is {@code -}. */
    Map<String, Map<String, @Nullable Object>> rows(String dimension) throws SQLException {
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : all("select * from score.rollup where dimension = ?", dimension)) {
            Object member = row.get("member");
            rows.put(member == null ? "-" : member.toString(), row);
        }
        return rows;
    }

    List<Map<String, @Nullable Object>> all(String sql, Object... values) throws SQLException {
        return Query.list(connection, Company::row, sql, values);
    }

    private static Map<String, @Nullable Object> row(ResultSet result) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.put(result.getMetaData().getColumnName(i), result.getObject(i));
        }
        return row;
    }

    private static ScorecardConfig card(String name, String... levels) {
        Location here = Location.file("config");
        return new ScorecardConfig(
                name,
                Text.same(name),
                Optional.empty(),
                ScorecardConfig.Combine.AVERAGE,
                List.of(),
                List.of(),
                0.6,
                List.of(),
                Arrays.stream(levels)
                        .map(level -> new ScorecardConfig.Level(level, 0))
                        .toList(),
                here);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }
}
