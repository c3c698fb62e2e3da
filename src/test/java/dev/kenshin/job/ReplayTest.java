package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.job.ReplayedAccount.State;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept snapshots scored anew, against what the nights themselves say with the same configuration. */
class ReplayTest {
    private static final LocalDate MONDAY = SUNDAY.plusDays(1);
    private static final String STANDARD = "config/scorecards/standard.yaml";

    @TempDir
    Path directory;

    private TestCompany company;

    @BeforeEach
    void runNights() throws IOException {
        company = TestCompany.in(directory.resolve("company"));
        company.change(STANDARD, card -> card.replace(
                        "recommendation: { weight: 50, curve: { 0: 0, 10: 100 } }",
                        "recommendation: { weight: 50, curve: { 0: 0, 10: 100 }, stale-after: 20d,"
                                + " missing: { last-known: 2d } }")
                .replace(
                        "utilisation: { weight: 100, curve: { 0: 0, 1: 100 } }",
                        "utilisation: { weight: 100, percentile: { better: higher, at-least: 2 } }"));
        company.run(SATURDAY);
        company.run(SUNDAY);
        company.run(MONDAY);
    }

    @Test
    void unchangedCards_giveEveryScoreOfEverySnapshotAgain() throws Exception {
        List<ReplayedDate> dates = replay(from(SATURDAY));

        assertThat(dates).extracting(ReplayedDate::asOf).containsExactly(SATURDAY, SUNDAY, MONDAY);
        assertThat(dates).allSatisfy(date -> {
            assertThat(date.accounts()).hasSize(5).noneMatch(ReplayedAccount::differs);
            assertThat(date.accounts())
                    .allSatisfy(account -> assertThat(account.now()).isEqualTo(account.before()));
            assertThat(date.versions()).isNotEmpty().allMatch(ReplayedDate.Version::same);
            assertThat(date.unmeasured()).isEmpty();
        });
    }

    @Test
    void withoutDates_onlyTheLastSnapshotIsLookedAt() throws Exception {
        assertThat(replay(new ReplayRequest(Optional.empty(), Optional.empty(), Optional.empty())))
                .extracting(ReplayedDate::asOf)
                .containsExactly(MONDAY);
    }

    /** Weights, a curve, levels and an override at once; each date against the night itself, computed again by force. */
    @Test
    void changedCard_saysWhatTheNightsComputedAgainWouldSay() throws Exception {
        change(company);
        List<ReplayedDate> dates = replay(from(SATURDAY));
        List<String> replayed = figures(dates, ReplayedAccount::now);

        TestCompany forced = company.copyTo(directory.resolve("forced"));
        for (LocalDate date : List.of(SATURDAY, SUNDAY, MONDAY)) {
            forced.runAgain(date);
        }
        assertThat(replayed).isEqualTo(kept(forced));
        assertThat(figures(dates, ReplayedAccount::before)).isEqualTo(kept(company));
        assertThat(dates).allSatisfy(date -> assertThat(date.accounts()).anyMatch(ReplayedAccount::changesLevel));
    }

    @Test
    void replay_leavesTheWarehouseAsItIs() throws Exception {
        var before = WarehouseContent.of(company.home);
        byte[] file = Files.readAllBytes(company.home.warehouse());
        change(company);
        replay(from(SATURDAY));

        assertThat(WarehouseContent.of(company.home)).isEqualTo(before);
        assertThat(Files.readAllBytes(company.home.warehouse())).isEqualTo(file);
    }

    @Test
    void accountThatChangesItsLevel_hasAReason() throws Exception {
        company.change(STANDARD, card -> card.replace("cap: 20", "cap: 75"));
        company.change(STANDARD, card -> card.replace("high: 30, medium: 50", "high: 35, medium: 36"));

        List<ReplayedAccount> changing = replay(from(MONDAY)).get(0).accounts().stream()
                .filter(ReplayedAccount::changesLevel)
                .toList();

        assertThat(changing).isNotEmpty().allMatch(account -> account.reason().isPresent());
    }

    /** Today's model would yield a value; only what was kept of the day counts. */
    @Test
    void metricThatIsNew_isMissing_andNamed() throws Exception {
        company.append("config/metrics/all.yaml", """
                closed_tickets:
                  label: { ja: 解決済みの問い合わせ, en: Closed tickets }
                  from: ticket
                  value: count(*)
                  where: closed_at is not null
                  when-none: 0
                doubled:
                  label: { ja: 倍の活用率, en: Doubled }
                  value: utilisation * 2
                """);
        company.change(
                STANDARD,
                card -> card.replace(
                        "      open_tickets:",
                        "      closed_tickets: { weight: 50, curve: { 0: 0, 3: 100 } }\n"
                                + "      doubled: { weight: 50, curve: { 0: 0, 2: 100 } }\n      open_tickets:"));

        ReplayedDate date = replay(from(MONDAY)).get(0);

        assertThat(date.unmeasured())
                .extracting(ReplayedDate.Unmeasured::component)
                .containsExactly("closed_tickets");
        assertThat(date.accounts()).anyMatch(ReplayedAccount::coverageDiffers);
    }

