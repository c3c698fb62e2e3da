package dev.kenshin.source.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.kenshin.problem.Language;
import dev.kenshin.source.Pause;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCallerTest {
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void answer_comesWithStatusHeadersAndBody() throws Exception {
        server.answer("200 OK\r\nX-Total: 3\r\nLink: <a>\r\nLink: <b>", "{\"name\":\"花子\"}");
        HttpAnswer answer = Called.may(server).get(server, "/items?page=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"name\":\"花子\"}");
        assertThat(answer.headers().value("x-total")).contains("3");
        assertThat(answer.headers().value("LINK")).contains("<a>, <b>");
        assertThat(server.requests().get(0))
                .startsWith("GET /items?page=1 HTTP/1.1")
                .contains("Accept-Encoding: gzip");
    }

    @Test
    void body_isSentWithItsHeaders() throws Exception {
        server.answer("200 OK", "ok");
        HttpCall call = new HttpCall(
                "POST", server.at("/search"), Map.of("Content-Type", "application/json"), "{\"q\":1}".getBytes(UTF_8));
        Called.may(server).caller().call(call, Called::byStatus);
        assertThat(server.requests().get(0))
                .startsWith("POST /search")
                .contains("Content-Type: application/json")
                .endsWith("{\"q\":1}");
    }

    @Test
    void gzip_isUndone() throws Exception {
        server.answer("200 OK\r\nContent-Encoding: gzip", gzip("[1,2]"));
        assertThat(Called.may(server).get(server, "/").text()).isEqualTo("[1,2]");
    }

    @Test
    void passingFailures_areRetriedWithGrowingWaits() throws Exception {
        server.answer("503 Busy", "").answer("500 Oops", "").answer("200 OK", "ok");
        Called called = Called.may(server);
        assertThat(called.get(server, "/").text()).isEqualTo("ok");
        assertThat(called.waits).hasSize(2);
        assertThat(called.waits.get(0)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(called.waits.get(1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @Test
    void lastingFailure_endsAfterTheAttemptsAllowed() {
        server.answer("503 Busy", "")
                .answer("503 Busy", "")
                .answer("503 Busy", "")
                .answer("200 OK", "late");
        Called called = Called.may(server);
        assertThat(called.problem(server, "/x").in(Language.EN))
                .isEqualTo(server.at("/x") + " KEN-H10 It still answers with status 503; attempts: 3."
                        + " Look whether the service reports an outage.");
        assertThat(called.waits).hasSize(2);
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7000",
                "0.5 | 1000",
                "0 | 1000",
                "Sat, 31 Oct 2026 09:00:42 GMT | 42000",
                "Sat, 31 Oct 2026 08:00:00 GMT | 1000"
            })
    void rateLimit_isWaitedFor_asLongAsTheServerSays(String header, long millis) throws Exception {
        server.answer("429 Slow\r\nRetry-After: " + header, "").answer("200 OK", "ok");
        Called called = Called.may(server);
        assertThat(called.get(server, "/").text()).isEqualTo("ok");
        assertThat(called.waits).containsExactly(Duration.ofMillis(millis));
    }

    @Test
    void rateLimits_doNotCountAsAttempts() throws Exception {
        for (int i = 0; i < 8; i++) {
            server.answer("429 Slow\r\nRetry-After: 2", "");
        }
        server.answer("200 OK", "ok");
        Called called = Called.may(server);
        assertThat(called.get(server, "/").text()).isEqualTo("ok");
        assertThat(called.waits).hasSize(8);
    }

    @Test
    void rateLimitBeyondTheBudget_endsWithoutAWait() {
        server.answer("429 Slow\r\nRetry-After: 40", "").answer("429 Slow\r\nRetry-After: 40", "");
        Called called = Called.may(server);
        assertThat(called.problem(server, "/")).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-H11");
            assertThat(problem.message().en()).contains("a wait of 40 seconds, and 20 are left");
        });
        assertThat(called.waits).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void ignoredAnswer_isEmpty() throws Exception {
        server.answer("404 Gone", "x");
        assertThat(Called.may(server).caller().call(HttpCall.get(server.at("/")), Called::byStatus))
                .isEmpty();
    }

    @Test
    void truncatedBody_isNeverTaken() throws Exception {
        server.answer(out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1,2".getBytes(ISO_8859_1)))
                .answer(out -> out.write(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[1,2,\r\n".getBytes(ISO_8859_1)))
                .answer("200 OK\r\nContent-Encoding: gzip", Arrays.copyOf(gzip("[1,2,3]"), 20));
        assertThat(Called.may(server).problem(server, "/").code()).isEqualTo("KEN-H08");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void connectionThatBreaksOff_isRetried() throws Exception {
        server.answer(out -> {})
                .answer(out -> {})
                .answer(out -> {})
                .answer("200 OK", "ok")
                .answer("200 OK", "ok");
        assertThat(Called.may(server).get(server, "/").text()).isEqualTo("ok");
    }

    @Test
    void garbage_isAFailure() {
        for (int i = 0; i < 3; i++) {
            server.answer(out -> out.write("lorem ipsum\r\n\r\n".getBytes(ISO_8859_1)));
        }
        assertThat(Called.may(server).problem(server, "/").code()).isEqualTo("KEN-H08");
    }

    @Test
    @Threat(Danger.COMPRESSED_BOMB)
    void tooLargeAnswer_isRefused_alsoWhenItOnlyGrowsWhenUnzipped() throws Exception {
        server.answer("200 OK", "x".repeat(10_001))
                .answer("200 OK\r\nContent-Encoding: gzip", gzip("x".repeat(1_000_000)));
        assertThat(Called.may(server).problem(server, "/").code()).isEqualTo("KEN-H07");
        assertThat(Called.may(server).problem(server, "/").code()).isEqualTo("KEN-H07");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void answerOfExactlyTheLimit_isTaken() throws Exception {
        server.answer("200 OK", "x".repeat(10_000))
                .answer("200 OK\r\nContent-Encoding: gzip", gzip("x".repeat(10_000)));
        assertThat(Called.may(server).get(server, "/").body()).hasSize(10_000);
        assertThat(Called.may(server).get(server, "/").body()).hasSize(10_000);
    }

    @Test
    void answerThatNeverEnds_isCutOff() {
        server.answer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n[1,2".getBytes(ISO_8859_1));
            out.flush();
            new CountDownLatch(1).await();
        });
        assertThat(Called.may(server)
                        .within(Duration.ofMillis(300))
                        .problem(server, "/")
                        .code())
                .isEqualTo("KEN-H06");
    }

    @Test
    void nobodyThere_isUnreachable() throws Exception {
        HttpCall call = HttpCall.get(server.at("/"));
        Called called = Called.may(server);
        server.close();
        assertThat(called.problem(call).code()).isEqualTo("KEN-H05");
        assertThat(called.waits).hasSize(2);
    }

    @Test
    @Threat(Danger.SECRET)
    void secrets_areInNoMessage() {
        server.answer("403 No", "{\"error\":\"key s3cr/et+key is unknown\"}");
        HttpCall call = HttpCall.get(server.at("/v1/s3cr%2Fet%2Bkey/items"))
                .withQuery("apiKey", Called.SECRET)
                .withHeader("Authorization", "Bearer " + Called.SECRET);
        String shown = Called.may(server).problem(call) + call.toString();
        assertThat(shown).contains("/items", "key *** is unknown").doesNotContain("s3cr", "apiKey");
        assertThat(server.requests().get(0)).contains("apiKey=s3cr%2Fet%2Bkey");
    }

    @Test
    @Threat(Danger.SECRET)
    void headerThatCannotBeSent_isNotQuoted() {
        HttpCall call = HttpCall.get(server.at("/")).withHeader("X-Key", "a\nb");
        assertThat(Called.may(server).problem(call).message().en()).isEqualTo("This call cannot be sent: X-Key");
    }

    @Test
    void interruptedWait_endsTheCallAndLeavesTheThreadInterrupted() {
        server.answer("503 Busy", "");
        HttpPolicy policy = HttpPolicy.of(Set.of());
        Pause interrupted = length -> {
            throw new InterruptedException();
        };
        HttpCaller caller = new HttpCaller(
                new HttpPolicy(
                        Set.of(server.host()), true, 1000, policy.connect(), policy.response(), 3, Duration.ZERO),
                Called.CLOCK,
                interrupted,
                new Redaction(List.of()));
        assertThatThrownBy(() -> caller.call(HttpCall.get(server.at("/")), Called::byStatus))
                .isInstanceOfSatisfying(
                        SourceUnavailable.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo("KEN-H12"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void connection_isUsedAgain() throws Exception {
        Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
        HttpServer lasting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lasting.createContext("/", exchange -> {
            callers.add(exchange.getRemoteAddress());
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(UTF_8));
            exchange.close();
        });
        lasting.start();
        String host = "127.0.0.1:" + lasting.getAddress().getPort();
        HttpCaller caller = Called.may(server).at(host).caller();
        for (int i = 0; i < 20; i++) {
            assertThat(caller.call(HttpCall.get(URI.create("http://" + host + "/" + i)), Called::byStatus))
                    .isPresent();
        }
        lasting.stop(0);
        assertThat(callers).hasSize(1);
    }

    @Test
    void query_isReplacedOrAdded() {
        HttpCall call = HttpCall.get(URI.create("https://example.com/a?x=1&y=2#f"));
        assertThat(call.withQuery("x", "3 &").uri()).hasToString("https://example.com/a?y=2&x=3+%26#f");
        assertThat(call.withQuery("z", "花").uri()).hasToString("https://example.com/a?x=1&y=2&z=%E8%8A%B1#f");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
