package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.model.Column;
import dev.kenshin.model.ColumnType;
import dev.kenshin.problem.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do that can be a mart. */
abstract class MartContract {
    private Night night;

    /** An empty database. */
    abstract MartDatabase database() throws Exception;

    @BeforeEach
    void open() throws SQLException {
        night = new Night();
    }

    @AfterEach
    void close() throws SQLException {
        night.close();
    }

    @Test
    void everyTable_isThereWithItsRows() throws Exception {
        MartDatabase mart = database();
        night.scored("C1", "株式会社「一」", 12.5, "critical").run("update model.account set unit_price = 0.25");

        publish(mart, 1);

        assertThat(texts(mart, "select as_of, name, health, unit_price, started_on from account_health"))
                .containsExactly("2026-10-31|株式会社「一」|12.5|0.2500|null");
        assertThat(texts(mart, "select as_of, revision from snapshot")).containsExactly("2026-10-31|1");
        for (PublishedTable table : night.tables().all()) {
            assertThat(texts(mart, "select count(as_of) from " + table.name())).hasSize(1);
        }
    }

    @Test
    void nextRevision_replacesItsDateOnly() throws Exception {
        MartDatabase mart = database();
        night.scored("C1", "一", 10.0, "critical").health(Night.AS_OF.minusDays(1), "C1", 20.0, "critical");
        publish(mart, new Snapshot(Night.AS_OF.minusDays(1), 1));
        publish(mart, 1);
        night.run("update score.account_health set health = 99 where as_of = ?", Night.AS_OF)
                .scored("C2", "二", 5.0, "critical");

        publish(mart, 2);

        assertThat(texts(mart, "select as_of, account_id, health from account_health order by as_of, account_id"))
                .containsExactly("2026-10-30|C1|20.0", "2026-10-31|C1|99.0", "2026-10-31|C2|5.0");
        assertThat(texts(mart, "select as_of, account_id, health from health_history order by as_of, account_id"))
                .containsExactly("2026-10-30|C1|20.0", "2026-10-31|C1|99.0", "2026-10-31|C2|5.0");
        assertThat(texts(mart, "select as_of, revision from snapshot order by as_of"))
                .containsExactly("2026-10-30|1", "2026-10-31|2");
    }

    @Test
    void newMart_getsTheWholeHistory() throws Exception {
        MartDatabase mart = database();
        night.health(Night.AS_OF.minusDays(9), "C1", 20.0, "critical").health(Night.AS_OF, "C1", 30.0, "high");

        publish(mart, 1);

        assertThat(texts(mart, "select as_of from health_history order by as_of"))
                .containsExactly("2026-10-22", "2026-10-31");
    }

    @Test
    void snapshotAddedAfterwards_renewsTheHistoryFromThereOn() throws Exception {
        MartDatabase mart = database();
        night.health(Night.AS_OF.minusDays(31), "C1", 20.0, "critical")
                .health(Night.AS_OF.minusDays(1), "C1", 30.0, "high")
                .health(Night.AS_OF, "C1", 40.0, "high");
        publish(mart, 1);
        night.health(Night.AS_OF.minusDays(8), "C1", 25.0, "critical")
                .run(
                        "insert into score.backfill values (?, null, '', '', timestamp '2026-11-01 00:00:00', false, false)",
                        Night.AS_OF.minusDays(8))
                .run("update score.account_health set health = 99 where health = 20");

        publish(mart, 2);

        assertThat(texts(mart, "select as_of, health, change_7d from health_history order by as_of"))
                .containsExactly(
                        "2026-09-30|20.0|null", "2026-10-23|25.0|null", "2026-10-30|30.0|5.0", "2026-10-31|40.0|15.0");
    }

    @Test
    void olderDateComputedLate_renewsTheHistoryFromThereOn() throws Exception {
        MartDatabase mart = database();
        Snapshot dayBefore = new Snapshot(Night.AS_OF.minusDays(1), 1);
        String history = "select as_of, health, change_1d from health_history order by as_of";
        night.health(Night.AS_OF, "C1", 40.0, "high");
        publish(mart, 1);
        night.health(dayBefore.asOf(), "C1", 30.0, "high");

        publish(mart, dayBefore);

        assertThat(texts(mart, history)).containsExactly("2026-10-30|30.0|null", "2026-10-31|40.0|10.0");
        night.run("update score.account_health set health = 25 where as_of = ?", dayBefore.asOf());
        publish(mart, new Snapshot(dayBefore.asOf(), 2));
        assertThat(texts(mart, history)).containsExactly("2026-10-30|25.0|null", "2026-10-31|40.0|15.0");
        night.run("delete from score.account_health where as_of = ?", Night.AS_OF);
        publish(mart, new Snapshot(dayBefore.asOf(), 3));
        assertThat(texts(mart, history))
                .as("what the warehouse no longer knows stays")
                .hasSize(2);
    }

