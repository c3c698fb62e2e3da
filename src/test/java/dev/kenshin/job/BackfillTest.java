package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.ops.ExitCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of dates that have passed, computed after the first night. */
class BackfillTest extends AfterFirstNight {
    private static final LocalDate THURSDAY = SATURDAY.minusDays(2);
    private static final LocalDate FRIDAY = SATURDAY.minusDays(1);
    private static final String SCORES =
            "select (h.as_of, h.account_id, health, level, contribution, status, data_age_days)::varchar"
                    + " from score.account_health h join score.health_component using (as_of, account_id)";

    @Test
    void missingDates_areComputedFromWhatIsDatedUpToThem() throws Exception {
        List<String> saturday = company.rows(SCORES + " order by all");

        BackfillResult result = company.backfill(daily(THURSDAY, SATURDAY));

        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(result.computed()).containsExactly(THURSDAY, FRIDAY);
        assertThat(result.there()).isEqualTo(1);
        assertThat(company.rows(SCORES + " where h.as_of = '2026-10-31' order by all"))
                .isEqualTo(saturday);
        assertThat(company.rows("select as_of || ' ' || value from metric.metric_value"
                        + " where account_id = 'C1' and metric = 'active_users_28d' order by all"))
                .containsExactly("2026-10-29 0.0", "2026-10-30 2.0", "2026-10-31 2.0");
    }

    @Test
    void dates_areScoredAsTheirNightsWouldHave() throws Exception {
        TestCompany other = company.copyTo(company.directory.resolveSibling("other"));
        other.run(THURSDAY);
        other.run(FRIDAY);

        company.backfill(daily(THURSDAY, FRIDAY));

        for (String table : List.of(
                "score.account_health",
                "score.health_component",
                "score.segment",
                "score.rollup",
                "score.rollup_level")) {
            String rows = "select t::varchar from " + table + " t where as_of < '2026-10-31' order by all";
            assertThat(company.rows(rows)).as(table).isNotEmpty().isEqualTo(other.rows(rows));
        }
    }

    @Test
    void newestSnapshot_isPublishedAgainWithItsNewHistory() throws Exception {
        BackfillResult result = company.backfill(daily(FRIDAY, SATURDAY));

        assertThat(result.published()).contains(SATURDAY);
        assertThat(company.home.exports().resolve("2026-10-31").toRealPath()).hasFileName("2026-10-31-r2");
        assertThat(company.published("health_history")).hasSize(10);
        assertThat(company.published("account_health"))
                .filteredOn(row -> row.get("account_id").equals("C2"))
                .extracting(row -> row.get("change_1d"))
                .containsExactly("0");
        assertThat(company.home.exports().resolve("2026-10-30")).doesNotExist();
        assertThat(company.night(new NightRequest(SATURDAY, false)).work()).isEqualTo(NightResult.Work.NONE);
    }

    @Test
    void nightOfALaterDateThatFailed_keepsNoHistoryBack() throws Exception {
        company.change("files/contracts.csv", text -> "");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.SOURCE_UNAVAILABLE);

        BackfillResult result = company.backfill(daily(FRIDAY, FRIDAY));

        assertThat(result.published()).contains(SATURDAY);
        assertThat(company.rows("select count(*) from score.backfill where published"))
                .containsExactly("1");
    }

    @Test
    void sameBackfillAgain_changesNothing() throws Exception {
        company.backfill(daily(FRIDAY, SATURDAY));
        var before = WarehouseContent.of(company.home);

        BackfillResult again = company.backfill(daily(FRIDAY, SATURDAY));

        assertThat(again.computed()).isEmpty();
        assertThat(again.there()).isEqualTo(2);
        assertThat(again.published()).isEmpty();
        assertThat(WarehouseContent.of(company.home)).isEqualTo(before);
    }

    @Test
    void forcedBackfill_computesAgain_andANightTakesItsDateBack() throws Exception {
        BackfillResult forced =
                company.backfill(new BackfillRequest(FRIDAY, SATURDAY, Every.DAY, true, new KnownAt.Now()));
        assertThat(forced.computed()).containsExactly(FRIDAY, SATURDAY);
        assertThat(company.rows("select as_of::varchar from score.backfill order by all"))
                .containsExactly("2026-10-30", "2026-10-31");

        company.runAgain(SATURDAY);

        assertThat(company.rows("select as_of::varchar from score.backfill")).containsExactly("2026-10-30");
    }

    @Test
    void nothingLanded_isRefused(@TempDir Path directory) throws Exception {
        TestCompany fresh = TestCompany.in(directory);
        assertThatThrownBy(() -> fresh.backfill(daily(FRIDAY, SATURDAY)))
                .isInstanceOfSatisfying(NightFailure.class, failure -> assertCode(failure, "KEN-J11"));
    }

    @Test
    void dateAfterWhatHasLanded_isRefused() {
        assertThatThrownBy(() -> company.backfill(daily(SATURDAY, SUNDAY)))
                .isInstanceOfSatisfying(NightFailure.class, failure -> assertCode(failure, "KEN-J12"));
    }

    private static void assertCode(NightFailure failure, String code) {
        assertThat(failure.problems().get(0).code()).isEqualTo(code);
        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private static BackfillRequest daily(LocalDate from, LocalDate to) {
        return new BackfillRequest(from, to, Every.DAY, false, new KnownAt.Now());
    }
}
