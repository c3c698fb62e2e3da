package dev.kenshin.publish;

import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.SegmentConfig;
import dev.kenshin.config.Sql;
import dev.kenshin.model.Column;
import dev.kenshin.model.ColumnType;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A warehouse in memory as the scoring of a night leaves it, and the words of a small configuration. */
final class Night implements AutoCloseable {
    static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    static final Snapshot SNAPSHOT = new Snapshot(AS_OF, 1);

    private static final Location HERE = Location.file("config");

    final Warehouse warehouse = Warehouse.inMemory(List.of());
    final Connection connection;

    Night() throws SQLException {
        connection = warehouse.connection();
        run("alter table model.account add column unit_price decimal(18,4)");
    }

    Night run(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
        return this;
    }

    Night account(String id, String name) throws SQLException {
        return run(
                "insert into model.account (mapping, record_key, account_id, name, owner, touch) values ('a', ?, ?, ?, ?, 'high')",
                id,
                id,
                name,
                "佐藤");
    }

    Night health(LocalDate asOf, String id, @Nullable Double health, String level) throws SQLException {
        return run(
                "insert into score.account_health (as_of, account_id, scorecard, health, level, coverage,"
                        + " driver_1_ja, driver_1_en) values (?, ?, 'standard', ?, ?, 0.875, ?, ?)",
                asOf,
                id,
                health,
                level,
                "活用率 12%（28点, -21.4点）",
                "Utilisation 12% (score 28, -21.4 points)");
    }

    Night scored(String id, String name, @Nullable Double health, String level) throws SQLException {
        return account(id, name).health(AS_OF, id, health, level);
    }

    PublishedTables tables() {
        return new PublishedTables(glossary());
    }

    static Glossary glossary() {
        return new Glossary(
                List.of(new Column("unit_price", ColumnType.DECIMAL, new Text("単価", "Unit price"))),
                List.of(new SegmentConfig(
                        "lifecycle",
                        new Text("ライフサイクル", "Lifecycle"),
                        List.of(new SegmentConfig.SegmentClass(
                                "adoption", new Text("活用期", "Adoption"), new Sql("true", HERE))),
                        "adoption",
                        HERE)),
                List.of(metric("utilisation", "活用率", "Utilisation", "ratio"), metric("nps", "NPS", "NPS", "points")),
                List.of(scorecard()));
    }

    private static MetricConfig metric(String name, String ja, String en, String unit) {
        return new MetricConfig(
                name,
                new Text(ja, en),
                new MetricConfig.Expression(new Sql("1", HERE)),
                Optional.of(unit),
                Optional.empty(),
                HERE);
    }

    private static ScorecardConfig scorecard() {
        ScorecardConfig.Component utilisation = new ScorecardConfig.Component(
                "utilisation",
                new Reference("utilisation", HERE),
                Optional.empty(),
                Optional.empty(),
                40,
                new ScorecardConfig.Scale.Curve(List.of(new ScorecardConfig.Scale.Knot(0, 0))),
                new ScorecardConfig.Missing.Exclude(),
                OptionalInt.empty(),
                Optional.empty(),
                HERE);
        ScorecardConfig.Group usage = new ScorecardConfig.Group(
                "usage",
                new Text("利用", "Usage"),
                50,
                ScorecardConfig.Combine.AVERAGE,
                List.of(utilisation),
                List.of(),
                HERE);
        return new ScorecardConfig(
                "standard",
                new Text("標準", "Standard"),
                Optional.empty(),
                ScorecardConfig.Combine.AVERAGE,
                List.of(usage),
                List.of(),
                0.6,
                List.of(),
                List.of(
                        new ScorecardConfig.Level("critical", 0),
                        new ScorecardConfig.Level("high", 30),
                        new ScorecardConfig.Level("medium", 50),
                        new ScorecardConfig.Level("low", 70)),
                HERE);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }
}