    @Test
    void reader_seesTheOldSnapshotUntilTheNewIsWhole() throws Exception {
        MartDatabase mart = database();
        night.scored("C1", "一", 10.0, "critical");
        publish(mart, 1);
        night.run("update score.account_health set health = 99");
        List<String> seen = new ArrayList<>();
        String look = "select a.health, h.health, s.revision from account_health a, health_history h, snapshot s";

        Connection watched = beforeEachTable(() -> seen.addAll(texts(mart, look)));
        new Mart(mart)
                .publish(watched, new Snapshot(Night.AS_OF, 2), night.tables().all());

        assertThat(seen)
                .hasSizeGreaterThanOrEqualTo(night.tables().all().size())
                .containsOnly("10.0|10.0|1");
        assertThat(texts(mart, look)).containsExactly("99.0|99.0|2");
    }

    @Test
    void failureInTheMiddle_leavesTheOldSnapshot_andTheNextAttemptSucceeds() throws Exception {
        MartDatabase mart = database();
        night.scored("C1", "一", 10.0, "critical");
        publish(mart, 1);
        night.run("update score.account_health set health = 99");
        List<PublishedTable> broken = new ArrayList<>(night.tables().all());
        broken.add(TableFilesTest.table("select $1, error('the disk is full')", ColumnKind.TEXT));

        assertThatThrownBy(() -> new Mart(mart).publish(night.connection, new Snapshot(Night.AS_OF, 2), broken))
                .isInstanceOf(SQLException.class);

        assertThat(texts(mart, "select health, revision from account_health, snapshot"))
                .containsExactly("10.0|1");
        publish(mart, 2);
        assertThat(texts(mart, "select health, revision from account_health, snapshot"))
                .containsExactly("99.0|2");
    }

    @Test
    void newCustomVariable_becomesANewColumn() throws Exception {
        MartDatabase mart = database();
        night.scored("C1", "一", 10.0, "critical");
        publish(mart, 1);
        night.run("alter table model.account add column \"Mixed Case\" varchar")
                .run("update model.account set \"Mixed Case\" = 'x'");
        Glossary words = Night.glossary();
        List<Column> more = new ArrayList<>(words.customVariables());
        more.add(new Column("Mixed Case", ColumnType.TEXT, Text.same("Mixed Case")));
        PublishedTables tables =
                new PublishedTables(new Glossary(more, words.segments(), words.metrics(), words.scorecards()));

        new Mart(mart).publish(night.connection, new Snapshot(Night.AS_OF, 2), tables.all());

        assertThat(texts(mart, "select \"Mixed Case\" from account_health")).containsExactly("x");
    }

    @Test
    void manyRows_arriveWhole() throws Exception {
        MartDatabase mart = database();
        night.run(
                "insert into metric.metric_value select cast(? as date), 'C' || i, 'nps', i / 7.0, null from range(2500) r(i)",
                Night.AS_OF);

        publish(mart, 1);

        assertThat(texts(mart, "select count(*), count(distinct account_id) from metric_value"))
                .containsExactly("2500|2500");
    }

    private void publish(MartDatabase mart, int revision) throws Exception {
        publish(mart, new Snapshot(Night.AS_OF, revision));
    }

    private void publish(MartDatabase mart, Snapshot snapshot) throws Exception {
        new Mart(mart).publish(night.connection, snapshot, night.tables().all());
    }

    /** A reader with a connection of its own. */
    private static List<String> texts(MartDatabase mart, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = mart.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(format(rows.getObject(i)));
                }
                texts.add(String.join("|", row));
            }
        }
        return texts;
    }

    private static String format(Object value) throws SQLException {
        return value instanceof java.sql.Clob text ? text.getSubString(1, (int) text.length()) : String.valueOf(value);
    }

    private interface Look {
        void take() throws SQLException;
    }

    /** The warehouse's connection, on which something else happens each time before a table is read. */
    private Connection beforeEachTable(Look look) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        look.take();
                    }
                    try {
                        return method.invoke(night.connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
