package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that a quality gate stops, and what leads on from there. */
class QualityGateTest extends AfterFirstNight {
    private static final String CONTRACTS = "files/contracts.csv";
    private static final String[] SCORES = {"KEN-Q06:scores", "KEN-Q07", "KEN-Q08", "KEN-Q09"};

    @Test
    void firstNight_hasNothingToCompareWith_andSaysSo() throws Exception {
        assertThat(outcomes(SATURDAY.toString()))
                .contains(
                        "volume crm.contracts not-measured",
                        "freshness crm.accounts passed",
                        "freshness product passed",
                        "quarantine records passed",
                        "mean-health scores not-measured")
                .noneMatch(row -> row.endsWith("blocked"));
    }

    @Test
    void unusualScores_areNotKept_andAMendedSourceIsReadAgain() throws Exception {
        judgeFewAccounts();
        Map<String, String> exports = Tree.of(company.home.exports());
        String before = Files.readString(company.file(CONTRACTS));
        company.change(CONTRACTS, text -> text.replaceAll(",[234２],", ",400,"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.GATE);
        assertThat(company.findings()).contains("KEN-Q06", "KEN-Q07");
        assertThat(company.report().findings())
                .filteredOn(finding -> finding.code().equals("KEN-Q06"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en()).contains("since 2026-10-31", "utilisation -"));
        assertThat(Tree.of(company.home.exports())).isEqualTo(exports);
        assertThat(company.rows("select distinct as_of from score.account_health"))
                .containsExactly(SATURDAY.toString());
        assertThat(outcomes(SUNDAY.toString())).contains("mean-health scores blocked");

        Files.writeString(company.file(CONTRACTS), before);
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.report().run().revision()).isEqualTo(2);
        assertThat(outcomes(SUNDAY.toString()))
                .contains("mean-health scores passed", "volume crm.contracts passed")
                .noneMatch(row -> row.endsWith("blocked"));
    }

    /** Also where another night has put its own in the place of what was measured. */
    @Test
    void unusualScores_mayBeAccepted_whereTheyWereLookedAt(@TempDir Path directory) throws Exception {
        judgeFewAccounts();
        company.change(CONTRACTS, text -> text.replaceAll(",[234２],", ",400,"));
        company.run(SUNDAY);
        assertThat(company.runAccepting(SUNDAY, "KEN-Q06")).isEqualTo(ExitCode.GATE);
        TestCompany overtaken = company.copyTo(directory.resolve("overtaken"));
        assertThat(company.runAccepting(SUNDAY, SCORES)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.report().run().revision()).isEqualTo(1);
        assertThat(company.findings()).contains("KEN-Q06", "KEN-Q10");
        assertThat(outcomes(SUNDAY.toString())).contains("mean-health scores accepted");
        assertThat(company.published("account_health"))
                .allMatch(row -> row.get("as_of").equals(SUNDAY.toString()));

        overtaken.change(CONTRACTS, text -> text.replace(",400,", ",50,"));
        overtaken.run(SUNDAY.plusDays(1));
        overtaken.change(CONTRACTS, text -> text.replace(",50,", ",400,"));
        assertThat(overtaken.runAccepting(SUNDAY, SCORES)).isEqualTo(ExitCode.WARNINGS);
        assertThat(overtaken.report().run().revision()).isEqualTo(2);
        assertThat(overtaken.findings()).contains("KEN-J20");
        assertThat(healths(overtaken)).isEqualTo(healths(company));
    }

