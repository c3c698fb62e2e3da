package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.BackfillRequest;
import dev.kenshin.job.Every;
import dev.kenshin.job.KnownAt;
import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read of {@code prune}, {@code backup}, {@code restore} and {@code doctor}. */
class HousekeepingCommandsTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 30);

    @TempDir
    static Path directory;

    private static TestCompany company;

    @BeforeAll
    static void live() throws Exception {
        company = TestCompany.in(directory.resolve("company"));
        assertThat(company.run(NIGHT)).isEqualTo(ExitCode.DONE);
        company.backfill(
                new BackfillRequest(NIGHT.minusDays(2), NIGHT.minusDays(1), Every.DAY, false, new KnownAt.Now()));
        Files.setPosixFilePermissions(company.home.directory(), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void prune_saysWhatWouldGo() {
        CommandLineRun run =
                kenshin("en", "prune", "--dry-run", "--daily", "1", "--weekly", "0", "--monthly", "0", "--yearly", "0");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "The newest snapshot is 2026-10-30.",
                        "Snapshots (1): 2026-10-28",
                        "score.account_health",
                        "KEN-K05 Slope and volatility",
                        "Nothing was changed (--dry-run).");
        assertThat(kenshin("ja", "prune", "--dry-run").out()).contains("間引くものはありません");
        assertThat(kenshin("en", "prune", "--daily", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void backupAndRestore_sayWhereThingsAre() {
        Path file = directory.resolve("backup.zip");
        CommandLineRun backup = kenshin("en", "backup", file.toString());
        assertThat(backup.exitCode()).as(backup.err()).isZero();
        assertThat(backup.out()).contains("Backed up, and read back: " + file, "as of 2026-10-30", "secrets such as");
        assertThat(kenshin("en", "backup", "--verify", file.toString()).out()).contains("Every file is as it was");
        assertThat(kenshin("en", "restore", "--dry-run", file.toString()).out()).contains("Every file is as it was");

        CommandLineRun refused = kenshin("en", "restore", file.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("KEN-K10", "--replace");

        CommandLineRun restored = CommandLineRun.of(
                "restore",
                file.toString(),
                "--home",
                directory.resolve("restored").toString(),
                "--lang",
                "ja");
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("復元しました", "基準日 2026-10-30");
    }

    @Test
    void whoWasForgottenSinceTheBackup_staysOnTheList_andIsToBeForgottenAgain() throws Exception {
        TestCompany forgetful = company.copyTo(directory.resolve("forgetful"));
        String file = directory.resolve("before.zip").toString();
        assertThat(kenshin(forgetful, "en", "backup", file).exitCode()).isZero();
        String[] forget = {"forget", "--email", "taro@aoba.example", "--yes"};
        assertThat(kenshin(forgetful, "en", forget).exitCode()).isZero();

        CommandLineRun restored = kenshin(forgetful, "en", "restore", file, "--replace");
        assertThat(restored.exitCode()).as(restored.err()).isEqualTo(3);
        assertThat(restored.out()).contains("data came back of those who were forgotten since (1 of");
        assertThat(kenshin(forgetful, "en", "forget", "--list").out()).contains("person");
        assertThat(kenshin(forgetful, "en", forget).exitCode()).isZero();
        assertThat(kenshin(forgetful, "ja", "restore", file, "--replace").out()).contains("復元で戻りました");
    }

    @Test
    void doctor_saysWhatToDo() {
        CommandLineRun early = kenshin("en", "doctor");
        assertThat(early.out())
                .contains("✓  Run lock", "!  Clock and time zone", "KEN-K33 Check the clock", "0 wrong, 1 to look at.");
        assertThat(early.exitCode())
                .as("the nights of the test ran later than its commands")
                .isEqualTo(3);

        CommandLineRun broken = CommandLineRun.of(
                "doctor",
                "--config",
                directory.resolve("nowhere").toString(),
                "--home",
                company.home.directory().toString(),
                "--format",
                "json");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out()).contains("\"code\" : \"KEN-K34\"", "\"mark\" : \"WRONG\"");
        assertThat(CommandLineRun.of("doctor", "--home", "nowhere").err()).contains("KEN-K03");
    }

    private static CommandLineRun kenshin(String language, String... arguments) {
        return kenshin(company, language, arguments);
    }

    private static CommandLineRun kenshin(TestCompany company, String language, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", company.file("config").toString(), "--lang", language));
        all.addAll(List.of("--home", company.home.directory().toString()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
