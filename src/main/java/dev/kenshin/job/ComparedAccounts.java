package dev.kenshin.job;

import dev.kenshin.job.ComparedAccount.Reason;
import dev.kenshin.job.ComparedAccount.State;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what two snapshots say of each account, and what made the difference. */
final class ComparedAccounts {
    /** What is kept of an account only as it is now. */
    static final List<String> OF_ACCOUNT = List.of("owner", "industry", "plan", "region", "touch");

    private static final Set<String> OF_SNAPSHOT = Set.of("scorecard", "level");
    private static final String OVERRIDE_KEY = "override:";

    private final Connection connection;
    private final ScoreWords words;

    ComparedAccounts(Connection connection, ScoreWords words) {
        this.connection = connection;
        this.words = words;
    }

    /** The largest fall first, those without a change last. */
    List<ComparedAccount> between(LocalDate then, LocalDate now, Optional<String> by) throws SQLException {
        String sql =
                resource().replace("{group}", by.map(ComparedAccounts::grouped).orElse("""
                select as_of, account_id, '-' as class from day cross join account"""));
        return Query.list(connection, this::account, sql, then, now);
    }

    private static String grouped(String by) {
        if (OF_ACCOUNT.contains(by)) {
            return "select as_of, account_id, " + Quoted.name(by) + " as class from day cross join account";
        }
        if (OF_SNAPSHOT.contains(by)) {
            return "select as_of, account_id, " + Quoted.name(by)
                    + " as class from score.account_health where as_of in ($1, $2)";
        }
        return "select as_of, account_id, class from score.segment where as_of in ($1, $2) and segment = "
                + Quoted.text(by);
    }

    private ComparedAccount account(ResultSet row) throws SQLException {
        State now = state(row, "now");
        State then = state(row, "then");
        return new ComparedAccount(
                row.getString(1),
                row.getString(2),
                Optional.ofNullable(row.getString("owner")),
                then,
                now,
                reason(row, now, then));
    }

    private static State state(ResultSet row, String date) throws SQLException {
        String level = row.getString("level_" + date);
        String group = row.getString("class_" + date);
        return new State(
                row.getBoolean("known_" + date),
                row.getBoolean("customer_" + date),
                level == null ? "-" : level,
                number(row, "health_" + date),
                Optional.ofNullable(row.getString("scorecard_" + date)),
                row.getDouble("arr_" + date),
                group == null ? "-" : group);
    }

    private Optional<Reason> reason(ResultSet row, State now, State then) throws SQLException {
        @Nullable String key = row.getString("metric");
        if (key == null) {
            return Optional.empty();
        }
        String card = now.scorecard().or(then::scorecard).orElse("");
        Text values = new Text("", "");
        if (!key.startsWith(OVERRIDE_KEY)) {
            Text before = value(row, then, key, "then");
            Text after = value(row, now, key, "now");
            values = new Text(before.ja() + " → " + after.ja(), before.en() + " → " + after.en());
        }
        return Optional.of(new Reason(key, words.contribution(card, key), values, row.getDouble("points")));
    }

    private Text value(ResultSet row, State state, String key, String date) throws SQLException {
        return words.value(
                state.scorecard().orElse(""),
                key,
                number(row, "value_" + date),
                number(row, "per_" + date),
                row.getString("text_" + date));
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private static String resource() {
        try (InputStream in = ComparedAccounts.class.getResourceAsStream("compared_account.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
