package dev.kenshin.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Problem;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollupTest {
    private Company company;

    @BeforeEach
    void open() throws SQLException {
        company = new Company();
    }

    @AfterEach
    void close() throws SQLException {
        company.close();
    }

    @Test
    void largeAccount_weighsAsMuchAsItPays() throws SQLException {
        company.account("C1", null, 80.0, "low").account("C2", null, 20.0, "critical");
        company.contract("C1", "suite", 300, 10).contract("C2", "suite", 100, 30);
        company.rollUp();

        assertThat(total())
                .containsEntry("mean_health", 50.0)
                .containsEntry("arr_weighted_health", 65.0)
                .containsEntry("seat_weighted_health", 35.0)
                .containsEntry("median_health", 50.0)
                .containsEntry("worst_account_id", "C2")
                .containsEntry("worst_health", 20.0)
                .containsEntry("accounts_at_risk", 1L)
                .containsEntry("arr", new BigDecimal("4800.0000"))
                .containsEntry("arr_at_risk", new BigDecimal("1200.0000"));
    }

    @Test
    void unknownHealth_isCounted_andTakenForNothing() throws SQLException {
        company.account("C1", null, 80.0, "low").account("C2", null, null, "unknown");
        company.contract("C1", "suite", 100, 1).contract("C2", "suite", 300, 1);
        company.rollUp();

        assertThat(total())
                .containsEntry("accounts", 2L)
                .containsEntry("scored_accounts", 1L)
                .containsEntry("mean_health", 80.0)
                .containsEntry("arr_weighted_health", 80.0)
                .containsEntry("scored_arr", new BigDecimal("1200.0000"))
                .containsEntry("arr", new BigDecimal("4800.0000"))
                .containsEntry("worst_account_id", "C1");
    }

    @Test
    void nobodyScored_hasNoMeanAndNoWorst() throws SQLException {
        company.account("C1", null, null, "unknown").rollUp();

        assertThat(total())
                .containsEntry("accounts", 1L)
                .containsEntry("scored_accounts", 0L)
                .containsEntry("mean_health", null)
                .containsEntry("median_health", null)
                .containsEntry("worst_account_id", null)
                .containsEntry("arr", null);
    }

    @Test
    void accountWithoutArr_takesNoPartInTheWeightedMean() throws SQLException {
        company.account("C1", null, 80.0, "low").account("C2", null, 20.0, "critical");
        company.contract("C1", "suite", 100, null).contract("C2", "suite", null, 5);
        company.rollUp();

        assertThat(total())
                .containsEntry("arr_weighted_health", 80.0)
                .containsEntry("seat_weighted_health", 20.0)
                .containsEntry("accounts_without_arr", 1L)
                .containsEntry("accounts_without_seats", 1L);
    }

    @Test
    void freeContracts_giveNoWeight() throws SQLException {
        company.account("C1", null, 80.0, "low").contract("C1", "suite", 0, 0).rollUp();

        assertThat(total())
                .containsEntry("arr_weighted_health", null)
                .containsEntry("seat_weighted_health", null)
                .containsEntry("mean_health", 80.0);
    }

    @Test
    void everyAncestor_hasAllThatIsBelowIt() throws SQLException {
        company.account("G", null, 90.0, "low")
                .account("P", "G", 60.0, "medium")
                .account("C", "P", 30.0, "high")
                .account("other", null, 0.0, "critical");
        company.rollUp();

        assertThat(company.rows("parent")).containsOnlyKeys("G", "P");
        assertThat(company.rows("parent").get("G"))
                .containsEntry("accounts", 3L)
                .containsEntry("mean_health", 60.0)
                .containsEntry("worst_account_id", "C");
        assertThat(company.rows("parent").get("P")).containsEntry("mean_health", 45.0);
        assertThat(company.rows("children").get("G"))
                .containsEntry("accounts", 2L)
                .containsEntry("mean_health", 45.0);
        assertThat(company.rows("children").get("P")).containsEntry("mean_health", 30.0);
    }

    @Test
    void parentThatIsNoAccount_isAMemberNevertheless() throws SQLException {
        company.account("C1", "X", 90.0, "low")
                .account("C2", "X", 60.0, "medium")
                .rollUp();

        assertThat(company.rows("parent")).containsOnlyKeys("X");
        assertThat(company.rows("parent").get("X"))
                .containsEntry("accounts", 2L)
                .containsEntry("mean_health", 75.0);
    }

    @Test
    void accountThatNamesItself_isOnTop() throws SQLException {
        company.account("G", "G", 90.0, "low").account("C", "G", 60.0, "medium");

        assertThat(company.rollUp()).isEmpty();
        assertThat(company.rows("parent").get("G")).containsEntry("accounts", 2L);
    }

    @Test
    void circleOfParents_isToldOnce_andBroken() throws SQLException {
        company.account("B", "C", 50.0, "medium")
                .account("C", "A", 50.0, "medium")
                .account("A", "B", 20.0, "critical")
                .account("child", "C", 90.0, "low");

        List<Problem> problems = company.rollUp();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo("KEN-J24");
        assertThat(problems.get(0).message().en())
                .isEqualTo("parents go in a circle: A → B → C → A."
                        + " These 3 accounts were summed up as if they had no parent.");
        assertThat(company.rows("parent")).containsOnlyKeys("C");
        assertThat(company.rows("parent").get("C"))
                .containsEntry("accounts", 2L)
                .containsEntry("mean_health", 70.0);
        assertThat(total()).containsEntry("accounts", 4L);
    }

    @Test
    void product_weighsByItsOwnContracts() throws SQLException {
        company.account("C1", null, 80.0, "low").account("C2", null, 20.0, "critical");
        company.contract("C1", "suite", 100, 1)
                .contract("C1", "suite", 200, 2)
                .contract("C1", "mail", 100, 1)
                .contract("C2", "suite", 100, 1)
                .contract("C2", null, 100, 1)
                .contract("C2", "mail", 100, 1, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 10, 30));
        company.rollUp();

        assertThat(company.rows("product")).containsOnlyKeys("suite", "mail", "-");
        assertThat(company.rows("product").get("suite"))
                .containsEntry("accounts", 2L)
                .containsEntry("mean_health", 50.0)
                .containsEntry("arr_weighted_health", 65.0)
                .containsEntry("arr", new BigDecimal("4800.0000"));
        assertThat(company.rows("product").get("mail")).containsEntry("arr", new BigDecimal("1200.0000"));
    }

    @Test
    void ownersCohortsSegmentsAndCards_areDimensionsOfTheirOwn() throws SQLException {
        company.unscored("C1", null, "佐藤", LocalDate.of(2026, 3, 31)).scored("C1", "standard", 10.0, "critical", 1);
        company.unscored("C2", null, null, null).scored("C2", null, null, "unknown", 0);
        company.inClass("C1", "size", "large").inClass("C2", "size", "small").inClass("C1", "owner", "ours");
        company.rollUp();

        assertThat(company.rows("owner")).containsOnlyKeys("佐藤", "-");
        assertThat(company.rows("cohort")).containsOnlyKeys("2026-Q1", "-");
        assertThat(company.rows("size")).containsOnlyKeys("large", "small");
        assertThat(company.rows("segment_owner")).containsOnlyKeys("ours");
        assertThat(company.rows("scorecard")).containsOnlyKeys("standard", "-");
        assertThat(total()).containsEntry("mean_coverage", 0.5);
    }

    @Test
    void risk_isTheLowerHalfOfTheLevelsOfACard() throws SQLException {
        company.account("C1", null, 10.0, "critical")
                .account("C2", null, 40.0, "high")
                .account("C3", null, 60.0, "medium");
        company.unscored("S1", null, null, null).scored("S1", "short", 10.0, "red", 1);
        company.unscored("S2", null, null, null).scored("S2", "short", 50.0, "amber", 1);
        company.rollUp();

        assertThat(total()).containsEntry("accounts_at_risk", 3L);
        assertThat(company.all(
                        "select level, position, at_risk, accounts from score.rollup_level where dimension = 'total'"
                                + " order by position, level"))
                .extracting(row -> row.get("level") + " " + row.get("position") + " " + row.get("at_risk"))
                .containsExactly("critical 0 true", "red 0 true", "amber 1 false", "high 1 true", "medium 2 false");
    }

    @Test
    void equallyBad_theSmallerIdIsTheWorst() throws SQLException {
        company.account("C2", null, 10.0, "critical")
                .account("C1", null, 10.0, "critical")
                .rollUp();

        assertThat(total()).containsEntry("worst_account_id", "C1");
    }

    @Test
    void again_replacesTheDateAlone() throws SQLException {
        company.account("C1", null, 10.0, "critical").rollUp();
        company.run("update score.rollup set as_of = as_of - 1");
        company.rollUp();
        company.rollUp();

        assertThat(company.all("select as_of from score.rollup where dimension = 'total' order by as_of"))
                .hasSize(2);
    }

    private Map<String, @Nullable Object> total() throws SQLException {
        return company.rows("total").get("-");
    }
}
