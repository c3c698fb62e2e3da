package dev.kenshin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.sample.SampleRequest.EventFiles;
import dev.kenshin.sample.SampleRequest.EventFormat;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCompanyTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 5);

    @TempDir
    private Path directory;

    @Test
    void sameRequest_givesTheSameBytes() throws Exception {
        SampleCompany.generate(small("one", 40, LAST_DAY, 7), file -> {});
        SampleCompany.generate(small("two", 40, LAST_DAY, 7), file -> {});

        assertThat(contents("two")).isEqualTo(contents("one"));
    }

    @Test
    void anotherSeed_isAnotherCompany() throws Exception {
        SampleCompany.generate(small("one", 10, LAST_DAY, 7), file -> {});
        SampleCompany.generate(small("two", 10, LAST_DAY, 8), file -> {});

        assertThat(contents("two").get("crm/accounts.csv"))
                .isNotEqualTo(contents("one").get("crm/accounts.csv"));
    }

    @Test
    void oneMoreDay_addsOneFileOfEventsAndChangesNoOther() throws Exception {
        SampleCompany.generate(small("before", 40, LocalDate.of(2026, 9, 30), 7), file -> {});
        SampleCompany.generate(small("after", 41, LocalDate.of(2026, 10, 1), 7), file -> {});

        Map<String, Long> before = events("before");
        Map<String, Long> after = events("after");
        assertThat(after).containsAllEntriesOf(before);
        Set<String> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        assertThat(added).containsExactly("product/events/usage-2026-10-01.parquet");
    }

    @Test
    void addingTheLastDay_givesTheSameAsGeneratingTheWhole() throws Exception {
        SampleCompany.generate(small("grown", 40, LAST_DAY.minusDays(1), 7), file -> {});
        List<String> written = new ArrayList<>();
        SampleCompany.addLastDay(small("grown", 41, LAST_DAY, 7), written::add);
        SampleCompany.generate(small("whole", 41, LAST_DAY, 7), file -> {});

        assertThat(contents("grown")).isEqualTo(contents("whole"));
        assertThat(written.stream().filter(file -> file.startsWith("product/events")))
                .containsExactly("product/events/usage-2026-10-05.parquet");
    }

    @Test
    void requestedVolume_isMetWithinTenPercent() throws Exception {
        Path out = directory.resolve("volume");
        SampleCompany.generate(
                new SampleRequest(150, 365, LAST_DAY, 3, out, EventFormat.PARQUET, EventFiles.MONTH, 4), file -> {});

        double asked = 150 * 365 * 4.0;
        assertThat(count("select count(*) from '" + out + "/product/events/*.parquet'"))
                .isBetween((long) (asked * 0.9), (long) (asked * 1.1));
    }

    @Test
    void csvEvents_areThoseOfTheParquetFiles() throws Exception {
        Path csv = directory.resolve("csv");
        Path parquet = directory.resolve("parquet");
        SampleCompany.generate(
                new SampleRequest(20, 20, LAST_DAY, 3, csv, EventFormat.CSV, EventFiles.MONTH, 4), file -> {});
        SampleCompany.generate(
                new SampleRequest(20, 20, LAST_DAY, 3, parquet, EventFormat.PARQUET, EventFiles.MONTH, 4), file -> {});

        assertThat(csv.resolve("product/events")).isDirectoryContaining("glob:**/usage-2026-09.csv");
        assertThat(count("select count(*) from (from '" + csv + "/product/events/*.csv' except all from '" + parquet
                        + "/product/events/*.parquet')"))
                .isZero();
    }

    @Test
    void impossibleRequests_areRefused() {
        assertThatThrownBy(() -> small("x", 0, LAST_DAY, 1)).hasMessageContaining("days");
        assertThatThrownBy(() -> new SampleRequest(0, 1, LAST_DAY, 1, directory, EventFormat.CSV, EventFiles.DAY, 1))
                .hasMessageContaining("accounts");
        assertThatThrownBy(() -> new SampleRequest(1, 1, LAST_DAY, 1, directory, EventFormat.CSV, EventFiles.DAY, 0))
                .hasMessageContaining("events");
    }

    private SampleRequest small(String out, int days, LocalDate lastDay, long seed) {
        return new SampleRequest(
                60, days, lastDay, seed, directory.resolve(out), EventFormat.PARQUET, EventFiles.DAY, 3);
    }

    private Map<String, Long> contents(String out) throws IOException {
        return Fingerprints.ofBytes(directory.resolve(out));
    }

    private Map<String, Long> events(String out) throws IOException {
        Map<String, Long> events = contents(out);
        events.keySet().removeIf(file -> !file.startsWith("product/events"));
        return events;
    }

    private long count(String sql) throws SQLException {
        try (Warehouse warehouse = Warehouse.inMemory(List.of(directory));
                Connection connection = warehouse.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
