package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.ops.ExitCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was known at a time, although records have changed, come and gone since. */
class KnownAtBackfillTest extends AfterFirstNight {
    private static final String SCORES = "select (account_id, metric, value, score, contribution, status)::varchar"
            + " from score.health_component where as_of = '2026-10-31' order by all";
    private static final String SEATS = "select account_id || ' ' || value from metric.metric_value"
            + " where as_of = '2026-10-31' and metric = 'seats' and value is not null order by all";

    private Instant afterFirstNight = Instant.EPOCH;
    private List<String> asScoredThen = List.of();

    @BeforeEach
    void changeRecordsOnSunday() throws Exception {
        String seen =
                company.rows("select max(seen_at)::varchar from landing.record").get(0);
        afterFirstNight = LocalDateTime.parse(seen.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        asScoredThen = company.rows(SCORES);
        company.change("files/contracts.csv", text -> text.replace("2025-06-01,２", "2025-06-01,8")
                .replaceAll("(?m)^K5.*\n", ""));
        company.append("files/contracts.csv", "K7,株式会社あおば,2026-01-01,6,1000\n");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
    }

    @Test
    void todaysKnowledge_countsCorrectionsForThePastToo() throws Exception {
        company.backfill(forced(new KnownAt.Now()));
        assertThat(company.rows(SEATS)).containsExactly("C1 10.0", "C2 8.0", "C3 3.0", "C4 3.0");
    }

    @Test
    void earlierKnowledge_givesWhatTheNightGave() throws Exception {
        company.backfill(forced(new KnownAt.Time(afterFirstNight)));
        assertThat(company.rows(SEATS)).containsExactly("C1 4.0", "C2 2.0", "C3 3.0", "C4 3.0", "C5 5.0");
        assertThat(company.rows(SCORES)).isEqualTo(asScoredThen);
        assertThat(company.rows("select known_at::varchar from score.backfill"))
                .containsExactly(LocalDateTime.ofInstant(afterFirstNight, ZoneOffset.UTC)
                        .toString()
                        .replace('T', ' '));
    }

    @Test
    void earlierKnowledge_leavesTheModelOfTodayAlone() throws Exception {
        Map<String, List<String>> before = today();
        company.backfill(forced(new KnownAt.Time(afterFirstNight)));
        assertThat(today()).isEqualTo(before);
        assertThat(before).containsKeys("model.contract", "landing.mapped", "landing.quarantine", "usage.account_key");
    }

    @Test
    void eachNight_knowsWhatHadLandedByTheDayAfter() throws Exception {
        BackfillRequest sunday = new BackfillRequest(SUNDAY, SUNDAY, Every.DAY, true, new KnownAt.EachNight());
        String ofSunday = SEATS.replace("10-31", "11-01");
        List<String> night = company.rows(ofSunday);

        assertThat(company.backfill(sunday).computed()).containsExactly(SUNDAY);

        assertThat(company.rows(ofSunday)).isNotEmpty().isEqualTo(night);
    }

    @Test
    void timeBeforeAnythingLanded_isRefused() {
        assertThatThrownBy(() -> company.backfill(forced(new KnownAt.EachNight())))
                .isInstanceOfSatisfying(
                        NightFailure.class,
                        failure -> assertThat(failure.problems().get(0).code()).isEqualTo("KEN-J13"));
    }

    private static BackfillRequest forced(KnownAt knownAt) {
        return new BackfillRequest(SATURDAY, SATURDAY, Every.DAY, true, knownAt);
    }

    /** What was reconciled of a snapshot belongs to it, as its scores do. */
    private Map<String, List<String>> today() throws Exception {
        Map<String, List<String>> content = new TreeMap<>(WarehouseContent.of(company.home));
        content.keySet()
                .removeIf(table -> table.startsWith("score.")
                        || table.startsWith("metric.")
                        || table.equals("ops.occupant")
                        || table.equals("ops.reconciliation"));
        return content;
    }
}
