package dev.kenshin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.ClassPath;
import dev.kenshin.ops.RunLock;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {
    private TestCompany company;
    private Shell shell;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        company = TestCompany.in(directory.resolve("company"));
        shell = Shell.of(company.directory, "en");
    }

    @Test
    void run_takesYesterdayAndTellsWhereTheResultIs() {
        assertThat(shell.run("run", "nightly")).isZero();
        assertThat(shell.out())
                .contains(
                        "nightly 2026-11-01", "is done", "5 accounts scored", "exports/2026-11-01/account_health.csv");
        assertThat(shell.err()).contains("DONE     score").doesNotContain("Exception");
    }

    @Test
    void runAgain_saysThatNothingWasToBeDone() {
        shell.run("run", "nightly", "--as-of", "2026-10-31");
        assertThat(shell.run("run", "nightly", "--as-of", "2026-10-31")).isZero();
        assertThat(shell.out())
                .isEqualToIgnoringNewLines("The night of 2026-10-31 is already complete; nothing was changed."
                        + " To compute it again, add --force.");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void runAgainWithAnotherConfiguration_saysThatItWouldTakeForce() throws Exception {
        shell.run("run", "nightly", "--as-of", "2026-10-31");
        company.change("config/scorecards/standard.yaml", text -> text.replaceFirst("weight: \\d+", "weight: 7"));
        assertThat(shell.run("run", "nightly", "--as-of", "2026-10-31")).isZero();
        assertThat(shell.out())
                .contains("already complete; nothing was changed", "configuration has changed since", "--force");
        assertThat(shell.run("run", "nightly", "--as-of", "2026-10-31", "--force"))
                .isZero();
        shell.run("run", "nightly", "--as-of", "2026-10-31");
        assertThat(shell.out()).contains("already complete").doesNotContain("has changed");
    }

    @Test
    void logInJson_isAnObjectALine() throws Exception {
        Files.delete(company.file("files/tickets.jsonl"));
        assertThat(shell.run("run", "nightly", "--as-of", "2026-10-31", "--log-format", "json"))
                .isEqualTo(69);
        List<JsonNode> lines =
                shell.err().lines().map(new JsonMapper()::readTree).toList();
        assertThat(lines).allMatch(line -> line.hasNonNull("time") && line.hasNonNull("run"));
        assertThat(lines).anyMatch(line -> line.path("step").asString("").equals("land crm.accounts"));
        assertThat(lines).anyMatch(line -> line.path("code").asString("").equals("KEN-J03"));
        assertThat(lines.get(lines.size() - 1).path("exit_code").asInt()).isEqualTo(69);
    }

    @Test
    void unknownJob_isNamedWithThoseThatExist() {
        assertThat(shell.run("run", "weekly")).isEqualTo(2);
        assertThat(shell.err()).contains("'weekly'", "nightly");
        assertNothingRan();
    }

    @Test
    void brokenConfiguration_isReportedBeforeAnythingRuns() throws Exception {
        company.change("config/mappings/ticket.yaml", text -> text.replace("to: ticket", "to: tickets"));
        assertThat(shell.run("run", "nightly")).isEqualTo(78);
        assertThat(shell.err()).contains("ticket.yaml:2:5", "tickets");
        assertNothingRan();
    }

    /** Reading the configuration takes seconds where eight start at once. */
    @Test
    void homeOfAnotherRun_isLeftAlone_beforeTheConfigurationIsRead() throws Exception {
        company.change("config/mappings/ticket.yaml", text -> text.replace("to: ticket", "to: tickets"));
        company.home.create();
        try (RunLock other = RunLock.tryAcquire(company.home).orElseThrow()) {
            assertThat(other.home()).isEqualTo(company.home);
            assertThat(shell.run("run", "nightly")).isEqualTo(11);
        }
        assertThat(shell.err()).contains("Another run is going on");
        assertNothingRan();
    }

    @Test
    void folderWithoutConfiguration_staysAsItWas() throws Exception {
        Files.move(company.file("config"), company.file("elsewhere"));
        assertThat(shell.run("run", "nightly")).isEqualTo(78);
        assertThat(company.home.directory()).doesNotExist();
    }

    private void assertNothingRan() {
        assertThat(company.home.directory()).isDirectoryContaining(company.home.lock()::equals);
        assertThat(company.home.directory().toFile().list()).hasSize(1);
    }

    @Test
    void failedRun_goesOnWithTheSameCommand() throws Exception {
        Files.move(company.file("files/contracts.csv"), company.file("files/later"));
        assertThat(shell.run("run", "nightly")).isEqualTo(69);
        assertThat(shell.out()).contains("KEN-J03", "kenshin run nightly --as-of 2026-11-01");
        Files.move(company.file("files/later"), company.file("files/contracts.csv"));
        assertThat(shell.run("run", "nightly")).isZero();
        assertThat(shell.err()).startsWith("Going on where the last run stopped: 7 of 25 steps are done.");
        assertThat(shell.out()).contains("5 accounts scored");
    }

    /** As where the disk is full; here something else lies where reports should. */
    @Test
    void runWhoseReportCannotBeWritten_isToldAllTheSame() throws Exception {
        company.home.create();
        Files.createFile(company.home.runs());
        assertThat(shell.run("run", "nightly")).isEqualTo(1);
        assertThat(shell.out()).contains("nightly 2026-11-01", "failed", "kenshin run nightly --as-of 2026-11-01");
    }

    /** As above. */
    @Test
    void backfillWhoseReportCannotBeWritten_isToldAllTheSame() throws Exception {
        assertThat(shell.run("run", "nightly")).isZero();
        Files.move(company.home.runs(), company.file("runs"));
        Files.createFile(company.home.runs());
        assertThat(shell.run("backfill", "nightly", "--from=2026-10-30", "--to=2026-10-30"))
                .isZero();
        assertThat(shell.out()).contains("backfill nightly 2026-10-30", "is done", "Dates computed: 1");
    }

    @Test
    void warehouseOfAnotherProgram_isAProblemWithAWayOut() throws Exception {
        company.home.create();
        List<String> command = new ArrayList<>(ClassPath.java());
        command.add(WarehouseHolder.class.getName());
        command.add(company.home.warehouse().toString());
        Process holder = new ProcessBuilder(command).start();
        try (BufferedReader said = holder.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("open");
            assertThat(shell.run("run", "nightly")).isEqualTo(1);
            assertThat(shell.out()).contains("KEN-J06", "close it there");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(shell.run("run", "nightly")).isZero();
    }

    @Test
    void unexpectedFailure_isOneLineWithTheRestInTheLog() throws Exception {
        company.home.create();
        Files.writeString(company.home.exports(), "a file where the directory should be");
        assertThat(shell.run("run", "nightly")).isEqualTo(1);
        assertThat(shell.out()).contains("publish tables", "KEN-J01", "log.txt").doesNotContain("\tat ");
        Path log = company.home.runs().resolve("latest/log.txt");
        assertThat(log).content().contains("FileSystemException", "\tat ");

        Files.delete(company.home.exports());
        assertThat(shell.run("run", "nightly")).isZero();
    }

    @Test
    void blockedNight_saysOnOneScreenWhatIsWrong_whatWasKept_andWhatToDo() throws Exception {
        shell.run("run", "nightly", "--as-of", "2026-10-31");
        company.change("files/contracts.csv", text -> text.lines().limit(4).reduce("", (a, b) -> a + b + "\n"));
        assertThat(shell.run("run", "nightly", "--as-of", "2026-11-01")).isEqualTo(65);
        String command = "kenshin run nightly --as-of 2026-11-01";
        assertThat(shell.out())
                .contains("✖ crm.contracts", "'6 → 3', by 50%", "[KEN-L02]", "1 blocked")
                .contains("Nothing was published", "exports/latest is that of 2026-10-31", "mended: " + command + "\n")
                .contains(command + " --accept KEN-L02:crm.contracts");
        assertThat(shell.out().lines()).hasSizeLessThan(24);

        shell.run("status", "--gates");
        assertThat(shell.out()).containsPattern("KEN-L02 +volume +crm.contracts +50.0% +- +40.0% +blocked");
        assertThat(shell.run("run", "nightly", "--as-of", "2026-11-01", "--accept", "KEN-L01"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("KEN-Q21", "'KEN-L01'", "KEN-L02");
        assertThat(shell.run("run", "nightly", "--as-of", "2026-11-01", "--accept", "KEN-L02:crm.contracts"))
                .isEqualTo(3);
        assertThat(shell.out()).contains("1 accepted", "[KEN-Q10]");
    }
}
