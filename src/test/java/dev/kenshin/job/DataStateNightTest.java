package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.Explanation.Data;
import dev.kenshin.ops.ExitCode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a score says of the data that it was made of. C4 is scored by its usage alone, the others by all there is. */
class DataStateNightTest extends AfterFirstNight {
    private static final String STATES =
            "select concat_ws(' ', account_id, source_status, source_age_days, stale_sources)"
                    + " from score.account_health where as_of = date '%s' order by account_id";

    @Test
    void staleSource_marksTheScoresThatItFeeds() throws Exception {
        assertThat(states(SATURDAY))
                .containsExactly("C1 fresh 0", "C2 fresh 0", "C3 fresh 0", "C4 fresh 0", "C5 fresh 0");
        Files.delete(company.file("files/tickets.jsonl"));
        company.append("jobs/nightly.yaml", "further-scorecards: [voice]\n");
        Files.writeString(company.file("config/scorecards/voice.yaml"), """
                label: { ja: 声, en: Voice }
                applies-to: stage = 'newcomer'
                groups:
                  voice:
                    label: { ja: 声, en: Voice }
                    weight: 100
                    components:
                      open_tickets: { weight: 50, bands: { 0: 100, 1: 60, 3: 0 } }
                levels: { critical: 0, high: 30, medium: 50, low: 70 }
                """);
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);

        assertThat(company.published("account_health"))
                .extracting(row -> row.get("account_id") + " " + row.get("source_status") + " "
                        + row.get("source_age_days") + " " + row.get("stale_sources"))
                .containsExactlyInAnyOrder(
                        "C1 stale 1 support",
                        "C2 stale 1 support",
                        "C3 stale 1 support",
                        "C4 fresh 1 ",
                        "C5 stale 1 support");
        assertThat(company.published("scorecard_health"))
                .extracting(
                        row -> row.get("account_id") + " " + row.get("source_status") + " " + row.get("stale_sources"))
                .containsExactly("C4 stale support");
        assertThat(company.published("health_history"))
                .filteredOn(row -> row.get("account_id").equals("C1"))
                .extracting(row -> row.get("source_status"))
                .containsExactly("fresh", "stale");
        try (Explanations explanations =
                Explanations.open(company.home, company.plan().configuration())) {
            Optional<Data> data = explanations
                    .explain(explanations.find("C1").get(0), Optional.empty(), Optional.empty())
                    .data();
            assertThat(data)
                    .hasValueSatisfying(known -> assertThat(known.label().en()).isEqualTo("Stale"))
                    .map(known -> List.of(known.ageDays(), known.staleSources()))
                    .contains(List.of(OptionalInt.of(1), List.of("support")));
        }
    }

    /** Derived metrics count as well: utilisation comes from contracts, of the day itself, and from usage, which is too old. */
    @Test
    void dataTooOldForAComponent_leaveTheScorePartial() throws Exception {
        company.change(
                "config/scorecards/standard.yaml",
                card -> card.replace(
                        "utilisation: { weight: 100, curve: { 0: 0, 1: 100 } }",
                        "utilisation: { weight: 100, curve: { 0: 0, 1: 100 }, decay: { from: 1d, to: 2d, towards: neutral } }"));
        company.change(
                "config/scorecards/newcomers.yaml",
                card -> card.replace(
                        "curve: { 0: 0, 3: 100 }", "curve: { 0: 0, 3: 100 }, stale-after: 1d, missing: worst"));
        LocalDate monday = SUNDAY.plusDays(1);
        assertThat(company.run(monday)).isEqualTo(ExitCode.DONE);

        assertThat(states(monday))
                .containsExactly(
                        "C1 partial 2 product",
                        "C2 partial 2 product",
                        "C3 partial 2 product",
                        "C4 partial 2 product",
                        "C5 partial 2 product");
    }

    @Test
    void usageThatIsNotThere_marksWhoeverIsScoredByIt() throws Exception {
        try (var events = Files.newDirectoryStream(company.file("files/events"))) {
            for (var file : events) {
                Files.delete(file);
            }
        }
        company.run(SUNDAY);

        assertThat(states(SUNDAY)).hasSize(5).allMatch(state -> state.endsWith("stale 1 product"));
    }

    @Test
    void accountWithoutScorecard_saysNothingOfData() throws Exception {
        company.change("jobs/nightly.yaml", job -> job.replace("[newcomers, standard]", "[newcomers]"));
        company.runAgain(SATURDAY);

        assertThat(states(SATURDAY)).containsExactly("C1", "C2", "C3", "C4 fresh 0", "C5");
    }

    /** Of the days that have passed no source was down, but before the first events there was no usage at all. */
    @Test
    void backfill_tellsHowTheDataStoodThen() throws Exception {
        String first = company.rows("select min(day) from usage.part_day").get(0);
        LocalDate before = LocalDate.parse(first).minusDays(1);
        company.backfill(new BackfillRequest(before, before, Every.DAY, false, new KnownAt.Now()));

        assertThat(states(before)).contains("C1 partial 0 product");
        assertThat(company.rows("select concat_ws(' ', metric, value, status) from score.health_component"
                        + " where account_id = 'C4' and as_of = date '" + before + "'"))
                .containsExactly("active_users_28d 0.0 stale-excluded");
        assertThat(states(SATURDAY)).contains("C1 fresh 0");
    }

    private List<String> states(LocalDate asOf) throws Exception {
        return company.rows(STATES.formatted(asOf));
    }
}
