package dev.kenshin.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.model.Column;
import dev.kenshin.model.ColumnType;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelWriterTest {
    private Warehouse warehouse;
    private Connection conn;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.inMemory(List.of());
        conn = warehouse.connection();
    }

    @AfterEach
    void close() throws SQLException {
        conn.close();
        warehouse.close();
    }

    @Test
    void valuesOfEveryType_andNull_areStored() throws SQLException {
        ModelTable table = Model.TICKET.with(List.of(
                custom("price", ColumnType.DECIMAL),
                custom("due", ColumnType.DATE),
                custom("vip", ColumnType.BOOLEAN)));
        ModelColumns.ensure(conn, table);
        List<@Nullable Object> values =
                new ArrayList<>(Collections.nCopies(table.columns().size(), null));
        values.set(0, "C0001");
        values.set(2, LocalDateTime.of(2026, 10, 31, 23, 59, 59, 123_456_000));
        values.set(9, 5L);
        values.set(10, new BigDecimal("-1200000.5"));
        values.set(11, LocalDate.of(1899, 12, 31));
        values.set(12, true);
        write(table, "tickets", new ModelRow("T1", "email-domain", values));

        assertThat(rows("select ticket::varchar from model.ticket"))
                .containsExactly("{'mapping': tickets, 'record_key': T1, 'linked_by': email-domain,"
                        + " 'account_id': C0001, 'ticket_id': NULL, 'opened_at': '2026-10-31 23:59:59.123456',"
                        + " 'closed_at': NULL, 'status': NULL, 'priority': NULL, 'category': NULL, 'subject': NULL,"
                        + " 'requester_email': NULL, 'satisfaction': 5, 'price': -1200000.5000, 'due': 1899-12-31,"
                        + " 'vip': true}");
    }

    @Test
    void decimals_areRoundedToTheColumnsScale() throws SQLException {
        write(Model.UPSELL, "upsell", row(Model.UPSELL, "1", null, "C1", null, new BigDecimal("0.00005")));
        assertThat(rows("select target::varchar from model.upsell")).containsExactly("0.0001");
    }

    @Test
    void writingARecordAgain_replacesItsRowOnly() throws SQLException {
        write(
                Model.ACCOUNT,
                "crm",
                row(Model.ACCOUNT, "1", null, "C1", "old"),
                row(Model.ACCOUNT, "2", null, "C2", "b"));
        write(Model.ACCOUNT, "other", row(Model.ACCOUNT, "1", null, "C9", "other"));
        write(Model.ACCOUNT, "crm", row(Model.ACCOUNT, "1", null, "C1", "new"));

        assertThat(rows("select mapping || record_key || name from model.account order by 1"))
                .containsExactly("crm1new", "crm2b", "other1other");
    }

    @Test
    void recordThatNoLongerBecomesARow_losesIt() throws SQLException {
        write(Model.ACCOUNT, "crm", row(Model.ACCOUNT, "1", null, "C1", "a"));
        new ModelWriter(Model.ACCOUNT, "crm").replace(conn, List.of("1"), List.of());
        assertThat(rows("select record_key from model.account")).isEmpty();
    }

    @Test
    void mappingsWithDifferentCustomColumns_shareATable() throws SQLException {
        ModelTable first = Model.ACCOUNT.with(List.of(custom("unit_price", ColumnType.DECIMAL)));
        ModelTable second = Model.ACCOUNT.with(List.of(custom("rank", ColumnType.TEXT)));
        assertThat(ModelColumns.ensure(conn, first)).isTrue();
        assertThat(ModelColumns.ensure(conn, second)).isTrue();
        assertThat(ModelColumns.ensure(conn, first)).isFalse();

        List<@Nullable Object> values = new ArrayList<>(Collections.nCopies(12, null));
        values.set(0, "C1");
        values.set(11, "gold");
        write(second, "ranks", new ModelRow("1", null, values));
        assertThat(rows("select rank || coalesce(unit_price::varchar, '-') from model.account"))
                .containsExactly("gold-");
    }

    @Test
    void customColumnOfAnotherType_isEmptied_andAsksForMappingAnew() throws SQLException {
        ModelTable text = Model.UPSELL.with(List.of(custom("rank", ColumnType.TEXT)));
        ModelTable number = Model.UPSELL.with(List.of(custom("rank", ColumnType.INTEGER)));
        ModelColumns.ensure(conn, text);
        write(text, "upsell", row(text, "1", null, "C1", null, null, null, null, null, null, "gold"));

        assertThat(ModelColumns.ensure(conn, number)).isTrue();
        assertThat(rows("select coalesce(rank::varchar, '-') from model.upsell"))
                .containsExactly("-");
    }

    @Test
    void clearedMapping_leavesOthersAlone() throws SQLException {
        write(Model.ACCOUNT, "crm", row(Model.ACCOUNT, "1", null, "C1", "a"));
        write(Model.ACCOUNT, "other", row(Model.ACCOUNT, "1", null, "C9", "b"));
        new ModelWriter(Model.ACCOUNT, "crm").clear(conn);
        assertThat(rows("select mapping from model.account")).containsExactly("other");
    }

    @Test
    void quarantine_isReplacedByKey() throws SQLException {
        Text text = new Text("日", "en");
        QuarantineRow bad = new QuarantineRow("1", "nps.xlsx!回答!D14", "score", "高い", "KEN-P03", text, text);
        Quarantine.replace(conn, "nps.answers", "nps", List.of("1"), List.of(bad));
        Quarantine.replace(conn, "nps.answers", "nps", List.of("1"), List.of(bad));
        assertThat(rows("select place || value from landing.quarantine")).containsExactly("nps.xlsx!回答!D14高い");

        Quarantine.replace(conn, "nps.answers", "nps", List.of("1"), List.of());
        assertThat(rows("select place from landing.quarantine")).isEmpty();
    }

    private void write(ModelTable table, String mapping, ModelRow... rows) throws SQLException {
        List<ModelRow> all = List.of(rows);
        new ModelWriter(table, mapping)
                .replace(conn, all.stream().map(ModelRow::recordKey).toList(), all);
    }

    private static ModelRow row(ModelTable table, String key, @Nullable String linkedBy, @Nullable Object... first) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(first));
        values.addAll(Collections.nCopies(table.columns().size() - first.length, null));
        return new ModelRow(key, linkedBy, values);
    }

    private static Column custom(String name, ColumnType type) {
        return new Column(name, type, Text.same(name));
    }

    private List<String> rows(String sql) throws SQLException {
        return Query.list(conn, row -> row.getString(1), sql);
    }
}
