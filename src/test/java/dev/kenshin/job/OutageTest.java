package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources that cannot be read, or not be believed. Of crm the policy is to fail; of the others to use what was read last. */
class OutageTest extends AfterFirstNight {
    /** What can happen to a file at night. */
    enum Mishap {
        REMOVED(ExitCode.SOURCE_UNAVAILABLE) {
            @Override
            void happen(Path file) throws IOException {
                Files.delete(file);
            }
        },
        EMPTY(ExitCode.SOURCE_UNAVAILABLE) {
            @Override
            void happen(Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        WITHOUT_ROWS(ExitCode.GATE) {
            @Override
            void happen(Path file) throws IOException {
                Files.writeString(
                        file, Files.readString(file).lines().findFirst().orElseThrow() + "\n");
            }
        },
        CUT_IN_HALF(ExitCode.SOURCE_UNAVAILABLE) {
            @Override
            void happen(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        WITH_HALF_OF_THE_ROWS(ExitCode.GATE) {
            @Override
            void happen(Path file) throws IOException {
                Files.writeString(file, Files.readString(file).lines().limit(4).reduce("", (a, b) -> a + b + "\n"));
            }
        },
        WITH_A_RENAMED_COLUMN(ExitCode.SOURCE_UNAVAILABLE) {
            @Override
            void happen(Path file) throws IOException {
                Files.writeString(file, Files.readString(file).replace("席数", "シート数"));
            }
        };

        private final ExitCode expected;

        Mishap(ExitCode expected) {
            this.expected = expected;
        }

        abstract void happen(Path file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void onOutageFail_leavesThePublishedTablesAndGoesOnOnceMended(Mishap mishap) throws Exception {
        Path contracts = company.file("files/contracts.csv");
        byte[] whole = Files.readAllBytes(contracts);
        Map<String, String> exports = Tree.of(company.home.exports());
        mishap.happen(contracts);
        assertThat(company.run(SUNDAY)).isEqualTo(mishap.expected);
        assertThat(company.findings()).endsWith("KEN-J03");
        assertThat(Tree.of(company.home.exports())).isEqualTo(exports);

        Files.write(contracts, whole);
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.report().run().revision()).isEqualTo(1);
        assertThat(company.exported("account_health.csv").toRealPath().getParent())
                .hasFileName("2026-11-01-r1");
        assertThat(company.report().steps()).hasSize(company.report().stepsInAll());
        assertThat(company.published("account_health")).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void onOutageUseLast_goesOnWithLastData(Mishap mishap) throws Exception {
        useLastOf("crm");
        mishap.happen(company.file("files/contracts.csv"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).endsWith("KEN-J02");
        assertThat(company.published("source_status"))
                .filteredOn(row -> row.get("stream").equals("contracts"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("status") + " " + row.get("age_days"))
                        .isEqualTo("stale 1"));
        assertThat(company.published("health_component"))
                .filteredOn(row -> row.get("metric").equals("utilisation"))
                .hasSize(4)
                .allMatch(row -> row.get("data_age_days").equals("1"));
        assertThat(company.rows("select contract_id from model.contract")).hasSize(5);
    }

    @Test
    void onOutageUseLast_failsBeyondItsLimit() throws Exception {
        company.run(SATURDAY.minusDays(9)); // which is not when the source was read last
        Files.delete(company.file("files/tickets.jsonl"));
        Map<String, String> exports = Tree.of(company.home.exports());
        assertThat(company.run(SATURDAY.plusDays(4))).isEqualTo(ExitCode.SOURCE_UNAVAILABLE);
        assertThat(Tree.of(company.home.exports())).isEqualTo(exports);
        assertThat(company.report().findings())
                .filteredOn(finding -> finding.location().equals("support.tickets"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en()).contains("2026-10-31", "3 days"));
    }

    @Test
    void brokenWorkbook_isAnOutage() throws Exception {
        Mishap.CUT_IN_HALF.happen(company.file("files/answers.xlsx"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).hasSize(2).endsWith("KEN-J02");
    }

    @Test
    void jsonCutInHalf_isAnOutage() throws Exception {
        Mishap.CUT_IN_HALF.happen(company.file("files/tickets.jsonl"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).hasSize(2).endsWith("KEN-J02");
    }

    @Test
    void missingEvents_areAnOutageOfUsage() throws Exception {
        try (var events = Files.newDirectoryStream(company.file("files/events"))) {
            for (Path file : events) {
                Files.delete(file);
            }
        }
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.published("source_status"))
                .filteredOn(row -> row.get("source").equals("product"))
                .extracting(row -> row.get("status"))
                .containsExactly("stale");
        assertThat(company.rows("select count(*) from model.usage_daily")).containsExactly("12");
    }

    @Test
    void nightWithoutASource_saysHowToComputeItAgain() throws Exception {
        Files.move(company.file("files/tickets.jsonl"), company.file("files/later"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.report().findings()).last().satisfies(finding -> assertThat(
                        finding.fix().en())
                .endsWith("kenshin run nightly --as-of 2026-11-01 --force"));
        Files.move(company.file("files/later"), company.file("files/tickets.jsonl"));
        assertThat(company.runAgain(SUNDAY)).isEqualTo(ExitCode.DONE);
    }

    @Test
    void staleEvents_areMentioned() throws Exception {
        company.change("config/usage/product.yaml", text -> text.replace("freshness: 4d", "freshness: 20h"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.report().findings())
                .filteredOn(finding -> finding.location().equals("product"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message().en()).contains("2026-10-31", "24 hours", "20 hours"));
    }

    @Test
    void staleFile_isUsedWithAWarning() throws Exception {
        assertThat(company.run(SATURDAY.plusDays(3))).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).containsExactly("KEN-L03");
        assertThat(company.published("source_status"))
                .filteredOn(row -> row.get("stream").equals("accounts"))
                .extracting(row -> row.get("status"))
                .containsExactly("stale");
    }

    @Test
    void severalFailures_areAllReported() throws Exception {
        Files.delete(company.file("files/contracts.csv"));
        Mishap.WITHOUT_ROWS.happen(company.file("files/accounts.csv"));
        Files.delete(company.file("files/answers.xlsx"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.SOURCE_UNAVAILABLE);
        assertThat(company.report().findings())
                .extracting(finding -> finding.step() + " " + finding.code())
                .contains(
                        "extract crm.contracts KEN-J03", "land crm.accounts KEN-J03", "extract survey.answers KEN-J02");
    }

    @Test
    void outageOfTheFirstNight_failsWhateverThePolicy(@TempDir Path directory) throws Exception {
        TestCompany young = TestCompany.in(directory.resolve("young"));
        Files.move(young.file("files/tickets.jsonl"), young.file("files/later"));
        assertThat(young.run(SATURDAY)).isEqualTo(ExitCode.SOURCE_UNAVAILABLE);
        assertThat(young.home.exports()).doesNotExist();
        Files.move(young.file("files/later"), young.file("files/tickets.jsonl"));
        assertThat(young.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(young.published("account_health")).hasSize(5);
    }

    @Test
    void streamWithoutRowsInTheFirstNight_isOnlyMentioned(@TempDir Path directory) throws Exception {
        TestCompany young = TestCompany.in(directory.resolve("young"));
        Mishap.WITHOUT_ROWS.happen(young.file("files/contracts.csv"));
        assertThat(young.run(SATURDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(young.findings()).containsExactly("KEN-L05");
    }

    @Test
    void nightWithoutASingleAccount_isNotPublished(@TempDir Path directory) throws Exception {
        TestCompany young = TestCompany.in(directory.resolve("young"));
        Mishap.WITHOUT_ROWS.happen(young.file("files/accounts.csv"));
        assertThat(young.run(SATURDAY)).isEqualTo(ExitCode.GATE);
        assertThat(young.findings()).endsWith("KEN-J08");
        assertThat(young.home.exports()).doesNotExist();
    }

    @Test
    void nightThatNothingMapsAccountsFor_saysThatThereIsNone(@TempDir Path directory) throws Exception {
        TestCompany young = TestCompany.in(directory.resolve("young"));
        Files.delete(young.file("config/mappings/account.yaml"));
        young.change("jobs/nightly.yaml", job -> job.replace("usage: [product]\n", ""));
        assertThat(young.run(SATURDAY)).isEqualTo(ExitCode.GATE);
        assertThat(young.findings()).endsWith("KEN-J08");
    }

    @Test
    void failedNight_withChangedConfiguration_beginsANewRevision() throws Exception {
        Files.delete(company.file("files/contracts.csv"));
        company.run(SUNDAY);
        useLastOf("crm");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.report().run().revision()).isEqualTo(2);
    }

    @Test
    void warningsOfStepsThatAreNotDoneAgain_stay() throws Exception {
        Files.delete(company.file("files/tickets.jsonl"));
        Files.move(company.file("files/contracts.csv"), company.file("files/later"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.SOURCE_UNAVAILABLE);
        Files.move(company.file("files/later"), company.file("files/contracts.csv"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.report().findings())
                .extracting(finding -> finding.step())
                .containsOnly("extract support.tickets");
    }

    private void useLastOf(String source) throws IOException {
        company.append("config/sources/" + source + ".yaml", "on-outage: { use-last: 3d }\n");
    }
}
