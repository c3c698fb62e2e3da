package dev.kenshin.source.rest.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.Api;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZendeskTest {
    /** 2026-10-01, the start of the first night, as Zendesk counts. */
    private static final String START = "1790812800";

    private static final long CHANGED = 1_792_000_000;
    private static final String TICKET = """
            {"id": %d, "status": "%s", "subject": "印刷できない", "generated_timestamp": %d, "organization_id": 9,
             "updated_at": "2026-09-01T00:00:00Z", "satisfaction_rating": {"score": "good", "comment": "Thanks"},
             "custom_fields": [{"id": 27642, "value": "基本"}, {"id": 27648, "value": null}],
             "fields": [{"id": 27642, "value": "基本"}, {"id": 27648, "value": null}]}""";

    private final AtomicBoolean busy = new AtomicBoolean();
    private Api api;

    @BeforeEach
    void start() throws IOException {
        api = Api.answering(this::answer);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void tickets_areExportedByCursor_deletedOnesIncluded_andOnesThatComeAgain() throws Exception {
        Shipped.Reading reading = zendesk().read("tickets");
        assertThat(reading.keys()).containsExactly("1", "2", "1", "3");
        assertThat(reading.full()).isFalse();
        assertThat(api.queries("start_time")).containsExactly(START, "");
        assertThat(api.queries("cursor")).containsExactly("", "MTAx");
        assertThat(reading.fields(0))
                .containsEntry("status", "open")
                .containsEntry("satisfaction_rating.score", "good")
                .containsEntry("custom_field.27642", "基本")
                .containsEntry("custom_field.27648", null)
                .doesNotContainKeys("custom_fields", "fields");
        assertThat(reading.fields(3)).containsEntry("status", "deleted");
    }

    @Test
    void tickets_goOnFromTheLastChange_notFromTheLastUpdate() throws Exception {
        Shipped.Reading first = zendesk().read("tickets");
        api.calls().clear();
        zendesk().read("tickets", first.cursor());
        assertThat(api.queries("start_time").get(0)).isEqualTo(String.valueOf(CHANGED + 3 - 120));
    }

    @Test
    void apiToken_isSentAsPassword_andAnAccessTokenAsBearer() throws Exception {
        zendesk().read("users");
        String expected =
                Base64.getEncoder().encodeToString(("ops@example.com/token:" + Shipped.SECRET).getBytes(UTF_8));
        assertThat(api.calls().get(0).header("Authorization")).isEqualTo("Basic " + expected);
        api.calls().clear();
        zendesk().config("auth", "oauth").config("access_token", "${TOKEN}").read("users");
        assertThat(api.calls().get(0).header("Authorization")).isEqualTo("Bearer " + Shipped.SECRET);
    }

    @Test
    void users_areExportedByCursor() throws Exception {
        Shipped.Reading first = zendesk().read("users");
        assertThat(first.keys()).containsExactly("11", "12");
        assertThat(api.queries("cursor")).containsExactly("", "MTAx");
        api.calls().clear();
        zendesk().read("users", first.cursor());
        assertThat(api.queries("start_time").get(0)).isEqualTo("1791075480"); // 2026-10-04T00:58:00Z
    }

    @Test
    void organizations_goOnByTheEndOfThePage() throws Exception {
        Shipped.Reading first = zendesk().read("organizations");
        assertThat(first.keys()).containsExactly("21", "22");
        assertThat(api.queries("start_time")).containsExactly(START, "1791000000");
    }

    @Test
    void satisfactionRatings_areReadAgainForAMonth() throws Exception {
        Shipped.Reading first =
                zendesk().config("start_date", "2026-01-01T00:00:00Z").read("satisfaction_ratings");
        assertThat(first.keys()).containsExactly("31", "32");
        assertThat(api.queries("page[after]")).containsExactly("", "aa");
        assertThat(api.queries("score")).containsOnly("received");
        assertThat(api.queries("page[size]")).containsOnly("100");
        api.calls().clear();
        zendesk().config("start_date", "2026-01-01T00:00:00Z").read("satisfaction_ratings", first.cursor());
        assertThat(api.queries("start_time")).containsOnly("1788483600"); // 30 days before 2026-10-04T01:00:00Z
    }

    @Test
    void rateLimit_isWaitedForAsLongAsZendeskSays() throws Exception {
        busy.set(true);
        Shipped zendesk = zendesk();
        assertThat(zendesk.read("tickets").keys()).hasSize(4);
        assertThat(zendesk.waits).containsExactly(Duration.ofSeconds(43));
    }

    @Test
    void errors_areTold_inEachOfTheirForms() {
        assertThat(zendesk().config("email", "who@example.com").problem("tickets"))
                .contains("401", "Couldn't authenticate you");
        assertThat(zendesk().config("email", "agent@example.com").problem("tickets"))
                .contains("403", "You do not have access to this page.");
        assertThat(zendesk()
                        .at("2026-10-31T00:00:30Z")
                        .config("start_date", "2026-10-31T00:00:00Z")
                        .problem("tickets"))
                .contains("422", "Too recent start_time");
        assertThat(api.calls()).hasSize(3);
    }

    @Test
    void everyStream_canBeRead() {
        assertThat(zendesk().offer("tickets")).contains("4/4 streams");
    }

    private Shipped zendesk() {
        return Shipped.manifest("zendesk", api)
                .config("email", "ops@example.com")
                .config("api_token", "${TOKEN}")
                .config("start_date", "2026-10-01T00:00:00Z");
    }

    private Answer answer(Call call) {
        if (busy.getAndSet(false)) {
            return Answer.of(429, "{\"error\": \"APIRateLimitExceeded\"}").with("Retry-After", "43");
        }
        String[] credentials = credentials(call).split("/token:", 2);
        if (credentials[0].equals("agent@example.com")) {
            return Answer.of(
                    403,
                    "{\"error\": {\"title\": \"Forbidden\", \"message\": \"You do not have access to this page.\"}}");
        }
        if (credentials[0].equals("who@example.com")) {
            return Answer.of(401, "{\"error\": \"Couldn't authenticate you\"}");
        }
        boolean second = call.query().containsKey("cursor");
        return switch (call.path()) {
            case "/api/v2/incremental/tickets/cursor.json" -> tickets(call, second);
            case "/api/v2/incremental/users/cursor.json" -> export("users", second, second ? updated(12) : updated(11));
            case "/api/v2/incremental/organizations.json" -> organizations(call);
            case "/api/v2/satisfaction_ratings.json" -> ratings(call);
            default -> Answer.of(404, "{\"error\": \"InvalidEndpoint\", \"description\": \"Not found\"}");
        };
    }

    private static Answer tickets(Call call, boolean second) {
        if (call.query().getOrDefault("start_time", "").equals("1793404800")) {
            return Answer.of(422, "{\"error\": \"InvalidValue\", \"description\": \"Too recent start_time.\"}");
        }
        String first = TICKET.formatted(1, "open", CHANGED) + ", " + TICKET.formatted(2, "solved", CHANGED + 1);
        String rest = TICKET.formatted(1, "pending", CHANGED + 2) + ", " + TICKET.formatted(3, "deleted", CHANGED + 3);
        return export("tickets", second, second ? rest : first);
    }

    private static Answer export(String name, boolean last, String records) {
        return Answer.json("{\"%s\": [%s], \"after_cursor\": \"%s\", \"end_of_stream\": %b}"
                .formatted(name, records, last ? "MTAy" : "MTAx", last));
    }

    private static Answer organizations(Call call) {
        boolean first = !call.query().getOrDefault("start_time", "").equals("1791000000");
        return Answer.json("{\"organizations\": [%s], \"count\": 1000, \"end_time\": 1791000000, \"end_of_stream\": %b}"
                .formatted(updated(first ? 21 : 22), !first));
    }

    private static Answer ratings(Call call) {
        boolean first = !call.query().containsKey("page[after]");
        return Answer.json("{\"satisfaction_ratings\": [%s], \"meta\": {\"has_more\": %b, \"after_cursor\": \"aa\"}}"
                .formatted(updated(first ? 31 : 32), first));
    }

    private static String updated(int id) {
        return "{\"id\": %1$d, \"updated_at\": \"2026-10-04T01:00:00Z\", \"created_at\": \"2026-10-04T01:00:00Z\"}"
                .formatted(id);
    }

    private static String credentials(Call call) {
        String header = call.header("Authorization");
        return header.startsWith("Basic ")
                ? new String(Base64.getDecoder().decode(header.substring(6)), UTF_8)
                : header;
    }
}
