package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one night leaves to the next: since when a rule has been firing, and which level is held. */
class EscalationNightTest {
    private static final LocalDate MONDAY = TestCompany.SUNDAY.plusDays(1);

    @TempDir
    Path directory;

    private TestCompany company;

    @BeforeEach
    void escalateAccountsWithOpenTickets() throws IOException {
        company = TestCompany.in(directory);
        company.append("config/scorecards/standard.yaml", """
                escalations:
                  tickets: { when: open_tickets > 0, by: 1, reason: { ja: 未解決がある, en: Open tickets } }
                  busy: { when: open_tickets > 5, raise-to: critical, reason: { ja: 多すぎる, en: Too many } }
                """);
    }

    @Test
    void risk_isRaisedBesideLevelAndHealth() throws Exception {
        company.run(TestCompany.SATURDAY);
        List<CsvRow> escalations = company.published("escalation");
        assertThat(escalations).isNotEmpty();
        CsvRow escalation = escalations.get(0);
        CsvRow account = account(escalation.get("account_id"));
        assertThat(escalation.cells())
                .containsEntry("rule", "tickets")
                .containsEntry("reason_ja", "未解決がある")
                .containsEntry("since", "2026-10-31")
                .containsEntry("days", "0")
                .containsEntry("name", account.get("name"));
        assertThat(account.get("risk_level"))
                .isEqualTo(escalation.get("raised_to"))
                .isNotEqualTo(account.get("level"));
        assertThat(account.get("risk_reason_en")).isEqualTo("Open tickets");
        assertThat(account.get("level")).isEqualTo(account.get("level_by_health"));
    }

    @Test
    void since_isTheFirstSnapshotOfTheUnbrokenRow() throws Exception {
        company.run(TestCompany.SATURDAY);
        String account = company.published("escalation").get(0).get("account_id");
        company.run(TestCompany.SUNDAY);
        assertThat(company.published("escalation"))
                .filteredOn(row -> row.get("account_id").equals(account))
                .extracting(row -> row.get("since"), row -> row.get("days"))
                .containsExactly(tuple("2026-10-31", "1"));

        company.change(
                "config/scorecards/standard.yaml", card -> card.replace("open_tickets > 0", "open_tickets > 99"));
        company.runAgain(TestCompany.SUNDAY);
        assertThat(company.published("escalation")).isEmpty();
        company.change(
                "config/scorecards/standard.yaml", card -> card.replace("open_tickets > 99", "open_tickets > 0"));
        company.run(MONDAY);
        assertThat(company.published("escalation"))
                .filteredOn(row -> row.get("account_id").equals(account))
                .extracting(row -> row.get("since"))
                .containsExactly("2026-11-02");
    }

    /** C2 falls into another level on Sunday; the level before is held until Monday says the same. */
    @Test
    void level_isHeldUntilTwoNightsAgree_alsoIfANightIsComputedAgain() throws Exception {
        company.append("config/scorecards/standard.yaml", "level-change: { readings: 2 }\n");
        company.run(TestCompany.SATURDAY);
        CsvRow first = account("C2");
        String before = first.get("level");
        company.change("config/scorecards/standard.yaml", card -> card.replace("{ 0: 0, 1: 100 }", "{ 0: 0, 1: 0.5 }"));
        company.run(TestCompany.SUNDAY);
        CsvRow held = account("C2");
        assertThat(held.get("level")).isEqualTo(before);
        assertThat(held.get("level_by_health")).isNotEqualTo(before);
        assertThat(held.get("level_held_en")).contains("reading 1 of the 2 that a change takes");
        assertThat(explained("C2").held().orElseThrow().en()).isEqualTo(held.get("level_held_en"));

        company.run(MONDAY);
        assertThat(account("C2").get("level")).isEqualTo(held.get("level_by_health"));
        assertThat(account("C2").get("level_held_en")).isEmpty();
        company.runAgain(TestCompany.SUNDAY);
        assertThat(company.rows("select level || ' ' || level_readings from score.account_health"
                        + " where account_id = 'C2' and as_of = date '2026-11-01'"))
                .containsExactly(before + " 1");
    }

    /** As if those nights had been run one after the other. */
    @Test
    void backfill_tellsTheSameSince() throws Exception {
        LocalDate friday = TestCompany.SATURDAY.minusDays(1);
        company.run(TestCompany.SATURDAY);
        company.backfill(new BackfillRequest(friday, TestCompany.SATURDAY, Every.DAY, true, new KnownAt.Now()));
        assertThat(company.rows("select distinct as_of || ' ' || since from score.escalation order by 1"))
                .containsExactly("2026-10-30 2026-10-30", "2026-10-31 2026-10-30");
    }

    private AccountAssessment explained(String account) throws Exception {
        try (Explanations explanations =
                Explanations.open(company.home, company.plan().configuration())) {
            return explanations
                    .explain(explanations.find(account).get(0), Optional.empty(), Optional.empty())
                    .assessment()
                    .orElseThrow();
        }
    }

    private CsvRow account(String id) throws IOException {
        return company.published("account_health").stream()
                .filter(row -> row.get("account_id").equals(id))
                .findFirst()
                .orElseThrow();
    }
}
