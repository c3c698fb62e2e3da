package dev.kenshin.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Threat(Danger.FORGED_REQUEST)
class DestinationsTest {
    private LocalServer server;
    private LocalServer other;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
        other = new LocalServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        other.close();
    }

    @Test
    void unknownHost_isNotCalled() {
        assertThat(Called.may(server).problem(other, "/").code()).isEqualTo("KEN-H01");
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::ffff:169.254.169.254]/",
                "https://[fd00:ec2::254]/",
                "https://0.0.0.0/"
            })
    void privateAddress_isNotCalled(String address) {
        HttpCall call = HttpCall.get(URI.create(address));
        HttpPolicy policy = HttpPolicy.of(Set.of(call.uri().getHost()));
        Redaction nothing = new Redaction(List.of());
        HttpCaller caller = new HttpCaller(policy, Called.CLOCK, length -> {}, nothing);
        assertThat(catchThrowable(() -> caller.call(call, Called::byStatus)))
                .hasMessageContaining("is a private or local address");
    }

    @Test
    void plainHttp_isForPrivateNetworksOnly() {
        assertThat(Called.may(server).onPublicNetworkOnly().problem(server, "/").code())
                .isEqualTo("KEN-H03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.com/x", "gopher://x/", "relative"})
    void otherSchemes_cannotBeCalled(String address) {
        assertThat(Called.may(server).problem(HttpCall.get(URI.create(address))).code())
                .isEqualTo("KEN-H13");
    }

    /** What some libraries take for 127.0.0.1 or 169.254.169.254. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://127.1/",
                "https://2852039166/",
                "https://allowed.example@169.254.169.254/",
                "https://allowed.example%23@169.254.169.254/",
                "https://169.254.169.254\\@allowed.example/",
                "https://allowed.example%2f@169.254.169.254/"
            })
    void addressInDisguise_isNotCalled(String address) {
        HttpPolicy policy = HttpPolicy.of(Set.of("allowed.example", "127.0.0.1", "169.254.169.254"));
        HttpCaller caller = new HttpCaller(policy, Called.CLOCK, length -> {}, new Redaction(List.of()));
        assertThat(catchThrowable(() -> caller.call(HttpCall.get(URI.create(address)), Called::byStatus)))
                .isInstanceOfAny(SourceUnavailable.class, IllegalArgumentException.class);
    }

    @Test
    void redirectToAMetadataService_isNotFollowed() {
        server.answer("302 Found\r\nLocation: http://169.254.169.254/latest/meta-data/", "");
        assertThat(Called.may(server).problem(server, "/a").code()).isEqualTo("KEN-H01");
    }

    @Test
    void redirectOnTheSameServer_keepsTheCredentials() throws Exception {
        server.answer("302 Found\r\nLocation: /b?x=1", "").answer("200 OK", "ok");
        HttpCall call = HttpCall.get(server.at("/a")).withHeader("Authorization", "Bearer abc");
        HttpAnswer answer =
                Called.may(server).caller().call(call, Called::byStatus).orElseThrow();
        assertThat(answer.uri()).isEqualTo(server.at("/b?x=1"));
        assertThat(server.requests().get(1)).startsWith("GET /b?x=1").contains("Bearer abc");
    }

    @Test
    void redirectToAnotherServer_leavesTheCredentialsBehind() throws Exception {
        server.answer("302 Found\r\nLocation: " + other.at("/file"), "");
        other.answer("200 OK", "ok");
        HttpCall call = HttpCall.get(server.at("/a"))
                .withQuery("api_key", "abcdef")
                .withHeader("Authorization", "Bearer abcdef")
                .withHeader("X-Api-Key", "abcdef")
                .withHeader("Accept", "text/csv");
        Called.may(server, other).caller().call(call, Called::byStatus);
        assertThat(other.requests().get(0))
                .startsWith("GET /file HTTP")
                .contains("text/csv")
                .doesNotContain("abcdef");
    }

    @Test
    void redirectToAnUnknownServer_isNotFollowed() {
        server.answer("302 Found\r\nLocation: " + other.at("/steal?x=1"), "");
        assertThat(Called.may(server).problem(server, "/a").code()).isEqualTo("KEN-H01");
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void bodyIsNotSentToAnotherServer() {
        server.answer("307 Moved\r\nLocation: " + other.at("/b"), "");
        HttpCall call = new HttpCall("POST", server.at("/a"), Map.of(), "key=abc".getBytes(UTF_8));
        assertThat(Called.may(server, other).problem(call).code()).isEqualTo("KEN-H04");
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void redirectsInACircle_end() {
        for (int i = 0; i < 12; i++) {
            server.answer("302 Found\r\nLocation: /a", "");
        }
        assertThat(Called.may(server).problem(server, "/a").code()).isEqualTo("KEN-H04");
        assertThat(server.requests()).hasSize(11);
    }

    @Test
    void postThatIsRedirectedToAResult_becomesAGet() throws Exception {
        server.answer("303 See\r\nLocation: /result", "").answer("200 OK", "ok");
        HttpCall call = new HttpCall("POST", server.at("/a"), Map.of(), "q=1".getBytes(UTF_8));
        Called.may(server).caller().call(call, Called::byStatus);
        assertThat(server.requests().get(1)).startsWith("GET /result").doesNotContain("q=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "::10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "2001:0:a00:1::",
                "2001:db8::5efe:10.0.0.1",
                "fd00:ec2::254",
                "fec0::1",
                "100.100.100.200",
                "192.0.0.192",
                "168.63.129.16"
            })
    void privateAddresses_areKnown(String address) throws Exception {
        assertThat(Addresses.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2001:4860:4860::8888", "64:ff9b::808:808"
            })
    void publicAddresses_areKnown(String address) throws Exception {
        assertThat(Addresses.isPrivate(InetAddress.getByName(address))).isFalse();
    }
}
