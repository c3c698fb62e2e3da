package dev.kenshin.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Expectation;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LandingGateTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    private static final Expectation FRESH =
            new Expectation(Optional.of(Duration.ofHours(26)), Optional.of("更新日"), OptionalDouble.empty());

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
    void emptyExtract_ofAStreamThatHadRecords_fails() throws SQLException {
        assertThat(codes(Expectation.none(), 1)).containsExactly("KEN-L01");
    }

    @Test
    void emptyExtract_ofAStreamThatNeverHadRecords_isOnlyMentionedOnce() throws SQLException {
        stage();
        assertThat(LandingGate.check(conn, "crm.accounts", Expectation.none(), Optional.empty(), AS_OF))
                .extracting(problem -> problem.code() + " " + problem.severity())
                .containsExactly("KEN-L05 WARNING");
        assertThat(codes(Expectation.none(), 0)).isEmpty();
    }

    @Test
    void volumeBeyondTheLimit_fails_inBothDirections() throws SQLException {
        Expectation expect = new Expectation(Optional.empty(), Optional.empty(), OptionalDouble.of(0.3));
        assertThat(codes(expect, 10, "a", "b", "c", "d", "e", "f", "g")).isEmpty();
        assertThat(codes(expect, 10, "a", "b", "c", "d", "e", "f")).containsExactly("KEN-L02");
        assertThat(codes(expect, 1, "a", "b")).containsExactly("KEN-L02");
        assertThat(codes(expect, 0, "a", "b")).isEmpty();
    }

    @Test
    void newestDate_decidesFreshness_inSeveralForms() throws SQLException {
        for (String fresh :
                List.of("2026-10-30", "2026/10/30", "2026年10月30日", "2026-10-31T09:15:00+09:00", "2026.10.31")) {
            assertThat(codes(FRESH, 0, "2025/1/2", fresh)).as(fresh).isEmpty();
        }
        assertThat(codes(FRESH, 0, "2026-10-29", "2026/9/1")).containsExactly("KEN-L03");
    }

    @Test
    void mistypedFutureDate_doesNotMakeOldDataFresh() throws SQLException {
        assertThat(codes(FRESH, 0, "2062-10-31", "2026-10-01")).containsExactly("KEN-L03");
    }

    @Test
    void columnWithoutDates_isReported() throws SQLException {
        assertThat(codes(FRESH, 0, "未定")).containsExactly("KEN-L04");
    }

    @Test
    void streamWithoutTheColumn_isNotChecked() throws SQLException {
        Expectation other = new Expectation(FRESH.freshness(), Optional.of("なし"), OptionalDouble.empty());
        assertThat(codes(other, 0, "2020-01-01")).isEmpty();
    }

    @Test
    void messages_nameValueAndLimit() throws SQLException {
        stage("2026-10-01");
        Problem problem = LandingGate.check(conn, "crm.accounts", FRESH, Optional.empty(), AS_OF)
                .get(0);
        assertThat(problem.message().en())
                .isEqualTo("the data is too old: the newest '更新日' is '2026-10-01', 720 hours before '2026-10-31'"
                        + " (accepted: 26 hours).");
    }

    @Test
    void dataDate_isKeptWithTheStream() throws SQLException {
        stage("2026/10/30", "2099/1/1");
        LandingTime time = new LandingTime(AS_OF.atTime(20, 0), "run-1", AS_OF);
        Landing.land(conn, "crm.accounts", time, Extract.full(Optional.of("更新日")));

        assertThat(StreamState.of(conn, "crm.accounts"))
                .contains(new StreamState(Optional.of(AS_OF), Optional.of(LocalDate.of(2026, 10, 30)), 2, Optional.empty()));
    }

    private List<String> codes(Expectation expect, long before, String... dates) throws SQLException {
        stage(dates);
        StreamState previous = new StreamState(Optional.of(AS_OF.minusDays(1)), Optional.empty(), before, Optional.empty());
        return LandingGate.check(conn, "crm.accounts", expect, Optional.of(previous), AS_OF).stream()
                .map(Problem::code)
                .toList();
    }

    private void stage(String... dates) throws SQLException {
        Landing.begin(conn, "crm.accounts");
        List<SourceRecord> records = Stream.of(dates)
                .map(date -> new SourceRecord(date, Map.of("更新日", date), Place.of("accounts.csv:1")))
                .toList();
        Landing.stage(conn, "crm.accounts", records);
    }
}
