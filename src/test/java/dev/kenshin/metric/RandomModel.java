package dev.kenshin.metric;

import dev.kenshin.model.Column;
import dev.kenshin.model.ModelTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A company whose rows are nonsense in every way that real rows are: gaps, repetitions, dates in the future. */
final class RandomModel {
    static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    private static final int ACCOUNTS = 40;
    private static final Map<String, List<String>> WORDS = Map.of(
            "usage_daily.event", List.of("login", "login", "task_update", "report_export"),
            "ticket.priority", List.of("urgent", "normal"),
            "project_work.kind", List.of("consulting", "training", "onboarding", "other"),
            "survey_response.kind", List.of("nps", "nps", "csat"),
            "survey_response.role", List.of("decision_maker", "administrator", "user"),
            "interaction.kind", List.of("meeting", "qbr", "call", "training"),
            "qualitative_event.kind",
                    List.of("competitor_in_use", "executive_changed", "contact_changed", "no_regular_meeting"),
            "account.touch", List.of("high", "low", "tech"));
    private static final List<String> FEW = List.of("a", "b", "c", "d", "e");
    private static final Map<String, Integer> LIMITS = Map.of("score", 11, "satisfaction", 6, "seats", 40);

    private final Random random;
    private final List<Row> accounts = new ArrayList<>();
    private final Map<String, Map<String, List<Row>>> tables = new HashMap<>();

    RandomModel(long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < ACCOUNTS; i++) {
            String name = "C" + (100 + i);
            Row account = row(Shipped.table("account"), name);
            accounts.add(account);
            tables.put(name, rows(name));
        }
    }

    /** By account, in the order of the names. */
    List<Facts> facts(LocalDate asOf) {
        return accounts.stream()
                .map(account -> new Facts(account, tables.getOrDefault(id(account), Map.of()), asOf))
                .toList();
    }

    static String id(Row account) {
        return account.text("account_id").orElseThrow();
    }

    void insert(Connection connection) throws SQLException {
        append(connection, Shipped.table("account"), accounts);
        for (ModelTable table : Shipped.TABLES.values()) {
            List<Row> rows = tables.values().stream()
                    .flatMap(account -> account.getOrDefault(table.name(), List.of()).stream())
                    .toList();
            append(connection, table, rows);
        }
    }

    /** One account in six has no row in a given table. */
    private Map<String, List<Row>> rows(String account) {
        Map<String, List<Row>> rows = new HashMap<>();
        for (ModelTable table : Shipped.TABLES.values()) {
            if (!table.name().equals("account") && random.nextInt(6) > 0) {
                int count = random.nextInt(table.name().equals("usage_daily") ? 80 : 15);
                List<Row> members = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    members.add(row(table, account));
                }
                rows.put(table.name(), members);
            }
        }
        return rows;
    }

    private Row row(ModelTable table, String account) {
        Map<String, @Nullable Object> values = new HashMap<>();
        table.columns().forEach(column -> values.put(column.name(), value(table, column)));
        values.put("account_id", account);
        return new Row(values);
    }

    private @Nullable Object value(ModelTable table, Column column) {
        if (random.nextInt(8) == 0) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> word(WORDS.getOrDefault(table.name() + "." + column.name(), FEW));
            case INTEGER -> (long) random.nextInt(LIMITS.getOrDefault(column.name(), 500));
            case DECIMAL -> BigDecimal.valueOf(random.nextInt(-2_000, 50_000), 4);
            case DATE -> day();
            case TIMESTAMP -> day().atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60));
            case BOOLEAN -> random.nextBoolean();
        };
    }

    private String word(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** Mostly around the edges of windows, sometimes years ago, sometimes in the future. */
    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(3) > 0 ? random.nextInt(-100, 20) : random.nextInt(-900, 400));
    }

    private static void append(Connection connection, ModelTable table, List<Row> rows) throws SQLException {
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender("model", table.name())) {
            for (Row row : rows) {
                appender.beginRow();
                if (!table.name().equals("usage_daily")) {
                    appender.append("mapping").append("key").append("name");
                }
                for (Column column : table.columns()) {
                    append(appender, row.values().get(column.name()));
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof BigDecimal decimal) {
            appender.append(decimal.setScale(4));
        } else if (value instanceof LocalDate date) {
            appender.append(date);
        } else if (value instanceof LocalDateTime time) {
            appender.append(time);
        } else {
            throw new IllegalArgumentException("no such value in the model: " + value);
        }
    }
}
