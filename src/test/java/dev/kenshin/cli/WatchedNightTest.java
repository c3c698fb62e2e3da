package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.RunLock;
import dev.kenshin.source.http.LocalServer;
import dev.kenshin.watch.Collector;
import dev.kenshin.watch.PrometheusText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights whose job is watched in every way there is. */
class WatchedNightTest {
    private static final String JOB = "{job_name=nightly}";

    private TestCompany company;
    private Shell shell;
    private LocalServer pinged;
    private Collector collector;

    @BeforeEach
    void watch(@TempDir Path directory) throws Exception {
        company = TestCompany.in(directory.resolve("company"));
        shell = Shell.of(company.directory, "en");
        pinged = new LocalServer();
        collector = new Collector();
        company.append("jobs/nightly.yaml", """
                watch:
                  prometheus: kenshin.prom
                  ping: %s
                  traces: %s
                """.formatted(pinged.at("/check"), collector.address()));
    }

    @AfterEach
    void stop() throws IOException {
        collector.close();
        pinged.close();
    }

    @Test
    void nights_areToldInEveryWay() throws Exception {
        for (int i = 0; i < 8; i++) {
            pinged.answer("200 OK", "OK");
        }
        Path tickets = company.file("files/tickets.jsonl");
        Files.move(tickets, company.file("files/later"));
        assertThat(night()).isEqualTo(69);
        assertThat(gauges())
                .containsEntry("kenshin_last_run_exit_code" + JOB, 69.0)
                .doesNotContainKey("kenshin_last_success_timestamp_seconds" + JOB);
        assertThat(Collector.attributes(collector.span("run nightly"))).contains(entry("kenshin.exit_code", "69"));

        Files.move(company.file("files/later"), tickets);
        assertThat(night()).isZero();
        assertThat(lines())
                .allMatch(line -> line.hasNonNull("time") && line.hasNonNull("level") && line.hasNonNull("message"))
                .anyMatch(line -> line.path("stream").asString("").equals("tickets"));
        assertThat(lines().get(lines().size() - 1).path("exit_code").asInt()).isZero();
        assertThat(shell.out()).isEmpty();
        assertThat(gauges())
                .containsEntry("kenshin_running" + JOB, 0.0)
                .containsEntry("kenshin_last_run_exit_code" + JOB, 0.0)
                .containsKeys("kenshin_last_success_timestamp_seconds" + JOB, "kenshin_quarantined_rows" + JOB)
                .containsKey("kenshin_source_records{job_name=nightly, source=support, stream=tickets}");
        assertThat(gauges().entrySet().stream()
                        .filter(gauge -> gauge.getKey().startsWith("kenshin_accounts"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .isEqualTo(5);
        assertThat(collector.span("score").getParentSpanId())
                .isEqualTo(collector.spans().stream()
                        .filter(span -> span.getName().equals("run nightly"))
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .getSpanId());

        assertThat(night()).isZero();
        assertThat(lines()).extracting(line -> line.path("event").asString()).containsExactly("note");
        company.change("config/mappings/ticket.yaml", text -> text.replace("to: ticket", "to: tickets"));
        assertThat(night()).isEqualTo(78);
        assertThat(lines()).anyMatch(line -> line.path("code").asString("").startsWith("KEN-C"));
        assertThat(lines().get(lines().size() - 1).path("exit_code").asInt()).isEqualTo(78);
        assertThat(gauges()).containsEntry("kenshin_last_run_exit_code" + JOB, 78.0);

        assertThat(pinged.requests())
                .extracting(request -> request.lines().findFirst().orElse(""))
                .containsExactly(
                        "POST /check/start HTTP/1.1",
                        "POST /check/69 HTTP/1.1",
                        "POST /check/start HTTP/1.1",
                        "POST /check/0 HTTP/1.1",
                        "POST /check/0 HTTP/1.1",
                        "POST /check/78 HTTP/1.1");
    }

    @Test
    void whatCannotBeTold_changesNeitherTablesNorExitCode() throws Exception {
        pinged.close();
        collector.refuse();
        company.change("jobs/nightly.yaml", text -> text.replace("kenshin.prom", "missing/kenshin.prom"));
        assertThat(shell.run("run", "nightly", "--as-of", "2026-10-31")).isZero();
        assertThat(shell.err())
                .contains("KEN-W02", "KEN-W03", "KEN-W04", "not affected")
                .doesNotContain("/check");
        assertThat(shell.out()).contains("is done");
    }

    @Test
    void runThatFindsAnotherOne_tellsNobody() throws Exception {
        company.home.create();
        try (RunLock other = RunLock.tryAcquire(company.home).orElseThrow()) {
            assertThat(other).isNotNull();
            assertThat(night()).isEqualTo(11);
        }
        assertThat(lines().get(0).path("exit_code").asInt()).isEqualTo(11);
        assertThat(pinged.requests()).isEmpty();
        assertThat(company.file("kenshin.prom")).doesNotExist();
    }

    @Test
    void homeThatCannotBeUsed_isToldToo() throws Exception {
        pinged.answer("200 OK", "OK");
        pinged.answer("200 OK", "OK");
        company.home.create();
        Files.createDirectory(company.home.lock());
        assertThat(shell.run("run", "nightly")).isEqualTo(1);
        assertThat(shell.err())
                .contains("KEN-J18", "run.lock", "belong to the user who runs kenshin")
                .doesNotContain("Failed:");
        assertThat(gauges()).containsEntry("kenshin_last_run_exit_code" + JOB, 1.0);
        assertThat(pinged.requests()).singleElement().satisfies(request -> assertThat(request)
                .startsWith("POST /check/1 "));

        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Files.delete(company.home.lock());
        Files.createSymbolicLink(company.home.lock(), full);
        assertThat(shell.run("run", "nightly")).isEqualTo(1);
        assertThat(shell.err()).contains("KEN-J17", "the disk is full");
        Files.delete(company.home.lock());
    }

    private int night() {
        return shell.run("run", "nightly", "--as-of", "2026-10-31", "--log-format", "json");
    }

    private List<JsonNode> lines() {
        return shell.err().lines().map(new JsonMapper()::readTree).toList();
    }

    private Map<String, Double> gauges() throws IOException {
        return PrometheusText.read(Files.readString(company.file("kenshin.prom")));
    }
}
