package dev.kenshin.job;

import dev.kenshin.job.AccountAssessment.Decision;
import dev.kenshin.job.AccountAssessment.Raised;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads back where an account stood in one snapshot: how its level came about, and what raised its risk. */
final class AssessmentReader {
    private static final String KEPT = "select * from score.account_health"
            + " where as_of = ? and account_id = ? and scorecard is not null and level_by_health is not null";

    private final Connection connection;
    private final ScoreWords words;

    AssessmentReader(Connection connection, ScoreWords words) {
        this.connection = connection;
        this.words = words;
    }

    /** Empty where no scorecard applied, and in snapshots of earlier releases. */
    Optional<AccountAssessment> read(LocalDate asOf, String account) throws SQLException {
        return known()
                ? Query.first(connection, row -> assessment(row, asOf, account), KEPT, asOf, account)
                : Optional.empty();
    }

    /** A warehouse that no night has opened since the last release lacks the table. */
    private boolean known() throws SQLException {
        return Query.number(
                        connection,
                        "select count(*) from duckdb_tables() where schema_name = 'score' and table_name = 'escalation'")
                > 0;
    }

    private AccountAssessment assessment(ResultSet row, LocalDate asOf, String account) throws SQLException {
        String card = row.getString("scorecard");
        double health = row.getDouble("computed_health");
        OptionalDouble computed = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(health);
        return new AccountAssessment(
                words.level(card, row.getString("level_by_health")),
                held(row),
                computed,
                words.level(card, row.getString("computed_level")),
                decision(row),
                words.level(card, row.getString("risk_level")),
                escalations(card, asOf, account));
    }

    private static Optional<Text> held(ResultSet row) throws SQLException {
        String ja = row.getString("level_held_ja");
        return ja == null ? Optional.empty() : Optional.of(new Text(ja, row.getString("level_held_en")));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        String author = row.getString("manual_author");
        return author == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        author,
                        row.getString("manual_reason"),
                        row.getObject("manual_set_on", LocalDate.class),
                        row.getObject("manual_expires_on", LocalDate.class)));
    }

    private List<Raised> escalations(String card, LocalDate asOf, String account) throws SQLException {
        return Query.list(
                connection,
                row -> new Raised(
                        row.getString("rule"),
                        words.level(card, row.getString("raised_to")),
                        new Text(row.getString("reason_ja"), row.getString("reason_en")),
                        row.getObject("since", LocalDate.class)),
                "select * from score.escalation where as_of = ? and account_id = ? order by since, rule",
                asOf,
                account);
    }
}
