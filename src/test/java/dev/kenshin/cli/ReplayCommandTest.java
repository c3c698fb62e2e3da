package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed of a replay, over three nights of which a shadow was kept. */
class ReplayCommandTest {
    @TempDir
    static Path directory;

    private static TestCompany company;

    @BeforeAll
    static void runNights() throws IOException {
        company = TestCompany.in(directory.resolve("company"));
        String standard = Files.readString(company.file("config/scorecards/standard.yaml"));
        Files.writeString(
                company.file("config/scorecards/trial.yaml"),
                standard.replace("標準", "試行").replace("Standard", "Trial").replace("cap: 20", "cap: 80"));
        company.append("jobs/nightly.yaml", "shadow-scorecards: [trial]\n");
        company.run(TestCompany.SATURDAY);
        company.run(TestCompany.SUNDAY);
        TestCompany next = company.copyTo(directory.resolve("next"));
        next.change("config/scorecards/standard.yaml", card -> card.replace("weight: 60", "weight: 5"));
    }

    @Test
    void unchanged_saysThatNothingChanges_inBothLanguages() {
        assertThat(ok(replay("--lang", "en", "--from", "2026-10-31")).out())
                .contains("(the same)", "2026-10-31  ", "2026-11-01  ", "No account changes its level.");
        assertThat(ok(replay("--lang", "ja")).out())
                .contains("(同じ)", "危険度が変わる顧客はありません。", "倉庫には何も書き込んでいません。")
                .doesNotContain("2026-10-31");
    }

    @Test
    void otherConfiguration_showsDistributionTransitionsAndReasons() {
        CommandLineRun run = ok(replay(
                "--lang", "en", "--with", directory.resolve("next/config").toString()));

        assertThat(run.out())
                .contains(
                        "Level kept (down) → now (across)",
                        "Accounts that change their level (",
                        "Changes of health on 2026-11-01")
                .doesNotContain("although their scorecard is the same");
    }

    /** What the shadow has kept is what it would say if it decided. */
    @Test
    void shadow_isTriedAsIfItDecided_andExplained() {
        CommandLineRun csv = ok(replay("--scorecard", "trial", "--format", "csv"));
        List<String> rows = csv.out().lines().skip(1).toList();
        assertThat(rows).hasSize(5).allMatch(row -> row.contains(",trial,"));
        String fifth =
                rows.stream().filter(row -> row.contains(",C5,")).findFirst().orElseThrow();

        CommandLineRun explained = ok(run("explain", "C5", "--scorecard", "trial", "--json"));
        assertThat(explained.out())
                .contains("\"scorecard\" : \"trial\"")
                .contains("\"health\" : " + fifth.split(",", -1)[9]);
        assertThat(ok(run("explain", "C5", "--lang", "ja", "--scorecard", "trial"))
                        .out())
                .contains("試行");
        assertThat(ok(run("explain", "C5", "--lang", "ja")).out()).doesNotContain("試行");
    }

    @Test
    void json_holdsEveryDate() {
        assertThat(ok(replay("--format", "json", "--from", "2026-10-31")).out())
                .contains(
                        "\"as_of\" : \"2026-10-31\"",
                        "\"as_of\" : \"2026-11-01\"",
                        "\"transitions\"",
                        "\"unmeasured\"");
    }

    @Test
    void mistakes_areRefusedWithWhatToDo() {
        CommandLineRun both = replay("--lang", "en", "--as-of", "2026-11-01", "--from", "2026-10-31");
        assertThat(both.exitCode()).isEqualTo(2);
        CommandLineRun unknown = replay("--lang", "en", "--scorecard", "standart");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no scorecard 'standart'", "newcomers, standard, trial");
        CommandLineRun never = replay("--lang", "en", "--as-of", "2025-01-01");
        assertThat(never.exitCode()).isEqualTo(2);
        assertThat(never.err()).contains("KEN-J30", "2026-11-01, 2026-10-31");
        CommandLineRun nobody = run("explain", "C5", "--lang", "en", "--scorecard", "nobody");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("KEN-J31", "newcomers, standard, trial");
    }

    private static CommandLineRun replay(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "replay";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return run(all);
    }

    private static CommandLineRun run(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = company.file("config").toString();
        all[arguments.length + 2] = "--home";
        all[arguments.length + 3] = company.home.directory().toString();
        return CommandLineRun.of(all);
    }

    private static CommandLineRun ok(CommandLineRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }
}
