package dev.kenshin.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Secrets;
import dev.kenshin.config.Yaml;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReports;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.http.LocalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PingsTest {
    private static final String SECRET = "6f1c2a9e-secret";
    private static final Location HERE = Location.file("nightly.yaml");
    private static final PingPolicy PATIENT =
            new PingPolicy(Duration.ofSeconds(20), Duration.ofSeconds(20), 3, Duration.ofMillis(1));
    private static final PingPolicy HASTY =
            new PingPolicy(Duration.ofSeconds(20), Duration.ofMillis(100), 2, Duration.ofMillis(1));

    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private LocalServer server;

    @TempDir
    private Path home;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void baseAddress_isToldOfStartAndExitCode_inThisOrder() {
        server.answer("200 OK", "OK").answer("200 OK", "OK");
        Pings pings = pings(PATIENT, scalar(address()));
        pings.began(WatchedRun.began("1"));
        pings.ended(WatchedRun.ended("1", ExitCode.SOURCE_UNAVAILABLE)).join();
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(0)).startsWith("POST /" + SECRET + "/start HTTP/1.1");
        assertThat(server.requests().get(1))
                .startsWith("POST /" + SECRET + "/69 HTTP/1.1")
                .contains("nightly 2026-10-31 revision 1: failed, exit code 69, 90 s", "KEN-L03 land crm.accounts")
                .contains("critical 1", "rows quarantined 2")
                .doesNotContain("山田", "あおば");
        assertThat(problems).isEmpty();
    }

    @Test
    void addressesOfTheirOwn_areCalledAsTheyAre() {
        server.answer("200 OK", "").answer("200 OK", "").answer("200 OK", "");
        Map<String, Yaml> ping = Map.of(
                "start", scalar(server.at("/s?state=run").toString()),
                "success", scalar(server.at("/ok").toString()),
                "failure", scalar(server.at("/bad?s=").toString() + "{exit-code}"),
                "method", scalar("GET"));
        Pings pings = pings(PATIENT, mapping(ping));
        pings.began(WatchedRun.began("1"));
        pings.ended(WatchedRun.ended("1", ExitCode.WARNINGS)).join();
        pings(PATIENT, mapping(ping)).endedWithoutRun(ExitCode.DONE).join();
        assertThat(server.requests())
                .extracting(request -> request.lines().findFirst().orElse(""))
                .containsExactly("GET /s?state=run HTTP/1.1", "GET /bad?s=3 HTTP/1.1", "GET /ok HTTP/1.1");
    }

    @Test
    void completeNight_isToldAsItEnded() throws IOException {
        server.answer("200 OK", "");
        new RunReports(new Home(home)).write(WatchedRun.ended("1", ExitCode.WARNINGS));
        pings(PATIENT, scalar(address())).endedWithoutRun(ExitCode.DONE).join();
        assertThat(server.requests().get(0)).startsWith("POST /" + SECRET + "/3 ");
    }

    @Test
    void warnings_mayCountAsSuccess() {
        server.answer("200 OK", "");
        pings(PATIENT, mapping(Map.of("url", scalar(address()), "warnings", scalar("success"))))
                .ended(WatchedRun.ended("1", ExitCode.WARNINGS))
                .join();
        assertThat(server.requests().get(0))
                .startsWith("POST /" + SECRET + "/0 ")
                .contains("exit code 3");
    }

    @Test
    void busyServer_isAskedAgain() {
        server.answer("503 Busy\r\nRetry-After: 3600", "")
                .answer("429 Slow", "")
                .answer("200 OK", "OK");
        end(PATIENT, address());
        assertThat(server.requests()).hasSize(3);
        assertThat(problems).isEmpty();
    }

    @Test
    void serverThatIsDown_isAProblemWithoutTheSecret() throws IOException {
        server.close();
        end(PATIENT, address());
        assertFailed("cannot be reached");
    }

    @Test
    void refusal_isNotTriedAgain() {
        server.answer("404 Not Found", "no check " + SECRET);
        end(PATIENT, address());
        assertThat(server.requests()).hasSize(1);
        assertFailed("status 404");
    }

    @Test
    void answerThatDripsOnAndOn_isCutOff() {
        CountDownLatch never = new CountDownLatch(1);
        LocalServer.Answer drip = out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nO".getBytes(ISO_8859_1));
            out.flush();
            never.await();
        };
        server.answer(drip).answer(drip);
        end(HASTY, address());
        assertFailed("did not end within");
    }

    @Test
    void redirectElsewhere_isNotFollowed() throws IOException {
        try (LocalServer other = new LocalServer()) {
            server.answer("302 Found\r\nLocation: " + other.at("/" + SECRET), "");
            end(PATIENT, address());
            assertThat(other.requests()).isEmpty();
            assertFailed("not allowed");
        }
    }

    @Test
    void serverThatSpeaksNoTls_isAProblem() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answerInPlainText(plain));
            thread.start();
            end(PATIENT, "https://127.0.0.1:" + plain.getLocalPort() + "/" + SECRET);
        }
        assertFailed("cannot be reached");
    }

    @Test
    void whatIsNoAddress_isAProblem() {
        end(PATIENT, "http://[" + SECRET);
        assertFailed("no address");
    }

    private void end(PingPolicy policy, String address) {
        pings(policy, scalar(address))
                .ended(WatchedRun.ended("1", ExitCode.DONE))
                .join();
    }

    private static void answerInPlainText(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket connection = plain.accept()) {
                connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(ISO_8859_1));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void assertFailed(String why) {
        assertThat(problems).extracting(Problem::code).containsExactly("KEN-W03");
        assertThat(problems.get(0).in(Language.EN)).contains(why).doesNotContain(SECRET);
    }

    private String address() {
        return server.at("/" + SECRET).toString();
    }

    private Pings pings(PingPolicy policy, Yaml ping) {
        PingSettings settings = PingSettings.of(ping, new Secrets(Map.of())).orElseThrow();
        assertThat(settings.toString()).doesNotContain(SECRET);
        return new Pings(settings, policy, "nightly", new Home(home), problems::add);
    }

    private static Yaml scalar(String text) {
        return new Yaml.Scalar(text, text, HERE);
    }

    private static Yaml mapping(Map<String, Yaml> entries) {
        return new Yaml.Mapping(new LinkedHashMap<>(entries), Map.of(), HERE);
    }
}
