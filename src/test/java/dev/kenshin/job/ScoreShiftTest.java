package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two snapshots side by side, without the nights that made them. */
class ScoreShiftTest {
    private Warehouse warehouse;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.inMemory(List.of());
        connection = warehouse.connection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        warehouse.close();
    }

    /** Every account against every other would be ten thousand million pairs, and no end in sight. */
    @Test
    void changedScorecard_isFoundAmongManyAccounts() throws SQLException {
        score(SATURDAY, 200_000, "if(i % 2 = 0, 'standard', 'newcomers')", "'first'", "80");
        score(SUNDAY, 200_000, "if(i % 2 = 0, 'standard', 'newcomers')", "if(i % 2 = 0, 'second', 'first')", "70");

        ScoreShift shift = ScoreShift.between(connection, SATURDAY, SUNDAY);

        assertThat(shift.changedCards()).containsExactly("standard");
        assertThat(shift.accounts()).isEqualTo(100_000);
        assertThat(shift.scored()).isEqualTo(100_000);
        assertThat(shift.move()).isEqualTo(10);
    }

    @Test
    void meanOfAHandfulOfScores_isNotJudged_howeverManyHaveNone(@TempDir Path directory) throws Exception {
        score(SATURDAY, 30, "'standard'", "'first'", "if(i < 3, 90, null)");
        score(SUNDAY, 30, "'standard'", "'first'", "if(i < 3, 10, null)");
        NightPlan plan = TestCompany.in(directory).plan();

        new ScoreGate(Trial.night(plan, SUNDAY, warehouse, connection)).check("score");

        assertThat(Query.list(
                        connection,
                        row -> row.getString(1),
                        "select gate || ' ' || outcome from ops.gate order by all"))
                .containsExactly(
                        "distribution not-measured",
                        "level-changes passed",
                        "mean-health not-measured",
                        "without-health passed");
    }

    /** The expressions may name {@code i}, which counts the accounts from 0. */
    private void score(LocalDate asOf, int accounts, String card, String hash, String health) throws SQLException {
        Query.update(
                connection,
                "insert into score.account_health by name select ?::date as as_of, 'C' || i as account_id, " + card
                        + " as scorecard, " + hash + " as scorecard_hash, " + health
                        + " as health, 'high' as level, 1 as coverage from range(?) t(i)",
                asOf,
                accounts);
    }
}
