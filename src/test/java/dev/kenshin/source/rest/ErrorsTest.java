package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.problem.Problem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.Api.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manifest makes of answers that are no records. After those of a test, every answer is one record. */
class ErrorsTest {
    private final Deque<Answer> answers = new ArrayDeque<>();

    @TempDir
    Path directory;

    @Test
    void passingFaults_areAskedForAgain() throws Exception {
        answers.addAll(List.of(Answer.of(503, ""), Answer.of(500, "{}"), Answer.of(408, "")));
        try (Api api = api()) {
            assertThat(connector(api, "").keys()).containsExactly("1");
            assertThat(api.calls()).hasSize(4);
        }
    }

    @Test
    void refusal_saysWhatTheApiSays() throws Exception {
        answers.add(Answer.of(403, "{\"error\": {\"code\": 7, \"message\": \"scope tickets:read is missing\"}}"));
        try (Api api = api()) {
            Problem problem = problem(connector(api, ""));
            assertThat(problem.message().en()).contains("403", "scope tickets:read is missing");
            assertThat(problem.fix().ja()).contains("権限");
            assertThat(api.calls()).hasSize(1);
        }
    }

    @Test
    void retries_endWhereTheManifestSays() throws Exception {
        answers.addAll(List.of(Answer.of(500, "{}"), Answer.of(500, "{}"), Answer.of(500, "{}")));
        try (Api api = api()) {
            Connector connector =
                    connector(api, "max_retries: \"{{ config['tries'] }}\"").config("tries", 2);
            assertThat(problem(connector).message().en()).contains("500");
            assertThat(api.calls()).hasSize(3);
        }
    }

    @Test
    void ignoredAnswer_isTheEndOfTheSlice() throws Exception {
        answers.add(Answer.of(404, "{}"));
        try (Api api = api()) {
            assertThat(connector(api, "response_filters: [ { http_codes: [404], action: IGNORE } ]")
                            .keys())
                    .isEmpty();
        }
    }

    @Test
    void predicateAndMessage_decideToo() throws Exception {
        answers.add(Answer.of(200, "{\"status\": \"busy\"}"));
        answers.add(Answer.of(400, "{\"message\": \"try later\"}"));
        answers.add(Answer.of(400, "{\"message\": \"no such field\"}"));
        try (Api api = api()) {
            Connector connector = connector(api, """
                    response_filters:
                      - { predicate: "{{ response.get('status') == 'busy' }}", action: RETRY }
                      - { error_message_contains: later, action: RETRY }
                      - { http_codes: [400], action: FAIL, error_message: "field: {{ response.message }}" }
                    """);
            assertThat(problem(connector).message().ja()).contains("field: no such field");
            assertThat(api.calls()).hasSize(3);
        }
    }

    @Test
    void successOfAnErrorCode_isReadAsRecords() throws Exception {
        answers.add(Answer.of(404, "{\"items\": [{\"id\": 9}]}"));
        try (Api api = api()) {
            assertThat(connector(api, "response_filters: [ { http_codes: [404], action: SUCCESS } ]")
                            .keys())
                    .containsExactly("9");
        }
    }

    @Test
    void handlersAreAskedInTurn() throws Exception {
        answers.addAll(List.of(Answer.of(403, "{\"error\": \"limit\"}"), Answer.of(404, "{}")));
        try (Api api = api()) {
            assertThat(connector(api, """
                    type: CompositeErrorHandler
                    error_handlers:
                      - response_filters: [ { predicate: "{{ 'error' in response }}", action: RETRY } ]
                      - response_filters: [ { http_codes: [404], action: IGNORE } ]
                    """).keys()).isEmpty();
            assertThat(api.calls()).hasSize(2);
        }
    }

    @Test
    void waits_areThoseOfTheManifest() throws Exception {
        answers.addAll(List.of(Answer.of(500, "{}"), Answer.of(502, "{}")));
        try (Api api = api()) {
            Connector connector = connector(
                    api, "backoff_strategies: [ { type: ConstantBackoffStrategy, backoff_time_in_seconds: 7.5 } ]");
            connector.keys();
            assertThat(connector.waits).containsExactly(Duration.ofMillis(7_500), Duration.ofMillis(7_500));
        }
    }

    @Test
    void exponentialWaits_double() throws Exception {
        answers.addAll(List.of(Answer.of(500, "{}"), Answer.of(502, "{}"), Answer.of(504, "")));
        try (Api api = api()) {
            Connector connector =
                    connector(api, "backoff_strategies: [ { type: ExponentialBackoffStrategy, factor: 3 } ]");
            connector.keys();
            assertThat(connector.waits)
                    .containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(12), Duration.ofSeconds(24));
        }
    }

    @Test
    void waitsMayStandInHeaders() throws Exception {
        answers.add(Answer.of(429, "{}").with("X-Wait", "retry in 12 s"));
        answers.add(Answer.of(429, "{}").with("X-Reset", "1793491230"));
        answers.add(Answer.of(429, "{}").with("X-Reset", "1"));
        try (Api api = api()) {
            Connector connector = connector(api, """
                    backoff_strategies:
                      - { type: WaitTimeFromHeader, header: X-Wait, regex: '[^\\d]*(\\d+)' }
                      - { type: WaitUntilTimeFromHeader, header: X-Reset, min_wait: 5 }
                    """);
            connector.keys();
            assertThat(connector.waits)
                    .containsExactly(Duration.ofSeconds(12), Duration.ofSeconds(30), Duration.ofSeconds(5));
        }
    }

    @Test
    void waitThatIsLongerThanTheManifestAllows_endsTheStream() throws Exception {
        answers.add(Answer.of(429, "{}").with("Retry-After", "60"));
        answers.add(Answer.of(429, "{}").with("Retry-After", "61"));
        try (Api api = api()) {
            Connector connector = connector(api, """
                    backoff_strategies:
                      - { type: WaitTimeFromHeader, header: Retry-After, max_waiting_time_in_seconds: 60 }
                    """);
            Problem problem = problem(connector);
            assertThat(problem.code()).isEqualTo("KEN-R31");
            assertThat(problem.message().en()).contains("asks for a wait of 61 seconds, and the manifest allows 60.");
            assertThat(connector.waits).containsExactly(Duration.ofSeconds(60));
        }
    }

    private Api api() throws IOException {
        return Api.answering(
                call -> Objects.requireNonNullElse(answers.poll(), Answer.json("{\"items\": [{\"id\": 1}]}")));
    }

    private Connector connector(Api api, String handler) throws IOException {
        return Connector.ofStream(
                directory, api, handler.isEmpty() ? "" : "error_handler:\n" + handler.indent(2), "", "");
    }

    private static Problem problem(Connector connector) {
        return Objects.requireNonNull(catchThrowableOfType(SourceUnavailable.class, connector::keys))
                .problem();
    }
}
