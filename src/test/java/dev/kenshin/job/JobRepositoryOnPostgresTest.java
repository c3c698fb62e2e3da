package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.config.Secrets;
import dev.kenshin.job.NightResult.Work;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunReport;
import dev.kenshin.privacy.Found;
import dev.kenshin.problem.Language;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights whose steps are remembered by a PostgreSQL server that asks for a password. */
class JobRepositoryOnPostgresTest {
    private static EmbeddedPostgres server;
    private static int databases;

    @TempDir
    Path directory;

    private TestCompany company;
    private Path password;
    private String database;

    @BeforeAll
    static void start(@TempDir Path rules) throws Exception {
        Path access = Files.writeString(
                rules.resolve("pg_hba.conf"), "host all postgres all trust\nhost all all all scram-sha-256\n");
        server = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", access.toString())
                .start();
        execute("create role kenshin login password 'c0rrect'");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void makeCompany() throws Exception {
        database = "jobs" + ++databases;
        execute("create database " + database + " owner kenshin");
        password = Files.writeString(directory.resolve("password"), "c0rrect\n");
        company = TestCompany.in(directory.resolve("company"));
        company.append(
                "jobs/nightly.yaml",
                "repository: { url: '%s', user: kenshin, password: '${file:%s}' }\n".formatted(url(), password));
    }

    @Test
    void night_isRememberedOnTheServerAlone() throws Exception {
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.night(new NightRequest(SATURDAY, false)).work()).isEqualTo(Work.NONE);
        assertThat(company.runAgain(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.report().run().revision()).isEqualTo(2);
        assertThat(company.home.directory()).isDirectoryNotContaining("glob:**/jobs*");
        assertThat(number("select count(*) from batch_job_execution where status = 'COMPLETED'"))
                .isEqualTo(2);
    }

    @Test
    void repositoryOfAnotherHome_isRefusedAndATakenOverOneIsNot() throws Exception {
        company.home.create();
        open(company).close();
        TestCompany other = company.copyTo(directory.resolve("other"));
        open(other).close(); // the same home at another place
        Files.delete(other.home.directory().resolve("home.id"));

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> other.run(SATURDAY));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failure.problems().get(0).in(Language.EN))
                .contains("KEN-J19", "another home", company.home.directory().toString());
        assertThat(number("select count(*) from batch_job_instance")).isZero();

        inDatabase("delete from kenshin_home");
        open(other).close();
        assertThat(catchThrowableOfType(NightFailure.class, () -> open(company)))
                .hasMessageContaining("another home");
    }

    @Test
    void stepsOfCompleteNights_areRemovedFromTheServer_andNightsStayComplete() throws Exception {
        company.run(SATURDAY);
        company.runAgain(SATURDAY);
        try (JobRecords records = open(company)) {
            assertThat(records.nights()).hasSize(1).allMatch(JobRecords.Revision::complete);
            assertThat(records.removable(SATURDAY)).isZero();
            assertThat(records.removable(SATURDAY.plusDays(1)))
                    .isEqualTo(number("select count(*) from batch_step_execution"));
            records.remove(SATURDAY.plusDays(1));
            assertThat(records.removable(SATURDAY.plusDays(1))).isZero();
        }
        assertThat(number("select count(*) from batch_step_execution")).isZero();
        assertThat(number("select count(*) from batch_job_execution")).isEqualTo(2);
        assertThat(company.night(new NightRequest(SATURDAY, false)).work()).isEqualTo(Work.NONE);
    }

    @Test
    @Threat(Danger.PERSONAL_DATA)
    void forgottenAccount_isGoneFromServers() throws Exception {
        company.change(
                "jobs/nightly.yaml",
                text -> text.replace(
                        "[tables]",
                        "[mart: { url: '%s', user: kenshin, password: '${file:%s}' }]".formatted(url(), password)));
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(number("select count(*) from account_health where account_id = 'C2'"))
                .isEqualTo(1);
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table customer as select 'C2' as account_id");
            statement.execute("grant all on customer to kenshin");
        }
        ForgetRunner runner = new ForgetRunner(company.plan(), company.home, Clock.systemUTC(), new Secrets(Map.of()));
        ForgetResult result = runner.run(new ForgetRequest(List.of(), List.of(), List.of("C2"), true));
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(result.found()).extracting(Found::place).contains("mart public.account_health");
        assertThat(number("select count(*) from account_health where account_id = 'C2'"))
                .isZero();
        assertThat(number("select count(*) from account_health")).isEqualTo(4);
        assertThat(number("select count(*) from customer"))
                .as("a table of somebody else")
                .isEqualTo(1);
    }

    @Test
    void killedNight_goesOn() throws Exception {
        try (Child child = child()) {
            assertThat(child.awaitSteps(6)).as(child::said).isTrue();
            child.kill();
        }
        assertThat(company.report()).matches(RunReport::killed);
        try (Child child = child()) {
            assertThat(child.exitCode()).as(child::said).isZero();
            assertThat(child.said()).contains("Going on where the last run stopped");
        }
        assertThat(company.report().run().revision()).isEqualTo(1);
        assertThat(number("select count(*) from batch_job_instance")).isEqualTo(1);
    }

    @Test
    @Threat(Danger.SECRET)
    void wrongPassword_stopsBeforeAnythingIsDoneAndIsNotTold() throws Exception {
        Files.writeString(password, "s3cret");
        NightFailure failure = failure();
        assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failure.problems().get(0).in(Language.EN))
                .contains("nightly.yaml:7", "KEN-J10", "jdbc:postgresql://localhost:", "password authentication failed")
                .doesNotContain("s3cret", "ApplicationName");
        assertThat(failure.problems().get(0).in(Language.JA))
                .contains("何もせずに止めました")
                .doesNotContain("s3cret");
        assertThat(company.home.exports()).doesNotExist();
        assertThat(company.home.runs()).doesNotExist();
    }

    @Test
    void schemaThatLetsNoTablesBeCreated_isAProblem() throws Exception {
        execute("alter database " + database + " owner to postgres");
        assertThat(failure().problems().get(0).toString()).contains("KEN-J10", "permission denied");
    }

    @Test
    void databaseWithoutADriver_isAProblem() throws Exception {
        company.change("jobs/nightly.yaml", text -> text.replace("jdbc:postgresql:", "jdbc:nosuch:"));
        assertThat(failure().problems().get(0).toString()).contains("KEN-J10", "jdbc:nosuch:");
    }

    private NightFailure failure() {
        return catchThrowableOfType(NightFailure.class, () -> company.run(SATURDAY));
    }

    private Child child() throws IOException {
        return Child.run(company.directory, company.home.directory(), SATURDAY.toString());
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?ApplicationName=test";
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JobRecords open(TestCompany company) throws SQLException {
        return JobRecords.open(company.plan(), company.home, new Secrets(Map.of()))
                .orElseThrow();
    }

    private void inDatabase(String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
