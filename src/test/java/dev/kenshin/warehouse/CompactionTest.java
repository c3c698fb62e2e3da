package dev.kenshin.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final String SECRET = "canary of a customer who asked to be forgotten";

    @TempDir
    private Path directory;

    @Test
    void compaction_givesTheRoomBack_andLeavesNoByteOfWhatWasDeleted() throws Exception {
        Path file = directory.resolve("warehouse.duckdb");
        fill(file, 300_000);
        change(file, "delete from landing.record where version_id % 10 <> 0");
        long before = Files.size(file);

        Compaction.compact(file);

        assertThat(Files.size(file)).isLessThan(before / 3);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET);
        assertThat(Compaction.unfinished(file)).doesNotExist();
        try (Warehouse warehouse = Warehouse.open(file, List.of());
                Connection conn = warehouse.connection()) {
            assertThat(Query.number(conn, "select count(*) from landing.record"))
                    .isEqualTo(30_000);
            assertThat(Query.list(conn, row -> row.getLong(1), "select version_id from landing.record limit 3"))
                    .containsExactly(10L, 20L, 30L);
            assertThat(Query.number(conn, "select nextval('usage.part_id')")).isEqualTo(3);
            assertThat(Query.number(conn, "select count(*) from model.usage_daily"))
                    .isEqualTo(1);
            assertThatThrownBy(() -> Query.update(conn, "insert into landing.stream (stream) values ('s')"))
                    .hasMessageContaining("NOT NULL");
        }
    }

    @Test
    void openWarehouse_isNotTouched() throws Exception {
        Path file = directory.resolve("warehouse.duckdb");
        try (Warehouse warehouse = Warehouse.open(file, List.of());
                Connection conn = warehouse.connection()) {
            Query.update(conn, "insert into score.data_age values ('2026-10-31', 'm', 1)");
            assertThatThrownBy(() -> Compaction.compact(file)).isInstanceOf(WarehouseException.class);
            assertThat(Query.number(conn, "select count(*) from score.data_age"))
                    .isEqualTo(1);
        }
        assertThat(Compaction.unfinished(file)).doesNotExist();
    }

    @Test
    void copyOfAKilledCompaction_isReplaced() throws Exception {
        Path file = directory.resolve("warehouse.duckdb");
        fill(file, 10);
        Files.writeString(Compaction.unfinished(file), "half a copy");

        Compaction.compact(file);

        assertThat(Compaction.unfinished(file)).doesNotExist();
        try (Warehouse warehouse = Warehouse.readOnly(file);
                Connection conn = warehouse.connection()) {
            assertThat(Query.number(conn, "select count(*) from landing.record"))
                    .isEqualTo(10);
        }
    }

    private static void fill(Path file, int records) throws Exception {
        try (Warehouse warehouse = Warehouse.open(file, List.of());
                Connection conn = warehouse.connection()) {
            Query.update(
                    conn,
                    "insert into landing.record select 's', i, i, if(i = 7, ?, md5(i::varchar)), uuid(), 'p', null,"
                            + " timestamp '2026-01-01', null, 'r', false from range(1, ?) as t(i)",
                    SECRET,
                    records + 1);
            Query.update(conn, "insert into usage.daily values (1, 'p', 'k', 'u', '2026-01-01', 'e', 1, 0)");
            Query.update(conn, "insert into usage.account_key values ('p', 'k', 'a', false)");
            Query.number(conn, "select nextval('usage.part_id')");
            Query.number(conn, "select nextval('usage.part_id')");
        }
    }

    private static void change(Path file, String sql) throws Exception {
        try (Warehouse warehouse = Warehouse.open(file, List.of());
                Connection conn = warehouse.connection()) {
            Query.update(conn, sql);
        }
    }
}
