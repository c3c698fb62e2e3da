package dev.kenshin.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.http.LocalServer;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TracesTest {
    private final List<Problem> problems = new CopyOnWriteArrayList<>();

    @Test
    void run_isASpan_withOneForEachStep() throws Exception {
        try (Collector collector = new Collector()) {
            send(collector.address(), Map.of("OTEL_EXPORTER_OTLP_HEADERS", "x-key=abc"), ExitCode.SOURCE_UNAVAILABLE);
            assertThat(problems).isEmpty();
            assertThat(collector.headers()).containsOnly("abc");
            assertThat(collector.spans())
                    .extracting(Span::getName)
                    .containsExactlyInAnyOrder("run nightly", "land crm.accounts");
            Span run = collector.span("run nightly");
            assertThat(Collector.attributes(run))
                    .contains(
                            entry("kenshin.job", "nightly"),
                            entry("kenshin.as_of", "2026-10-31"),
                            entry("kenshin.exit_code", "69"));
            assertThat(run.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
            assertThat(run.getEndTimeUnixNano() - run.getStartTimeUnixNano()).isEqualTo(90_000_000_000L);
            Span step = collector.span("land crm.accounts");
            assertThat(step.getParentSpanId()).isEqualTo(run.getSpanId());
            assertThat(step.getTraceId()).isEqualTo(run.getTraceId());
            assertThat(Collector.attributes(step))
                    .contains(
                            entry("kenshin.source", "crm"),
                            entry("kenshin.stream", "accounts"),
                            entry("kenshin.rows.extracted", "7"),
                            entry("kenshin.rows.not_read_again", "2"));
            assertThat(step.getEventsList().toString()).contains("KEN-L03").doesNotContain("山田", "あおば");
        }
    }

    @Test
    void environment_goesBeforeTheJob_andNamesTheParent() throws Exception {
        try (Collector collector = new Collector()) {
            String trace = "0af7651916cd43dd8448eb211c80319c";
            Map<String, String> environment = Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    collector.address(),
                    "TRACEPARENT",
                    "00-" + trace + "-b7ad6b7169203331-01");
            send("http://127.0.0.1:1", environment, ExitCode.DONE);
            Span run = collector.span("run nightly");
            assertThat(HexFormat.of().formatHex(run.getTraceId().toByteArray())).isEqualTo(trace);
            assertThat(run.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_UNSET);
        }
    }

    @Test
    void collectorThatRefuses_isAProblem() throws Exception {
        try (Collector collector = new Collector()) {
            collector.refuse();
            send(collector.address(), Map.of(), ExitCode.DONE);
        }
        assertThat(problems).extracting(Problem::code).containsExactly("KEN-W04");
    }

    @Test
    void collectorThatNeverAnswers_isAProblem() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (LocalServer silent = new LocalServer()) {
            silent.answer(out -> never.await());
            Map<String, String> hasty =
                    Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "100", "OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED", "true");
            send("http://" + silent.host(), hasty, ExitCode.DONE);
        }
        assertThat(problems).extracting(Problem::code).containsExactly("KEN-W04");
    }

    @Test
    void protocolThatIsNotSpoken_isAProblem() {
        send("http://127.0.0.1:1", Map.of("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"), ExitCode.DONE);
        assertThat(problems).extracting(Problem::code).containsExactly("KEN-W04");
    }

    @Test
    void whatIsNoAddress_isAProblemWithoutItsSecret() {
        send("s3cret-address", Map.of("OTEL_EXPORTER_OTLP_HEADERS", "s3cret-header"), ExitCode.DONE);
        assertThat(problems).extracting(Problem::code).containsExactly("KEN-W04");
        assertThat(problems.get(0).message().en()).doesNotContain("s3cret");
    }

    private void send(String endpoint, Map<String, String> environment, ExitCode code) {
        new Traces(endpoint, environment, problems::add)
                .ended(WatchedRun.ended("1", code))
                .join();
    }
}
