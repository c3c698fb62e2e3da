package dev.kenshin.job;

import dev.kenshin.ops.Figures;
import dev.kenshin.ops.Figures.SourceFigures;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a night came to from the tables that it kept. */
record NightFigures(Connection connection, LocalDate asOf) {
    private static final String LEVELS =
            "select level, count(*) from score.account_health where as_of = ? group by level order by level";
    private static final String SOURCES = "select source, stream, status = 'fresh', age_days, records, quarantined"
            + " from ops.source_status where as_of = ? order by source, stream";
    private static final String ASIDE = "select count(distinct (origin, key)) from landing.quarantine";

    Figures read() throws SQLException {
        Map<String, Long> accounts = new LinkedHashMap<>();
        Query.list(connection, row -> Map.entry(row.getString(1), row.getLong(2)), LEVELS, asOf)
                .forEach(level -> accounts.put(level.getKey(), level.getValue()));
        List<SourceFigures> sources = Query.list(connection, NightFigures::source, SOURCES, asOf);
        return new Figures(accounts, Query.number(connection, ASIDE), sources);
    }

    private static SourceFigures source(ResultSet row) throws SQLException {
        return new SourceFigures(
                row.getString(1), row.getString(2), row.getBoolean(3), number(row, 4), number(row, 5), row.getLong(6));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
