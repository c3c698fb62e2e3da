package dev.kenshin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private static final String TICKETS = "/api/v2/incremental/tickets/cursor.json";
    private static SampleSandbox sandbox;

    @BeforeAll
    static void start() throws Exception {
        sandbox = new SampleSandbox();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void fault_befallsTheCallsThatItNames_andNoOthers() throws Exception {
        arm("zendesk:503*2@2,all:500@5");
        assertThat(statuses(6)).containsExactly(200, 503, 503, 200, 500, 200);
        assertThat(kintone().status()).isEqualTo(200);
        Client.Answer state = sandbox.client("").get("/sandbox/faults");
        assertThat(state.at("/calls")).hasToString("{\"zendesk\":6,\"kintone\":1}");
        assertThat(state.at("/faults")).hasToString("{\"zendesk:503*2@2\":2,\"all:500@5\":1}");
    }

    @Test
    void rateLimit_isToldAsTheVendorTellsIt() throws Exception {
        arm("all:429:30");
        Client.Answer answer = tickets();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(answer.text("/error")).isEqualTo("APIRateLimitExceeded");
        assertThat(kintone().status()).isEqualTo(429);
    }

    @Test
    void expiredToken_isRefusedUntilAnotherIsFetched() throws Exception {
        arm("zendesk:expired-token@2");
        assertThat(statuses(3)).containsExactly(200, 401, 401);
        sandbox.client("/zendesk").post("/oauth/token", "application/x-www-form-urlencoded", "grant_type=x");
        assertThat(statuses(2)).containsExactly(200, 200);
    }

    @Test
    void revokedToken_isRefusedAsKintoneDoesIt() throws Exception {
        arm("kintone:expired-token");
        assertThat(kintone().status()).isEqualTo(520);
        assertThat(kintone().text("/code")).isEqualTo("GAIA_IA02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate", "truncate-chunked"})
    void connection_isBrokenOff(String fault) throws Exception {
        arm("zendesk:" + fault);
        assertThatThrownBy(FaultsTest::tickets).isInstanceOf(IOException.class);
        assertThat(tickets().status()).isEqualTo(200);
    }

    /** Clients ask once more by themselves where a connection that they kept turns out to be closed. */
    @Test
    void connection_isClosedWithoutAnAnswer() throws Exception {
        arm("zendesk:hang-up*9");
        assertThatThrownBy(FaultsTest::tickets).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"empty, 0", "garbage, 8"})
    void body_isNotWhatItShouldBe(String fault, int length) throws Exception {
        arm("zendesk:" + fault);
        Client.Answer answer = tickets();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(Integer.parseInt("0" + answer.header("Content-Length"))).isEqualTo(length);
    }

    @Test
    void body_isCutShort_orPadded_orDripped() throws Exception {
        arm("");
        int whole = length(tickets());
        arm("zendesk:truncate-json,zendesk:large:100@2,zendesk:drip:1@3");
        assertThat(length(tickets())).isEqualTo(whole / 2);
        assertThat(tickets().response().body()).hasSizeGreaterThan(100 * 1024);
        assertThat(length(tickets())).isEqualTo(whole);
    }

    @Test
    void gzip_isCutShort_orGrowsWhenItIsUnpacked() throws Exception {
        arm("zendesk:truncate-gzip,zendesk:large-gzip:1000@2");
        assertThat(tickets().header("Content-Encoding")).isEqualTo("gzip");
        Client.Answer large = tickets();
        assertThat(large.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(large.response().body()).hasSizeLessThan(1000 * 1024);
    }

    @Test
    void links_leadToAnotherHost() throws Exception {
        arm("zendesk:next,zendesk:next:https://elsewhere.example@2,zendesk:redirect@3");
        String stranger = sandbox.client("").get("/sandbox/faults").text("/stranger/url");
        assertThat(tickets().text("/after_url")).startsWith(stranger + TICKETS + "?cursor=");
        assertThat(tickets().text("/after_url")).startsWith("https://elsewhere.example" + TICKETS);
        assertThat(tickets().header("Location")).isEqualTo(stranger + TICKETS);
        new Client(stranger).get("/");
        new Client(stranger).header("Authorization", "Bearer x").get("/");
        assertThat(sandbox.client("")
                        .get("/sandbox/faults")
                        .at("/stranger/calls")
                        .asInt())
                .isEqualTo(2);
        assertThat(sandbox.client("")
                        .get("/sandbox/faults")
                        .at("/stranger/credentials")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "zendesk|'zendesk' is not of the form",
                "sendesk:429|There is no 'sendesk' (in 'sendesk:429'). Take one of: all, ",
                "zendesk:430|There is no '430'",
                "zendesk:empty:3|'3' in 'zendesk:empty:3' cannot be used.",
                "zendesk:429*0|is not of the form",
                "zendesk:next:elsewhere|cannot be used"
            })
    void mistake_isExplained(String spec, String words) throws Exception {
        Client.Answer answer = sandbox.client("").post("/sandbox/faults", "text/plain", spec);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/message")).contains(words);
    }

    private static void arm(String spec) throws Exception {
        sandbox.pass(60);
        assertThat(sandbox.client("")
                        .post("/sandbox/faults", "text/plain", spec)
                        .status())
                .isEqualTo(200);
    }

    private static Client.Answer tickets() throws Exception {
        return sandbox.client("/zendesk")
                .basic("a@example.jp/token", Sandbox.TOKEN)
                .get(TICKETS, "start_time", 1);
    }

    private static Client.Answer kintone() throws Exception {
        return sandbox.client("/kintone")
                .header("X-Cybozu-API-Token", Sandbox.TOKEN)
                .get("/k/v1/records.json", "app", 1);
    }

    private static List<Integer> statuses(int calls) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            statuses.add(tickets().status());
        }
        return statuses;
    }

    private static int length(Client.Answer answer) {
        return Integer.parseInt(answer.header("Content-Length"));
    }
}
