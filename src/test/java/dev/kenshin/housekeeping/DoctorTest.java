package dev.kenshin.housekeeping;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Secrets;
import dev.kenshin.housekeeping.Check.Mark;
import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunLock;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-03T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path shared;

    private static TestCompany lived;

    @TempDir
    Path directory;

    private TestCompany company;

    @BeforeAll
    static void live() throws Exception {
        lived = TestCompany.in(shared);
        lived.change("jobs/nightly.yaml", text -> text.replace("[tables]", "[tables, mart]"));
        assertThat(lived.run(SATURDAY)).isEqualTo(ExitCode.DONE);
    }

    @BeforeEach
    void copy() throws Exception {
        company = lived.copyTo(directory.resolve("company"));
        Files.setPosixFilePermissions(company.home.directory(), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void healthyHome_isWell() throws Exception {
        List<Check> checks = examine();
        assertThat(checks)
                .allSatisfy(
                        check -> assertThat(check.mark()).as(check.toString()).isEqualTo(Mark.GOOD));
        assertThat(checks).hasSizeGreaterThan(14);
        assertThat(doctor().connect()).extracting(Check::mark).containsExactly(Mark.GOOD, Mark.GOOD, Mark.GOOD);
    }

    @Test
    void damageOfEveryKind_isFound() throws Exception {
        Files.setPosixFilePermissions(company.home.directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(company.home.directory().resolve("tmp/left"));
        let("insert into landing.record select * from landing.record limit 1");
        let("update landing.stream set data_date = '2027-01-01' where stream = 'crm.accounts'");
        Path file = company.exported("account_health.csv");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        Files.write(company.exported("mover.csv"), List.of("as_of,unheard_of"));

        List<Check> checks = examine();
        assertThat(wrong(checks, "KEN-K22")).contains("rwxr-xr-x");
        assertThat(wrong(checks, "KEN-K25")).contains("tmp/left");
        assertThat(wrong(checks, "KEN-K27")).contains("1 do not");
        assertThat(wrong(checks, "KEN-K28")).contains("account_health.csv 4 <> 5", "mover.unheard_of");
        assertThat(wrong(checks, "KEN-K33")).contains("dated in the future");
    }

    @Test
    void databasesThatDoNotGoTogether_areFound() throws Exception {
        TestCompany older = lived.copyTo(directory.resolve("older"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        Files.delete(company.home.warehouse());
        Files.copy(older.home.warehouse(), company.home.warehouse());
        assertThat(wrong(examine(), "KEN-K31")).contains(SUNDAY.toString());

        Files.delete(company.home.directory().resolve("jobs.mv.db"));
        assertThat(wrong(examine(), "KEN-K30")).contains("is gone");

        Files.writeString(company.home.warehouse(), "no database");
        assertThat(wrong(examine(), "KEN-K26")).isNotEmpty();
        assertThat(company.home.directory().resolve("jobs.mv.db"))
                .as("looking makes nothing")
                .doesNotExist();
    }

    @Test
    void martOrRepositoryThatCannotBeRead_isNotTakenForTheWarehouse() throws Exception {
        company.change(
                "jobs/nightly.yaml",
                text -> text.replace(
                        "[tables, mart]", "[tables, { mart: { url: 'jdbc:postgresql://127.0.0.1:1/mart' } }]"));
        Files.writeString(company.home.directory().resolve("jobs.mv.db"), "no database");
        List<Check> checks = examine();
        assertThat(wrong(checks, "KEN-K26")).isEmpty();
        assertThat(wrong(checks, "KEN-K28")).contains("127.0.0.1:1");
        assertThat(wrong(checks, "KEN-K30")).contains("cannot open the job repository");
    }

    @Test
    void linkThatLeadsNowhere_andSourceThatIsGone_areFound() throws Exception {
        Files.delete(company.home.exports().resolve("latest"));
        Files.delete(company.file("files/accounts.csv"));
        assertThat(wrong(examine(), "KEN-K29")).contains("nowhere");
        assertThat(doctor().connect())
                .filteredOn(check -> check.mark() == Mark.WRONG)
                .extracting(Check::about)
                .containsExactly(new Text("ソース crm", "Source crm"));
    }

    @Test
    void lockThatIsHeld_isTold_andNothingElseIsOpened() throws Exception {
        try (RunLock lock = RunLock.tryAcquire(company.home).orElseThrow()) {
            List<Check> checks = examine();
            assertThat(checks.get(checks.size() - 1).found().en())
                    .contains(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void machines_areMeasuredAgainstTheLastNight() {
        assertThat(MachineChecks.disk(99, 100).mark()).isEqualTo(Mark.WRONG);
        assertThat(MachineChecks.disk(299, 100).mark()).isEqualTo(Mark.LOOK);
        assertThat(MachineChecks.disk(300, 100).mark()).isEqualTo(Mark.GOOD);
        assertThat(MachineChecks.java(16, 1L << 30).mark()).isEqualTo(Mark.WRONG);
        assertThat(MachineChecks.java(17, 256L << 20).mark()).isEqualTo(Mark.LOOK);
    }

    /** What was found of those with this code that are not well. */
    private static String wrong(List<Check> checks, String code) {
        return String.join(
                "; ",
                checks.stream()
                        .filter(check -> check.code().equals(code) && check.mark() != Mark.GOOD)
                        .peek(check -> assertThat(check.fix()).isPresent())
                        .map(check -> check.found().en())
                        .toList());
    }

    private List<Check> examine() throws Exception {
        return doctor().examine();
    }

    private Doctor doctor() {
        return new Doctor(company.home, Optional.of(company.plan()), new Secrets(Map.of()), CLOCK);
    }

    private void let(String sql) throws Exception {
        try (Warehouse warehouse = Warehouse.open(company.home.warehouse(), List.of());
                Connection connection = warehouse.connection()) {
            Query.update(connection, sql);
        }
    }
}
