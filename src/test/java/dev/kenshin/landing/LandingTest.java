package dev.kenshin.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Text;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
    private static final String STREAM = "crm.accounts";

    @TempDir
    Path home;

    private Warehouse warehouse;
    private Connection conn;
    private int night;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.open(home.resolve("kenshin.duckdb"), List.of());
        conn = warehouse.connection();
        conn.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        conn.close();
        warehouse.close();
    }

    @Test
    void firstExtract_becomesVersions() throws SQLException {
        LandingResult result = landFull(record("A", "name", "株式会社あ"), record("B", "name", "い"));

        assertThat(result).isEqualTo(new LandingResult(2, 2, 0, 0, 0, 0, 0));
        assertThat(changes(0))
                .extracting(
                        LandedRecord::key, change -> change.record().fields().get("name"))
                .containsExactly(tuple("A", "株式会社あ"), tuple("B", "い"));
    }

    @Test
    void unchangedRecord_addsNoVersion() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"));
        LandingResult result = landFull(record("A", "name", "a"), record("B", "name", "b"));

        assertThat(result).isEqualTo(new LandingResult(2, 0, 0, 2, 0, 0, 0));
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void reorderedColumns_areNoChange() throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", "a");
        fields.put("plan", 1L);
        Map<String, @Nullable Object> reordered = new LinkedHashMap<>();
        reordered.put("plan", 1L);
        reordered.put("name", "a");

        landFull(new SourceRecord("A", fields, Place.of("accounts.csv:2")));
        assertThat(landFull(new SourceRecord("A", reordered, Place.of("accounts.csv:2")))
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void changedRecord_supersedesItsLastVersion() throws SQLException {
        landFull(record("A", "name", "old"), record("B", "name", "b"));
        long through = Changes.lastVersion(conn, STREAM);
        LandingResult result = landFull(record("A", "name", "new"), record("B", "name", "b"));

        assertThat(result).isEqualTo(new LandingResult(2, 0, 1, 1, 0, 0, 0));
        assertThat(changes(through))
                .singleElement()
                .extracting(change -> change.record().fields().get("name"))
                .isEqualTo("new");
        assertThat(Query.number(conn, "select count(*) from landing.record where superseded_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void keyNotSeenInFullExtract_isMarkedDeleted_andComesBack() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"));
        LandingResult gone = landFull(record("A", "name", "a"));
        long through = Changes.lastVersion(conn, STREAM);
        assertThat(gone.deleted()).isEqualTo(1);
        assertThat(changes(2))
                .singleElement()
                .extracting(LandedRecord::key, LandedRecord::deleted)
                .containsExactly("B", true);
        assertThat(landFull(record("A", "name", "a")).deleted()).isZero();

        LandingResult back = landFull(record("A", "name", "a"), record("B", "name", "b"));
        assertThat(back.added()).isEqualTo(1);
        assertThat(changes(through)).extracting(LandedRecord::deleted).containsExactly(false);
        assertThat(StreamState.of(conn, STREAM).orElseThrow().records()).isEqualTo(2);
    }

    @Test
    void landingTwice_afterACrash_changesNothing() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"), record("C", "name", "c"));
        landFull(record("A", "name", "x"), record("B", "name", "b"), record("A", "name", "y"), record("", "name", "z"));
        List<String> before = dump();

        Landing.land(conn, STREAM, time(), Extract.full(Optional.empty()));
        conn.commit();

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void rolledBackLanding_leavesNothing() throws SQLException {
        landFull(record("A", "name", "a"));
        List<String> before = dump();
        stage(record("B", "name", "b"));
        Landing.land(conn, STREAM, time(), Extract.full(Optional.empty()));
        conn.rollback();

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void keyGivenTwiceInFullExtract_firstWins_otherIsQuarantined() throws SQLException {
        LandingResult result =
                landFull(record("A", "name", "first"), record("A", "name", "second"), record("A", "name", "first"));

        assertThat(result).isEqualTo(new LandingResult(3, 1, 0, 0, 0, 2, 0));
        assertThat(changes(0))
                .singleElement()
                .extracting(change -> change.record().fields().get("name"))
                .isEqualTo("first");
        assertThat(quarantine())
                .containsExactly("A | accounts.csv:2 | KEN-L10 | the key 'A' is also at 'accounts.csv:1',"
                        + " with other content; only the first row was used.");
    }

    @Test
    void recordsWithoutKey_areKnownByContent_alsoWhenIdentical() throws SQLException {
        landFull(record("", "note", "same"), record("", "note", "same"), record("", "note", "other"));
        assertThat(changes(0)).hasSize(3).extracting(LandedRecord::key).doesNotHaveDuplicates();

        LandingResult result =
                landFull(record("", "note", "other"), record("", "note", "same"), record("", "note", "new"));
        assertThat(result).isEqualTo(new LandingResult(3, 1, 0, 2, 1, 0, 0));
    }

    @Test
    void movedRecord_isFoundAtItsNewLine_withoutANewVersion() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"));
        LandingResult result = landFull(record("0", "name", "0"), record("A", "name", "a"), record("B", "name", "b"));

        assertThat(result).isEqualTo(new LandingResult(3, 1, 0, 2, 0, 0, 0));
        assertThat(changes(0))
                .extracting(LandedRecord::key, change -> change.record().place().row())
                .containsExactly(
                        tuple("A", "accounts.csv:2"), tuple("B", "accounts.csv:3"), tuple("0", "accounts.csv:1"));
    }

    @Test
    void movedRecordThatWasRejected_isMappedAgain_soThatItsPlaceIsRight() throws SQLException {
        landFull(record("A", "name", "a"), record("B", "name", "b"));
        Query.update(
                conn,
                "insert into landing.quarantine values (?, 'crm-accounts', 'B', 'accounts.csv:2', 'name', 'b',"
                        + " 'KEN-P01', '', '', '', '')",
                STREAM);
        LandingResult result = landFull(record("0", "name", "0"), record("A", "name", "a"), record("B", "name", "b"));

        assertThat(result.changed()).isEqualTo(1);
    }

    @Test
    void brokenRows_reachTheQuarantineWithTheExtract_andLeaveWithTheNext() throws SQLException {
        Landing.begin(conn, STREAM);
        Landing.stage(conn, STREAM, List.of(record("A", "name", "a")));
        Text reason = new Text("列が足りません。", "too few columns.");
        Landing.quarantine(
                conn, STREAM, List.of(new BrokenRecord(Place.of("accounts.csv:7"), "KEN-S12", "a,b", reason, reason)));
        assertThat(quarantine()).isEmpty();
        LandingResult result = Landing.land(conn, STREAM, time(), Extract.full(Optional.empty()));

        assertThat(result).isEqualTo(new LandingResult(2, 1, 0, 0, 0, 0, 1));
        assertThat(quarantine()).containsExactly("accounts.csv:7 | accounts.csv:7 | KEN-S12 | too few columns.");
        landFull(record("A", "name", "a"));
        assertThat(quarantine()).isEmpty();
    }

    @Test
    void incrementalExtract_keepsTheRest_andItsCursor() throws SQLException {
        landSince("2026-10-01", record("A", "name", "a"), record("B", "name", "b"));
        LandingResult result = landSince("2026-10-02", record("B", "name", "older"), record("B", "name", "newer"));

        assertThat(result).isEqualTo(new LandingResult(2, 0, 1, 0, 0, 1, 0));
        assertThat(changes(2))
                .singleElement()
                .extracting(change -> change.record().fields().get("name"))
                .isEqualTo("newer");
        assertThat(StreamState.of(conn, STREAM).orElseThrow().cursor()).contains("2026-10-02");
        assertThat(quarantine()).isEmpty();
    }

    @Test
    void emptyIncrement_changesNothingButTheNight() throws SQLException {
        landSince("2026-10-01", record("A", "name", "a"));
        assertThat(landSince(null)).isEqualTo(new LandingResult(0, 0, 0, 0, 0, 0, 0));

        StreamState state = StreamState.of(conn, STREAM).orElseThrow();
        assertThat(state.cursor()).contains("2026-10-01");
        assertThat(state.records()).isEqualTo(1);
    }

    @Test
    void streamsDoNotTouchEachOther() throws SQLException {
        landFull(record("A", "name", "a"));
        Landing.begin(conn, "crm.contracts");
        Landing.stage(conn, "crm.contracts", List.of(record("K", "name", "k")));
        Landing.land(conn, "crm.contracts", time(), Extract.full(Optional.empty()));

        assertThat(changes(0)).extracting(LandedRecord::key).containsExactly("A");
        assertThat(Changes.of(conn, "crm.contracts", 0).next().orElseThrow().versionId())
                .isEqualTo(1);
    }

    @Test
    void parallelConnections_landDifferentStreams() throws SQLException {
        try (Connection other = warehouse.connection()) {
            other.setAutoCommit(false);
            Landing.begin(conn, STREAM);
            Landing.begin(other, "crm.contracts");
            Landing.stage(conn, STREAM, List.of(record("A", "name", "a")));
            Landing.stage(other, "crm.contracts", List.of(record("K", "name", "k")));
            Landing.land(conn, STREAM, time(), Extract.full(Optional.empty()));
            Landing.land(other, "crm.contracts", time(), Extract.full(Optional.empty()));
            conn.commit();
            other.commit();
        }
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void fieldsOfEveryType_comeBackFromJson() throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("text", "改行\n\"引用\" 🎌");
        fields.put("whole", 1_200_000L);
        fields.put("decimal", new BigDecimal("1E+3"));
        fields.put("real", 0.1);
        fields.put("flag", true);
        fields.put("day", LocalDate.of(2026, 10, 31));
        fields.put("time", LocalDateTime.of(2026, 10, 31, 9, 0));
        fields.put("none", null);
        landFull(new SourceRecord("A", fields, new Place("nps.xlsx!回答!14", Map.of("text", "D"))));

        SourceRecord back = changes(0).get(0).record();
        Map<String, @Nullable Object> expected = new TreeMap<>(fields);
        expected.put("decimal", 1000L);
        expected.put("real", new BigDecimal("0.1"));
        expected.put("day", "2026-10-31");
        expected.put("time", "2026-10-31T09:00:00");
        assertThat(back.fields()).isEqualTo(expected);
        assertThat(back.place().at("text")).isEqualTo("nps.xlsx!回答!D14");
    }

    @Test
    void randomNights_agreeWithANaiveMerge() throws SQLException {
        Random random = new Random(20261031);
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            Map<String, String> tonight = new LinkedHashMap<>();
            for (int r = 0; r < 40; r++) {
                tonight.put("K" + random.nextInt(60), "v" + random.nextInt(3));
            }
            SourceRecord[] records = tonight.entrySet().stream()
                    .map(entry -> record(entry.getKey(), "name", entry.getValue()))
                    .toArray(SourceRecord[]::new);
            boolean full = random.nextBoolean();
            LandingResult result = full ? landFull(records) : landSince("c" + i, records);

            assertThat(result.added())
                    .isEqualTo(tonight.keySet().stream()
                            .filter(k -> !expected.containsKey(k))
                            .count());
            if (full) {
                expected.clear();
            }
            expected.putAll(tonight);
            assertThat(current()).isEqualTo(expected);
        }
    }

    private Map<String, String> current() throws SQLException {
        Map<String, String> current = new TreeMap<>();
        for (LandedRecord change : changes(0)) {
            if (!change.deleted()) {
                current.put(
                        change.key(), String.valueOf(change.record().fields().get("name")));
            }
        }
        return current;
    }

    private LandingResult landFull(SourceRecord... records) throws SQLException {
        return land(Extract.full(Optional.empty()), records);
    }

    private LandingResult landSince(@Nullable String cursor, SourceRecord... records) throws SQLException {
        return land(Extract.since(Optional.ofNullable(cursor), Optional.empty()), records);
    }

    private LandingResult land(Extract extract, SourceRecord... records) throws SQLException {
        stage(records);
        LandingResult result = Landing.land(conn, STREAM, time(), extract);
        conn.commit();
        return result;
    }

    /** In two chunks, each in its own transaction, with the places of lines 1, 2, 3 ... */
    private void stage(SourceRecord... records) throws SQLException {
        List<SourceRecord> placed = new ArrayList<>();
        for (SourceRecord record : records) {
            Place place =
                    record.place().row().isEmpty() ? Place.of("accounts.csv:" + (placed.size() + 1)) : record.place();
            placed.add(new SourceRecord(record.key(), record.fields(), place));
        }
        Landing.begin(conn, STREAM);
        conn.commit();
        int half = placed.size() / 2;
        for (List<SourceRecord> chunk : Arrays.asList(placed.subList(0, half), placed.subList(half, placed.size()))) {
            Landing.stage(conn, STREAM, chunk);
            conn.commit();
        }
    }

    private LandingTime time() {
        night++;
        LocalDate asOf = LocalDate.of(2026, 10, 1).plusDays(night);
        return new LandingTime(asOf.plusDays(1).atTime(2, 0), "run-" + night, asOf);
    }

    private List<LandedRecord> changes(long through) throws SQLException {
        List<LandedRecord> all = new ArrayList<>();
        Changes changes = Changes.of(conn, STREAM, through);
        for (Optional<LandedRecord> next = changes.next(); next.isPresent(); next = changes.next()) {
            all.add(next.get());
        }
        return all;
    }

    private long versions() throws SQLException {
        return Query.number(conn, "select count(*) from landing.record");
    }

    private List<String> quarantine() throws SQLException {
        return Query.list(
                conn,
                row -> row.getString(1),
                "select concat_ws(' | ', key, place, code, reason_en) from landing.quarantine order by all");
    }

    private List<String> dump() throws SQLException {
        List<String> rows = new ArrayList<>(quarantine());
        rows.addAll(Query.list(
                conn, row -> row.getString(1), "select r::varchar from landing.record r order by stream, version_id"));
        return rows;
    }

    private static SourceRecord record(String key, String field, Object value) {
        return new SourceRecord(key, Map.of(field, value), Place.of(""));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
