package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.job.NightResult.Work;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunState;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a night publishes, and what happens when it is run again. */
class NightTest extends AfterFirstNight {
    @Test
    void firstNight_givesEveryAccountARow() throws Exception {
        assertThat(company.published("account_health"))
                .extracting(row -> row.get("account_id"))
                .containsExactlyInAnyOrder("C1", "C2", "C3", "C4", "C5");
        assertThat(company.published("metric_value"))
                .filteredOn(row -> row.get("metric").equals("active_users_28d"))
                .hasSize(5);
    }

    @Test
    void firstNight_publishesContributionsThatSumToHealth() throws Exception {
        Map<String, Double> lost = company.published("health_component").stream()
                .collect(groupingBy(
                        row -> row.get("account_id"),
                        summingDouble(row -> Double.parseDouble(row.get("contribution")))));
        assertThat(lost).hasSize(5);
        for (CsvRow account : company.published("account_health")) {
            assertThat(lost.get(account.get("account_id")))
                    .isCloseTo(Double.parseDouble(account.get("health")) - 100, within(1e-9));
        }
    }

    @Test
    void firstNight_linksByNameWithinTheSourceOfTheAccounts() throws Exception {
        assertThat(company.count("map contract", "mapped")).isEqualTo(5);
    }

    @Test
    void firstNight_quarantinesWrongCellsWithTheirPlace() throws Exception {
        assertThat(company.published("quarantine"))
                .extracting(row -> row.get("place") + " " + row.get("value"))
                .containsExactlyInAnyOrder(
                        "answers.xlsx!回答!C5 高い",
                        "contracts.csv:7 多数",
                        "product[tenant=t-9] t-9",
                        "tickets.jsonl:4 かえで商店");
    }

    @Test
    void firstNight_reportsEveryStepAsDone() throws Exception {
        assertThat(company.report().steps())
                .hasSize(company.report().stepsInAll())
                .allMatch(step -> step.state() == RunState.DONE);
        assertThat(company.report().exitCode()).isZero();
        assertThat(company.count("score", "scored")).isEqualTo(5);
    }

    @Test
    void firstNight_leavesNoLogWhenThereIsNothingToSay() throws Exception {
        assertThat(company.home.logFile(company.report().run().id())).doesNotExist();
    }

    @Test
    void sameNightAgain_changesNothing() throws Exception {
        Map<String, String> before = Tree.of(company.home.directory());
        NightResult again = company.night(new NightRequest(SATURDAY, false));
        assertThat(again).isEqualTo(new NightResult(ExitCode.DONE, Work.NONE));
        Map<String, String> after = Tree.of(company.home.directory());
        before.keySet().removeIf(NightTest::ofTheRunItself);
        after.keySet().removeIf(NightTest::ofTheRunItself);
        assertThat(after).isEqualTo(before);
    }

    /** Asking the job repository touches its file, and the lock holds the number of the last process. */
    private static boolean ofTheRunItself(String file) {
        return file.equals("jobs.mv.db") || file.equals("run.lock");
    }

    @Test
    void forcedNight_givesTheSameBytesAsANewRevision() throws Exception {
        Map<String, byte[]> before = Tree.contents(company.home.exports().resolve("latest"));
        assertThat(company.runAgain(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.report().run().revision()).isEqualTo(2);
        assertThat(company.home.exports().resolve(SATURDAY.toString()).toRealPath())
                .hasFileName("2026-10-31-r2");
        assertThat(Tree.contents(company.home.exports().resolve("latest")))
                .hasSameSizeAs(before)
                .allSatisfy((file, bytes) -> assertThat(bytes).as(file).isEqualTo(before.get(file)));
    }

    @Test
    void forcedNight_thenSameCommandWithoutForce_isComplete() throws Exception {
        company.runAgain(SATURDAY);
        assertThat(company.night(new NightRequest(SATURDAY, false)).work()).isEqualTo(Work.NONE);
    }

    @Test
    void secondNight_mapsOnlyWhatChanged() throws Exception {
        company.change("files/contracts.csv", text -> text.replace("みどり工業(株),2025-06-01,２", "みどり工業(株),2025-06-01,3"));
        company.append("files/events/2026-10-31.csv", "t-5,u1,2026-10-31 20:00:00,login\n");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count("land crm.contracts", "changed")).isEqualTo(1);
        assertThat(company.count("land crm.contracts", "unchanged")).isEqualTo(5);
        assertThat(company.count("map contract", "mapped")).isEqualTo(1);
        assertThat(company.count("map account", "mapped")).isZero();
        assertThat(company.count("aggregate product", "parts changed")).isEqualTo(1);
        assertThat(company.count("aggregate product", "parts added")).isZero();
        assertThat(company.published("account_health"))
                .filteredOn(row -> row.get("account_id").equals("C2"))
                .extracting(row -> row.get("seats"))
                .containsExactly("3");
    }

    @Test
    void secondNight_saysWhatMoved() throws Exception {
        company.append("files/events/2026-10-31.csv", "t-1,u3,2026-10-31 20:00:00,login\n");
        company.run(SUNDAY);
        assertThat(company.published("account_health"))
                .filteredOn(row -> row.get("account_id").equals("C1"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(Double.parseDouble(row.get("change_1d"))).isCloseTo(15, within(1e-9));
                    assertThat(row.get("move_1_en")).startsWith("Utilisation");
                });
    }

    @Test
    void secondNight_keepsTheFirst() throws Exception {
        company.run(SUNDAY);
        assertThat(company.home.exports().resolve("2026-10-31")).exists();
        assertThat(Files.readSymbolicLink(company.home.exports().resolve("latest")))
                .hasToString("2026-11-01");
        assertThat(company.published("health_history")).hasSize(10);
    }

    @Test
    void deletedRecord_leavesTheModel() throws Exception {
        company.change("files/contracts.csv", text -> text.replaceAll("(?m)^K5.*\n", ""));
        company.run(SUNDAY);
        assertThat(company.count("land crm.contracts", "deleted")).isEqualTo(1);
        assertThat(company.rows("select contract_id from model.contract order by all"))
                .containsExactly("K1", "K2", "K3", "K4");
    }

    @Test
    void tooManyQuarantinedRows_endWithAWarning() throws Exception {
        company.change("jobs/nightly.yaml", text -> text.replace("50%", "1%"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).containsExactly("KEN-J05");
    }
}
