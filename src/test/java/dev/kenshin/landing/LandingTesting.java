package dev.kenshin.landing;

import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse, and nights that land in it. */
abstract class LandingTesting {
    static final String STREAM = "crm.accounts";

    @TempDir
    Path home;

    Warehouse warehouse;
    Connection conn;
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

    Map<String, String> current() throws SQLException {
        Map<String, String> current = new TreeMap<>();
        for (LandedRecord change : changes(0)) {
            if (!change.deleted()) {
                current.put(
                        change.key(), String.valueOf(change.record().fields().get("name")));
            }
        }
        return current;
    }

    LandingResult landFull(SourceRecord... records) throws SQLException {
        return land(Extract.full(Optional.empty()), records);
    }

    LandingResult landSince(@Nullable String cursor, SourceRecord... records) throws SQLException {
        return land(Extract.since(Optional.ofNullable(cursor), Optional.empty()), records);
    }

    LandingResult land(Extract extract, SourceRecord... records) throws SQLException {
        stage(records);
        LandingResult result = Landing.land(conn, STREAM, time(), extract);
        conn.commit();
        return result;
    }

    /** In two chunks, each in its own transaction, with the places of lines 1, 2, 3 ... */
    void stage(SourceRecord... records) throws SQLException {
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

    LandingTime time() {
        night++;
        LocalDate asOf = LocalDate.of(2026, 10, 1).plusDays(night);
        return new LandingTime(asOf.plusDays(1).atTime(2, 0), "run-" + night, asOf);
    }

    List<LandedRecord> changes(long through) throws SQLException {
        List<LandedRecord> all = new ArrayList<>();
        Changes changes = Changes.of(conn, STREAM, through);
        for (Optional<LandedRecord> next = changes.next(); next.isPresent(); next = changes.next()) {
            all.add(next.get());
        }
        return all;
    }

    long versions() throws SQLException {
        return Query.number(conn, "select count(*) from landing.record");
    }

    List<String> quarantine() throws SQLException {
        return Query.list(
                conn,
                row -> row.getString(1),
                "select concat_ws(' | ', key, place, code, reason_en) from landing.quarantine order by all");
    }

    List<String> dump() throws SQLException {
        List<String> rows = new ArrayList<>(quarantine());
        rows.addAll(Query.list(
                conn, row -> row.getString(1), "select r::varchar from landing.record r order by stream, version_id"));
        return rows;
    }

    static SourceRecord record(String key, String field, Object value) {
        return new SourceRecord(key, Map.of(field, value), Place.of(""));
    }
}
