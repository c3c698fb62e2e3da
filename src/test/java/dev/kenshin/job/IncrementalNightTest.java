package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One more source: a table of a database, of which each night reads what changed since the last. */
class IncrementalNightTest {
    private TestCompany company;
    private String url;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        company = TestCompany.in(directory.resolve("company"));
        url = "jdbc:h2:file:" + directory.resolve("helpdesk");
        update("create table visit (id int primary key, company varchar, held date, changed timestamp)");
        update("insert into visit values (1, 'あおば', '2026-10-01', '2026-10-01 10:00:00'),"
                + " (2, 'さくら', '2026-10-02', '2026-10-02 10:00:00')");
        configure();
    }

    private void configure() throws Exception {
        Files.writeString(company.file("config/sources/helpdesk.yaml"), """
                type: jdbc
                url: '%s'
                user: sa
                streams:
                  visits: { table: visit, key: [id], cursor: changed }
                on-outage: { use-last: 3d }
                """.formatted(url));
        Files.writeString(company.file("config/mappings/visit.yaml"), """
                from: helpdesk.visits
                to: interaction
                account: { by: name, from: company }
                fields:
                  held_on: { from: held, type: date }
                """);
        company.change("jobs/nightly.yaml", text -> text.replace("survey]", "survey, helpdesk]"));
    }

    @Test
    void secondNight_readsOnlyWhatChanged() throws Exception {
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count("land helpdesk.visits", "added")).isEqualTo(2);

        update("insert into visit values (3, 'ひかり', '2026-11-01', '2026-11-01 10:00:00')");
        update("update visit set held = '2026-10-09', changed = '2026-11-01 11:00:00' where id = 1");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count("land helpdesk.visits", "added")).isEqualTo(1);
        assertThat(company.count("land helpdesk.visits", "changed")).isEqualTo(1);
        assertThat(company.count("map visit", "mapped")).isEqualTo(2);
        assertThat(company.rows("select account_id || ' ' || held_on from model.interaction order by all"))
                .containsExactly("C1 2026-10-09", "C3 2026-10-02", "C5 2026-11-01");
    }

    @Test
    void nightWithoutChanges_isFreshAllTheSame() throws Exception {
        company.run(SATURDAY);
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.published("source_status"))
                .filteredOn(row -> row.get("source").equals("helpdesk"))
                .extracting(row -> row.get("status"))
                .containsExactly("fresh");
        assertThat(company.rows("select held_on from model.interaction")).hasSize(2);
    }

    @Test
    void outage_losesNothing() throws Exception {
        company.run(SATURDAY);
        update("alter table visit rename to moved");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.rows("select held_on from model.interaction")).hasSize(2);

        update("alter table moved rename to visit");
        update("insert into visit values (3, 'ひかり', '2026-11-01', '2026-11-01 10:00:00')");
        assertThat(company.run(SUNDAY.plusDays(1))).isEqualTo(ExitCode.DONE);
        assertThat(company.rows("select held_on from model.interaction")).hasSize(3);
    }

    @Test
    void columnThatIsGone_blocksThePartBeforeItLands() throws Exception {
        company.append("jobs/nightly.yaml", "gates: { minimum: 2, orphans: never }\n");
        update("alter table visit add column note varchar");
        company.run(SATURDAY);
        update("alter table visit drop column note");
        update("insert into visit values (3, 'ひかり', '2026-11-01', '2026-11-01 10:00:00'),"
                + " (4, 'ひかり', '2026-11-01', '2026-11-01 10:00:00')");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.GATE);
        assertThat(company.findings()).containsExactly("KEN-Q01");
        assertThat(company.rows("select held_on from model.interaction")).hasSize(2);

        update("alter table visit add column note varchar");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.report().run().revision()).isEqualTo(1);
        assertThat(company.rows("select held_on from model.interaction")).hasSize(4);
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
