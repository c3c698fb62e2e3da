package dev.kenshin.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.QuarantineRow;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuarantineHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 29);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = FIRST.plusDays(2);
    private static final LocalDate FOURTH = FIRST.plusDays(3);

    private Warehouse warehouse;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.inMemory(List.of());
        connection = warehouse.connection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        warehouse.close();
    }

    @Test
    void entry_hasItsFirstAndItsLastNight() throws SQLException {
        night(FIRST, row("1", "tickets:1", "a"));
        night(SECOND, row("1", "tickets:1", "a"), row("2", "tickets:2", "b"));
        NightCount third = night(THIRD, row("2", "tickets:2", "b"));
        assertThat(stays()).containsExactly("1 2026-10-29 2026-10-30 2026-10-31", "2 2026-10-30 null null");
        assertThat(third).isEqualTo(new NightCount(THIRD, 0, 1, 1));
        assertThat(third.before()).isEqualTo(2);
    }

    @Test
    void otherPlaceAndValue_areTheSameEntry() throws SQLException {
        night(FIRST, row("1", "tickets:1", "a"));
        NightCount second = night(SECOND, row("1", "tickets:2", "b"));
        assertThat(second).isEqualTo(new NightCount(SECOND, 0, 0, 1));
    }

    @Test
    void unreadableRow_isKnownByItsText_whereverItStands() throws SQLException {
        unreadable(FIRST, "tickets:7", "K7,さくら");
        unreadable(SECOND, "tickets:8", "K7,さくら");
        assertThat(stays()).containsExactly("K7,さくら 2026-10-29 null null");
        unreadable(THIRD, "tickets:8", "");
        assertThat(stays()).hasSize(2).contains("tickets:8 2026-10-31 null null");
    }

    @Test
    void entryThatComesBack_staysAnotherTime() throws SQLException {
        night(FIRST, row("1", "tickets:1", "a"));
        night(SECOND);
        night(THIRD, row("1", "tickets:1", "a"));
        assertThat(stays()).containsExactly("1 2026-10-29 2026-10-29 2026-10-30", "1 2026-10-31 null null");
    }

    @Test
    void sameNightAgain_comesToTheSame() throws SQLException {
        night(FIRST, row("1", "tickets:1", "a"));
        night(SECOND, row("2", "tickets:2", "b"));
        List<String> once = stays();
        assertThat(night(SECOND, row("2", "tickets:2", "b"))).isEqualTo(new NightCount(SECOND, 1, 1, 1));
        assertThat(stays()).isEqualTo(once);
    }

    @Test
    void rerun_takesBackWhatTheFirstRunFound() throws SQLException {
        night(FIRST, row("1", "tickets:1", "a"));
        night(SECOND);
        assertThat(night(SECOND, row("1", "tickets:1", "a"))).isEqualTo(new NightCount(SECOND, 0, 0, 1));
        assertThat(stays()).containsExactly("1 2026-10-29 null null");
    }

    @Test
    void entryThatCameAndWentWithinANight_isRemembered() throws SQLException {
        night(FIRST, row("1", "tickets:1", "a"));
        assertThat(night(FIRST)).isEqualTo(new NightCount(FIRST, 1, 1, 0));
        assertThat(stays()).containsExactly("1 2026-10-29 2026-10-29 2026-10-29");
    }

    @Test
    void lateNightOfAnEarlierDate_changesNothing() throws SQLException {
        night(SECOND, row("1", "tickets:1", "a"));
        night(FOURTH, row("1", "tickets:1", "a"), row("2", "tickets:2", "b"));
        List<String> before = stays();
        replace(row("3", "tickets:3", "c"));
        assertThat(QuarantineHistory.record(connection, THIRD, List.of())).isEmpty();
        assertThat(stays()).isEqualTo(before);
        assertThat(NightCount.last(connection, 9))
                .containsExactly(new NightCount(SECOND, 1, 0, 1), new NightCount(FOURTH, 1, 0, 2));
    }

    @Test
    void mappingOfAnotherJob_isNeitherThereNorResolved() throws SQLException {
        night(FIRST, row("1", "tickets:1", "a"));
        replace();
        assertThat(QuarantineHistory.record(connection, SECOND, List.of("ticket")))
                .contains(new NightCount(SECOND, 0, 0, 1));
    }

    private NightCount night(LocalDate asOf, QuarantineRow... rows) throws SQLException {
        replace(rows);
        return QuarantineHistory.record(connection, asOf, List.of()).orElseThrow();
    }

    private void replace(QuarantineRow... rows) throws SQLException {
        Quarantine.replaceAll(connection, "support.tickets", "ticket", List.of(rows));
    }

    private void unreadable(LocalDate asOf, String place, String text) throws SQLException {
        Quarantine.replaceAll(connection, "support.tickets", Quarantine.UNMAPPED, List.of(row(place, place, text)));
        assertThat(QuarantineHistory.record(connection, asOf, List.of())).isNotEqualTo(Optional.empty());
    }

    private static QuarantineRow row(String key, String place, String value) {
        return new QuarantineRow(
                key, place, "company", value, "KEN-P36", new Text("理由", "reason"), new Text("直し方", "fix"));
    }

    private List<String> stays() throws SQLException {
        return Query.list(
                connection,
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4),
                "select subject, first_seen, last_seen, resolved_on from ops.quarantine_stay order by all");
    }
}