    @Test
    void cardThatScoresBesides_isComparedWithItself() throws Exception {
        TestCompany other = TestCompany.in(directory.resolve("other"));
        Files.writeString(other.file("config/scorecards/voice.yaml"), Files.readString(other.file(STANDARD)));
        other.append("jobs/nightly.yaml", "further-scorecards: [voice]\n");
        other.run(SATURDAY);
        other.run(SUNDAY);
        ReplayRequest request = new ReplayRequest(Optional.of(SATURDAY), Optional.of(SUNDAY), Optional.of("voice"));
        assertThat(replay(other, request))
                .hasSize(2)
                .allSatisfy(date -> assertThat(date.accounts()).hasSize(5).noneMatch(ReplayedAccount::differs));

        other.change("config/scorecards/voice.yaml", card -> card.replace("weight: 60", "weight: 10"));
        List<ReplayedDate> dates = replay(other, request);
        other.runAgain(SATURDAY);
        other.runAgain(SUNDAY);
        assertThat(figures(dates, ReplayedAccount::now)).isEqualTo(kept(other, "score.scorecard_health"));
        assertThat(dates.get(0).accounts()).anyMatch(ReplayedAccount::differs);
    }

    /** A warehouse of an earlier release keeps ages with its components only, and no scores besides. */
    @Test
    void warehouseOfAnEarlierRelease_isReplayed() throws Exception {
        try (var warehouse = Warehouse.open(company.home.warehouse(), List.of());
                var connection = warehouse.connection()) {
            for (String table : List.of("data_age", "scorecard_health", "scorecard_component")) {
                Query.update(connection, "drop table score." + table);
            }
        }
        assertThat(replay(from(SATURDAY))).hasSize(3).allSatisfy(date -> assertThat(date.accounts())
                .noneMatch(ReplayedAccount::differs));
    }

    @Test
    void datesWithoutSnapshot_areRefused() {
        assertThatThrownBy(() -> replay(from(MONDAY.plusDays(1))))
                .isInstanceOfSatisfying(
                        NightFailure.class,
                        failure -> assertThat(failure.problems().get(0).code()).isEqualTo("KEN-J30"));
    }

    private static void change(TestCompany company) throws IOException {
        company.change(STANDARD, card -> card.replace("weight: 60", "weight: 30")
                .replace("0: 100, 1: 60, 3: 0", "0: 80, 1: 20, 3: 0")
                .replace("curve: { 0: 0, 10: 100 }", "curve: { 0: 0, 6: 90, 10: 100 }")
                .replace("cap: 20", "cap: 10")
                .replace("high: 30, medium: 50, low: 70", "high: 20, medium: 60, low: 65"));
        company.change("config/scorecards/newcomers.yaml", card -> card.replace("3: 100", "30: 100"));
    }

    private static ReplayRequest from(LocalDate date) {
        return new ReplayRequest(Optional.of(date), Optional.empty(), Optional.empty());
    }

    private List<ReplayedDate> replay(ReplayRequest request) throws IOException, SQLException {
        return replay(company, request);
    }

    private static List<ReplayedDate> replay(TestCompany company, ReplayRequest request)
            throws IOException, SQLException {
        List<ReplayedDate> dates = new ArrayList<>();
        try (Replay replay = Replay.open(company.home, company.plan())) {
            replay.run(request, dates::add);
        }
        return dates;
    }

    private static List<String> figures(List<ReplayedDate> dates, Function<ReplayedAccount, Optional<State>> side) {
        return dates.stream()
                .flatMap(date -> date.accounts().stream().map(account -> {
                    State state = side.apply(account).orElseThrow();
                    return String.join(
                            " ",
                            date.asOf().toString(),
                            account.accountId(),
                            state.scorecard().orElse("-"),
                            state.hash().orElse("-"),
                            state.health().isPresent()
                                    ? String.valueOf(state.health().getAsDouble())
                                    : "-",
                            state.level(),
                            String.valueOf(state.coverage()));
                }))
                .sorted()
                .collect(Collectors.toList());
    }

    private static List<String> kept(TestCompany company) throws SQLException {
        return kept(company, "score.account_health");
    }

    private static List<String> kept(TestCompany company, String table) throws SQLException {
        return company
                .rows("select concat_ws(' ', as_of, account_id, coalesce(scorecard, '-'),"
                        + " coalesce(scorecard_hash, '-'), coalesce(health::varchar, '-'), level, coverage) from "
                        + table)
                .stream()
                .sorted()
                .toList();
    }
}
