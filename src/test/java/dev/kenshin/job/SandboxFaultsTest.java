package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.sandbox.SampleSandbox;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights over services that fail: in the end all is landed as if nothing had happened, and nothing has leaked. */
class SandboxFaultsTest {
    private static SampleSandbox sandbox;
    private static List<String> undisturbed;

    private SandboxCompany nights;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        sandbox = new SampleSandbox();
        SandboxCompany nights = new SandboxCompany(directory.resolve("company"), sandbox);
        assertThat(nights.night(SATURDAY, "")).isEqualTo(ExitCode.DONE);
        undisturbed = nights.landed();
        assertThat(undisturbed).hasSizeGreaterThan(434 + 1_860);
        assertThat(sandbox.count("/calls/kintone")).isEqualTo(9);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        nights = new SandboxCompany(directory.resolve("company"), sandbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kintone:429*5@4,zendesk:429*5@2,zendesk:429:20@8",
                "all:500@2,all:502@3,kintone:503:7*2@4,zendesk:503@4",
                "kintone:hang-up*2@3,kintone:truncate@6,kintone:truncate-chunked*2@8,zendesk:truncate@2",
                "kintone:truncate-gzip@3,kintone:truncate-json@5,kintone:empty@7,kintone:garbage*2@9,zendesk:empty@2",
                "kintone:drip:30@4"
            })
    void passingFault_changesNothing(String faults) throws Exception {
        assertThat(nights.night(SATURDAY, faults)).isEqualTo(ExitCode.DONE);
        for (String fault : faults.split(",", -1)) {
            assertThat(sandbox.count("/faults/" + fault)).as(fault).isPositive();
        }
        assertThat(nights.waits).isNotEmpty();
        assertThat(nights.landed()).isEqualTo(undisturbed);
        assertThat(nights.company.findings()).isEmpty();
        nights.assertNothingLeaked();
    }

    @ParameterizedTest
    @CsvSource({
        "kintone:500*99@3, KEN-H09, The server keeps failing (500)",
        "kintone:truncate*99@3, KEN-H08, truncated or damaged",
        "kintone:truncate-gzip*99@3, KEN-H08, truncated or damaged",
        "kintone:truncate-json*99@3, KEN-R20, cannot be decoded",
        "kintone:empty*99@3, KEN-R20, cannot be decoded",
        "kintone:garbage*99@3, KEN-R20, cannot be decoded",
        "kintone:large:2000@3, KEN-H07, larger than the limit",
        "kintone:large-gzip:2000@3, KEN-H07, larger than the limit",
        "kintone:expired-token@3, KEN-H09, The specified API token does not match",
        "kintone:redirect@3, KEN-H01, is not allowed"
    })
    void lastingFault_landsNothing(String fault, String code, String words) throws Exception {
        assertThat(nights.night(SATURDAY, fault)).isEqualTo(ExitCode.SOURCE_UNAVAILABLE);
        assertThat(nights.company.report().findings()).anySatisfy(finding -> {
            assertThat(finding.code()).startsWith(code);
            assertThat(finding.message().en()).contains(words);
        });
        assertThat(nights.landed()).noneMatch(record -> record.startsWith("ledger"));
        assertThat(sandbox.count("/stranger/calls")).isZero();
        nights.assertNothingLeaked();
    }

    @Test
    void sameCommand_finishesOnceALastingFaultIsOver() throws Exception {
        assertThat(nights.night(SATURDAY, "kintone:garbage*99@3")).isEqualTo(ExitCode.SOURCE_UNAVAILABLE);
        assertThat(nights.night(SATURDAY, "")).isEqualTo(ExitCode.DONE);
        assertThat(nights.landed()).isEqualTo(undisturbed);
        nights.assertNothingLeaked();
    }

    @Test
    void outage_isBridgedByTheLastData_andTheStatusSaysSo() throws Exception {
        nights.company.change("config/sources/ledger.yaml", text -> "on-outage: { use-last: 3d }\n" + text);
        assertThat(nights.night(SATURDAY, "")).isEqualTo(ExitCode.DONE);
        assertThat(nights.night(SUNDAY, "kintone:truncate-json*99@5")).isEqualTo(ExitCode.WARNINGS);
        assertThat(nights.company.findings()).containsExactly("KEN-R20", "KEN-J02");
        assertThat(nights.company.rows(
                        "select source || '.' || stream || ' ' || status from ops.source_status where as_of = '"
                                + SUNDAY + "' order by all"))
                .contains("desk.tickets fresh", "ledger.records stale");
        assertThat(nights.landed()).isEqualTo(undisturbed);
    }

    @Test
    void spentRateLimit_leavesTheRestForTheNextNight() throws Exception {
        assertThat(nights.night(SATURDAY, "zendesk:429:3600*99@3")).isEqualTo(ExitCode.WARNINGS);
        assertThat(nights.company.findings()).contains("KEN-R30");
        assertThat(nights.waits).doesNotContain(Duration.ofHours(1));
        List<String> first = nights.landed();
        assertThat(first.size()).isLessThan(undisturbed.size());

        assertThat(nights.night(SUNDAY, "")).isEqualTo(ExitCode.DONE);
        assertThat(nights.landed()).containsAll(first).isEqualTo(undisturbed);
    }

    @Test
    void tokenThatExpires_isFetchedAgain(@TempDir Path directory) throws Exception {
        nights.addSalesforce();
        assertThat(nights.night(SATURDAY, "salesforce:expired-token@3")).isEqualTo(ExitCode.DONE);
        assertThat(sandbox.count("/faults/salesforce:expired-token@3")).isPositive();

        SandboxCompany others = new SandboxCompany(directory.resolve("others"), sandbox);
        others.addSalesforce();
        assertThat(others.night(SATURDAY, "")).isEqualTo(ExitCode.DONE);
        assertThat(nights.landed()).isEqualTo(others.landed()).hasSizeGreaterThan(undisturbed.size() + 434);
    }

    @Test
    @Threat(Danger.FORGED_REQUEST)
    void linkToAnotherHost_isNotFollowed() throws Exception {
        nights.followLinks("");
        assertThat(nights.night(SATURDAY, "zendesk:next")).isEqualTo(ExitCode.SOURCE_UNAVAILABLE);
        assertThat(nights.company.findings()).contains("KEN-H01");
        assertThat(sandbox.count("/faults/zendesk:next")).isEqualTo(1);
        assertThat(sandbox.count("/stranger/calls")).isZero();

        assertThat(nights.night(SATURDAY, "")).isEqualTo(ExitCode.DONE);
        assertThat(nights.landed())
                .filteredOn(record -> record.startsWith("desk"))
                .hasSize(1_860);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zendesk:next", "zendesk:redirect@2"})
    @Threat(Danger.FORGED_REQUEST)
    void otherHostThatIsAllowed_isCalledWithoutCredentials(String fault) throws Exception {
        nights.followLinks("allow-hosts: ['%s']".formatted(sandbox.stranger()));
        nights.night(SATURDAY, fault);
        assertThat(sandbox.count("/stranger/calls")).isEqualTo(1);
        assertThat(sandbox.count("/stranger/credentials")).isZero();
    }

    @Test
    void killedWhileAPageArrives_goesOnWithoutLossOrDoubles() throws Exception {
        sandbox.arm("kintone:drip:600@5");
        try (Child child = run()) {
            while (sandbox.count("/calls/kintone") < 5) {
                Thread.onSpinWait();
            }
            child.kill();
        }
        sandbox.arm("");
        sandbox.pass(60);
        try (Child child = run()) {
            assertThat(child.exitCode()).as(child::said).isZero();
        }
        assertThat(nights.landed()).isEqualTo(undisturbed);
        nights.assertNothingLeaked();
    }

    private Child run() throws Exception {
        return Child.run(nights.company.directory, nights.company.home.directory(), SATURDAY.toString());
    }
}
