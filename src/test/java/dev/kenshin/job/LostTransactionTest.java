package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Secrets;
import dev.kenshin.gate.Acceptances;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Finding;
import dev.kenshin.ops.RunLog;
import dev.kenshin.ops.RunReport;
import dev.kenshin.source.Pause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights of which one transaction is rolled back although nothing fails, as happens to a chunk whose transaction was marked
 * for it. Spring Batch reports such a step as completed, with everything written.
 */
class LostTransactionTest {
    private static final int VISITS = 25_000;

    /** One night that is tried until it succeeds: each time another step loses something, the chunk in the middle if it has several. */
    @Test
    void lostTransaction_failsItsStep_andTheSameCommandMakesUpForIt(@TempDir Path directory) throws Exception {
        TestCompany company = company(directory.resolve("company"), directory.resolve("helpdesk"));
        String chunk = "KEN-J04 '25000' rows were read, but '15000' were kept.";
        assertLost(company, Map.of("extract helpdesk.visits", 2, "land crm.contracts", 1), chunk);
        assertLost(company, Map.of("map visit", 2), chunk);
        assertLost(company, Map.of("score", 1), "KEN-J01");
        assertThat(company.home.exports()).doesNotExist();

        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.rows("select count(*) from model.interaction")).containsExactly(String.valueOf(VISITS));
        assertThat(company.published("account_health")).hasSize(5);
        assertThat(company.rows("select concat_ws(' ', stage, subject, expected, found) from ops.reconciliation"
                        + " where difference <> 0"))
                .isEmpty();
        assertThat(company.rows("select stage || ' ' || figure || ' ' || expected from ops.reconciliation"
                        + " where subject in ('helpdesk.visits', 'visit') order by 1"))
                .containsExactly("land extracted " + VISITS, "land records " + VISITS, "map records " + VISITS);
    }

    /** A step of one transaction fails with what Spring Batch says then. */
    private static void assertLost(TestCompany company, Map<String, Integer> transactions, String finding)
            throws Exception {
        assertThat(runLosing(company, transactions)).isEqualTo(ExitCode.FAILED);
        assertThat(company.report().findings()).extracting(Finding::step).hasSameElementsAs(transactions.keySet());
        assertThat(company.report().findings())
                .anySatisfy(found ->
                        assertThat(found.code() + " " + found.message().en()).startsWith(finding));
    }

    private static ExitCode runLosing(TestCompany company, Map<String, Integer> transactions) throws Exception {
        NightPlan plan = company.plan();
        Secrets secrets = new Secrets(Map.of());
        Clock clock = TestCompany.clock();
        company.home.create();
        try (StopOnSignal signal = new StopOnSignal();
                JobRepositoryDatabase database = JobRepositoryDatabase.of(plan, company.home, secrets)) {
            NightKey night = new NightKey("nightly", SATURDAY, 1);
            String hash = plan.configuration().hash();
            Beginning beginning = Beginning.of(database.repository(), night, hash, new NightRequest(SATURDAY, false));
            RunReport.Run run = NightRunner.describe(company.home, "nightly", SATURDAY, 1, clock.instant());
            RunLog log = new RunLog(company.home, clock, run, report -> {});
            ExitCode code = new NightExecution(
                            plan,
                            company.home,
                            clock,
                            secrets,
                            log,
                            run.id(),
                            Pause.real(),
                            Acceptances.NONE,
                            connections -> new LosingTransactions(connections, transactions))
                    .run(database, beginning, signal);
            log.ended(NightRunner.state(code), code);
            return code;
        }
    }

    /** With a table of which each night reads what is new, in several chunks. */
    private static TestCompany company(Path place, Path helpdesk) throws Exception {
        TestCompany company = TestCompany.in(place);
        String url = "jdbc:h2:file:" + helpdesk;
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table visit as select x as id, 'あおば' as company, date '2026-10-01' as held,"
                    + " dateadd(second, x, timestamp '2026-10-01 00:00:00') as changed from system_range(1, " + VISITS
                    + ")");
        }
        Files.writeString(company.file("config/sources/helpdesk.yaml"), """
                type: jdbc
                url: '%s'
                user: sa
                streams:
                  visits: { table: visit, key: [id], cursor: changed }
                """.formatted(url));
        Files.writeString(company.file("config/mappings/visit.yaml"), """
                from: helpdesk.visits
                to: interaction
                account: { by: name, from: company }
                fields:
                  held_on: { from: held, type: date }
                """);
        company.change("jobs/nightly.yaml", text -> text.replace("survey]", "survey, helpdesk]"));
        return company;
    }
}
