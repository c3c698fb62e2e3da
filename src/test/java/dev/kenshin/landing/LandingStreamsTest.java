package dev.kenshin.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LandingStreamsTest extends LandingTesting {
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

    /** What follows may never come: then the stream is as old as it was, whatever has landed of it. */
    @Test
    void partOfAnIncrement_isNotYetTheNights() throws SQLException {
        land(Extract.part(Optional.of("2026-10-01"), Optional.empty()), record("A", "name", "a"));
        assertThat(StreamState.of(conn, STREAM).orElseThrow().landedOn()).isEmpty();
        landSince("2026-10-01", record("B", "name", "b"));
        Optional<LocalDate> landed = StreamState.of(conn, STREAM).orElseThrow().landedOn();
        assertThat(landed).isPresent();

        land(Extract.part(Optional.of("2026-10-02"), Optional.empty()), record("A", "name", "c"));
        assertThat(StreamState.of(conn, STREAM).orElseThrow().landedOn()).isEqualTo(landed);
        assertThat(StreamState.of(conn, STREAM).orElseThrow().cursor()).contains("2026-10-02");
    }

    @Test
    void olderNight_doesNotMakeTheNewestExtractOlder() throws SQLException {
        landFull(record("A", "day", "2026-10-01"), record("B", "day", "2026-10-02"));
        LocalDate newest = StreamState.of(conn, STREAM).orElseThrow().landedOn().orElseThrow();
        stage(record("A", "day", "2026-10-01"), record("B", "day", "2026-10-02"));
        LandingTime older = new LandingTime(newest.atTime(9, 0), "older", newest.minusDays(1));
        Landing.land(conn, STREAM, older, Extract.full(Optional.of("day")));
        assertThat(StreamState.of(conn, STREAM).orElseThrow().landedOn()).contains(newest.minusDays(1));
        assertThat(StreamState.of(conn, STREAM).orElseThrow().dataDate()).contains(newest.minusDays(1));
        assertThat(StreamState.newestOn(conn, STREAM)).contains(newest);

        Landing.goOn(conn, STREAM, newest.plusDays(1), Optional.of("day"));

        assertThat(StreamState.of(conn, STREAM).orElseThrow().landedOn()).contains(newest);
        assertThat(StreamState.of(conn, STREAM).orElseThrow().dataDate()).contains(newest);
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
    void streamsWhoseNamesDifferInCaseOnly_areStagedApart() throws SQLException {
        Landing.begin(conn, STREAM);
        Landing.stage(conn, STREAM, List.of(record("A", "name", "a")));
        Landing.begin(conn, "crm.Accounts");
        Landing.stage(conn, "crm.Accounts", List.of(record("K", "name", "k")));

        LandingResult result = Landing.land(conn, STREAM, time(), Extract.full(Optional.empty()));

        assertThat(result.extracted()).isEqualTo(1);
        assertThat(changes(0)).extracting(LandedRecord::key).containsExactly("A");
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
}