    @Test
    void changedScorecard_isNotHeldAgainstTheScores() throws Exception {
        judgeFewAccounts();
        company.change("config/scorecards/standard.yaml", text -> text.replace("{ 0: 0, 1: 100 }", "{ 0: 0, 9: 100 }"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.rows("select distinct message_en from ops.gate where subject = 'scores' and as_of = '"
                        + SUNDAY + "'"))
                .containsExactly("Accounts of 'standard' are not compared: the scorecard has changed since.");
    }

    @Test
    void rowsWithoutAnAccount_andTooManyInQuarantine_blockUntilMended() throws Exception {
        company.change(
                "jobs/nightly.yaml",
                text -> text.replace("50%", "{ warn: 40%, block: 50% }")
                        + "gates: { minimum: 5, orphans: { warn: 30%, block: 60% } }\n");
        String before = Files.readString(company.file("files/tickets.jsonl"));
        company.append("files/tickets.jsonl", ticketsOf("もみじ商事", 5, 15));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.GATE);
        assertThat(company.findings()).containsExactlyInAnyOrder("KEN-Q05", "KEN-J05");
        assertThat(outcomes(SUNDAY.toString())).contains("orphans ticket blocked", "orphans contract passed");

        Files.writeString(company.file("files/tickets.jsonl"), before + ticketsOf("もみじ商事", 5, 6));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).containsExactly("KEN-Q05");
        assertThat(company.count("land support.tickets", "deleted")).isEqualTo(9);
    }

    @Test
    void columnThatIsGone_blocks_andNewOneWarns() throws Exception {
        String before = Files.readString(company.file("files/accounts.csv"));
        company.change("files/accounts.csv", text -> text.replace("更新日", "最終更新"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.GATE);
        assertThat(company.findings()).contains("KEN-Q01", "KEN-Q03", "KEN-J03");

        Files.writeString(
                company.file("files/accounts.csv"),
                before.replace("更新日", "更新日,備考").replaceAll("(?m)(-3\\d|-29)$", "$1,"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).containsExactly("KEN-Q03");
        assertThat(company.report().run().revision()).isEqualTo(1);
    }

    @Test
    void oldData_block_whateverOnOutageSays_unlessTheyAreAccepted() throws Exception {
        company.append("config/sources/crm.yaml", "on-outage: { use-last: 30d }\n");
        assertThat(company.run(SATURDAY.plusDays(6))).isEqualTo(ExitCode.GATE);
        assertThat(company.report().findings())
                .filteredOn(finding -> finding.code().equals("KEN-L03"))
                .extracting(finding -> finding.location())
                .containsExactlyInAnyOrder("crm.accounts", "product");
        assertThat(company.runAccepting(SATURDAY.plusDays(6), "KEN-L03")).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.published("source_status"))
                .filteredOn(row -> row.get("stream").equals("accounts"))
                .extracting(row -> row.get("status"))
                .containsExactly("stale");
    }

    @Test
    void unusualVolume_mayBeAccepted_forOneStream() throws Exception {
        company.change(CONTRACTS, text -> text.lines().limit(4).reduce("", (a, b) -> a + b + "\n"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.GATE);
        assertThat(company.runAccepting(SUNDAY, "KEN-L02:crm.accounts")).isEqualTo(ExitCode.GATE);
        assertThat(company.runAccepting(SUNDAY, "KEN-L02:crm.contracts")).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).containsExactly("KEN-L02", "KEN-Q10");
        assertThat(company.rows("select contract_id from model.contract")).hasSize(3);
        assertThat(company.runAgain(SUNDAY)).isEqualTo(ExitCode.GATE);
    }

    @Test
    void accountsThatCameBack_areReadByTheSameCommand(@TempDir Path directory) throws Exception {
        TestCompany young = TestCompany.in(directory.resolve("young"));
        String accounts = Files.readString(young.file("files/accounts.csv"));
        young.change("files/accounts.csv", text -> text.substring(0, text.indexOf('\n') + 1));
        assertThat(young.run(SATURDAY)).isEqualTo(ExitCode.GATE);
        Files.writeString(young.file("files/accounts.csv"), accounts);
        assertThat(young.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(young.published("account_health")).hasSize(5);
    }

    private void judgeFewAccounts() throws Exception {
        company.append("jobs/nightly.yaml", "gates: { minimum: 1, orphans: never }\n");
    }

    private static List<CsvRow> healths(TestCompany company) throws Exception {
        return CsvTable.read(company.home.exports().resolve(SUNDAY.toString()).resolve("account_health.csv"));
    }

    private List<String> outcomes(String asOf) throws Exception {
        return company.rows(
                "select gate || ' ' || subject || ' ' || outcome from ops.gate where as_of = '" + asOf + "'");
    }

    private static String ticketsOf(String account, int first, int last) {
        StringBuilder lines = new StringBuilder();
        for (int id = first; id < last; id++) {
            lines.append(
                    "{\"id\": %d, \"company\": \"%s\", \"opened\": \"2026-10-22T09:00:00+09:00\", \"closed\": null}\n"
                            .formatted(id, account));
        }
        return lines.toString();
    }
}
