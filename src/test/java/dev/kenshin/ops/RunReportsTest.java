package dev.kenshin.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportsTest {
    private Home home;
    private RunReports reports;

    @BeforeEach
    void atAnEmptyHome(@TempDir Path directory) {
        home = new Home(directory);
        reports = new RunReports(home);
    }

    @Test
    void emptyHome_hasNoReports() throws Exception {
        assertThat(reports.last(5)).isEmpty();
    }

    @Test
    void report_isReadAsItWasWritten() throws Exception {
        RunReport report = Reports.running("20261101-180000-000");
        reports.write(report);
        assertThat(reports.last(5)).containsExactly(report);
    }

    @Test
    void lastReports_comeNewestFirst() throws Exception {
        for (String id : new String[] {"20261030-a", "20261101-a", "20261031-a"}) {
            reports.write(Reports.running(id));
        }
        assertThat(reports.last(2)).extracting(report -> report.run().id()).containsExactly("20261101-a", "20261031-a");
    }

    @Test
    void runAfterTheClockWasSetBack_isStillTheNewest() throws Exception {
        assertThat(reports.nextId(Instant.parse("2026-10-31T18:00:00Z"))).isEqualTo("20261031-180000-000");
        reports.write(Reports.running("20261031-235959-999"));
        assertThat(reports.nextId(Instant.parse("2026-10-31T18:00:00Z"))).isEqualTo("20261101-000000-000");
        assertThat(reports.nextId(Instant.parse("2026-10-31T23:59:59.999Z"))).isEqualTo("20261101-000000-000");
        assertThat(reports.nextId(Instant.parse("2026-11-01T18:00:00Z"))).isEqualTo("20261101-180000-000");
    }

    @Test
    void latest_isTheRunThatWroteLast() throws Exception {
        reports.write(Reports.running("20261030-a"));
        reports.write(Reports.running("20261031-a"));
        assertThat(home.runs().resolve("latest/report.json").toRealPath().getParent())
                .hasFileName("20261031-a");
    }

    @Test
    void halfWrittenReport_isNotLookedAt() throws Exception {
        reports.write(Reports.running("20261030-a"));
        Files.createDirectories(home.runs().resolve("20261031-a"));
        Files.writeString(home.runs().resolve("20261031-a/report.json.part"), "{\"run\": {");
        assertThat(reports.last(5)).hasSize(1);
    }

    @Test
    void readerBesideAWriter_alwaysSeesAWholeReport() throws Exception {
        RunReport report = Reports.running("20261031-a");
        reports.write(report);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 300; i++) {
                write(report);
            }
        });
        while (!writer.isDone()) {
            assertThat(reports.last(1)).containsExactly(report);
        }
        writer.join();
    }

    @Test
    void reportBefore_isTheLastOfTheSameNight() throws Exception {
        reports.write(Reports.running("20261031-a"));
        reports.write(Reports.running("20261031-b"));
        reports.write(Reports.running("20261031-c"));
        assertThat(reports.before(Reports.run("20261031-c")))
                .get()
                .extracting(report -> report.run().id())
                .isEqualTo("20261031-b");
        assertThat(reports.before(Reports.run("20261031-a"))).isEmpty();
    }

    private void write(RunReport report) {
        try {
            reports.write(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
