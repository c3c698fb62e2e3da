package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private TestCompany company;
    private Shell shell;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        company = TestCompany.in(directory.resolve("company"));
        shell = Shell.of(company.directory, "en");
        write("config/metrics/all.spec.yaml", """
                as-of: 2026-10-31
                examples:
                  nobody used it:
                    given: { usage_daily: [] }
                    expect: { metrics: { active_users_28d: 0 } }
                  two used it:
                    given: { usage_daily: [{ user_id: u1, day: 2026-10-30 }, { user_id: u2, day: 2026-10-30 }] }
                    expect: { metrics: { active_users_28d: 2 } }
                """);
    }

    @Test
    void examplesThatHold_pass_andLeaveNothingBehind() {
        assertThat(shell.run("verify")).as(shell.err()).isZero();
        assertThat(shell.out()).isEqualTo("All 2 examples passed.\n");
        assertThat(shell.err()).contains("passed  all: nobody used it", "passed  all: two used it");
        assertThat(company.home.directory()).doesNotExist();
    }

    @Test
    void exampleThatFails_showsBothSidesAndTheirPlaces() throws Exception {
        change("active_users_28d: 2", "active_users_28d: 3");
        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(shell.out())
                .contains(
                        "all.spec.yaml:6:3 two used it",
                        "expected  actual",
                        "metrics.active_users_28d  3         2",
                        "all.spec.yaml:8:44",
                        "the definition of 'active_users_28d'",
                        "measured from: usage_daily",
                        "Of 2 examples 1 failed.");
        assertThat(shell.err()).contains("FAILED  all: two used it");
    }

    @Test
    void failure_isToldInJapanese() throws Exception {
        change("active_users_28d: 2", "active_users_28d: 3");
        Shell japanese = Shell.of(company.directory, "ja");
        assertThat(japanese.run("verify", "nightly")).isEqualTo(1);
        assertThat(japanese.out()).contains("期待", "実際", "指標「active_users_28d」の定義", "例 2件のうち 1件が不合格です。");
    }

    @Test
    void results_areToldToMachines() throws Exception {
        change("active_users_28d: 2", "active_users_28d: 3");
        assertThat(shell.run("verify", "--format", "json")).isEqualTo(1);
        assertThat(shell.out())
                .contains(
                        "\"failed\" : 1",
                        "\"name\" : \"nobody used it\"",
                        "\"actual\" : \"2\"",
                        "\"expected\" : \"3\"");
    }

    @Test
    void someExamples_areChosenByFileOrWords() {
        assertThat(shell.run("verify", "nightly", "nobody")).isZero();
        assertThat(shell.out()).contains("All 1 examples passed");
        assertThat(shell.run("verify", "all")).isZero();
        assertThat(shell.run("verify", "everybody")).isEqualTo(2);
        assertThat(shell.err()).contains("'everybody'");
    }

    @Test
    void mistakesInExamples_areReportedWithTheirPlaces_alsoByCheck() throws Exception {
        write("config/scorecards/standard.spec.yaml", """
                examples:
                  wrong in every way:
                    given: { tiket: [], app_user: [{ usr_id: u1, registered_on: soon }], metrics: { active_user_28d: 1 } }
                    expect: { helth: 40, level: hihg, metrics: { open_ticket: 1 }, account: [{ nmae: a }] }
                  unreadable:
                    givn: {}
                    expect: { health: high }
                """);
        for (String command : new String[] {"verify", "check"}) {
            assertThat(shell.run(command)).isEqualTo(78);
            assertThat(shell.err())
                    .contains(
                            "standard.spec.yaml:3:14 KEN-V01 There is no stream or canonical table 'tiket'. Did you mean 'ticket'?",
                            "KEN-V01 There is no column of app_user 'usr_id'. Did you mean 'user_id'?",
                            "KEN-V03 The value 'soon' of 'registered_on' cannot be read.",
                            "There is no metric 'active_user_28d'",
                            "'helth'. Did you mean 'health'?",
                            "There is no level 'hihg'",
                            "There is no metric 'open_ticket'",
                            "There is no column of account 'nmae'",
                            "KEN-V04",
                            "KEN-C05 The key 'givn' does not belong here.");
        }
    }

    @Test
    void companyWithoutExamples_isToldHowToBegin() throws Exception {
        Files.delete(company.file("config/metrics/all.spec.yaml"));
        assertThat(shell.run("verify")).isEqualTo(2);
        assertThat(shell.err()).contains("There is no example yet", "account.spec.yaml");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(company.file(file), text);
    }

    private void change(String from, String to) throws IOException {
        company.change("config/metrics/all.spec.yaml", text -> text.replace(from, to));
    }
}
