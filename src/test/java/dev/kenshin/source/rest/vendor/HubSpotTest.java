package dev.kenshin.source.rest.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.Api;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HubSpotTest {
    private static final String DEAL = """
            {"id": "%1$d", "archived": false, "updatedAt": "2026-10-0%1$dT01:02:03.456Z",
             "properties": {"dealname": "更新", "amount": "120000.50", "closedate": null, "hs_object_id": "%1$d"},
             "associations": {"companies": {"results": [{"id": "77", "type": "deal_to_company"},
               {"id": "77", "type": "deal_to_company_unlabeled"}, {"id": "78", "type": "deal_to_company_unlabeled"}]}}}""";

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
    void deals_areListed_withTheirProperties_andTheirCompanies() throws Exception {
        Shipped.Reading reading =
                hubspot().config("properties", Map.of("deals", List.of("mrr"))).read("deals");
        assertThat(reading.keys()).containsExactly("1", "2", "3");
        assertThat(reading.full()).isTrue();
        assertThat(api.queries("after")).containsExactly("", "2");
        assertThat(api.queries("limit")).containsOnly("100");
        assertThat(api.queries("associations")).containsOnly("companies");
        assertThat(api.queries("properties").get(0))
                .startsWith("dealname,amount,")
                .endsWith(",hubspot_owner_id,mrr");
        assertThat(reading.fields(0))
                .containsEntry("dealname", "更新")
                .containsEntry("amount", "120000.50")
                .containsEntry("closedate", null)
                .containsEntry("company_id", "77")
                .containsEntry("company_ids", "77, 78")
                .doesNotContainKeys("associations.companies.results", "properties.dealname");
        assertThat(api.calls()).allSatisfy(call -> {
            assertThat(call.path()).isEqualTo("/crm/v3/objects/deals");
            assertThat(call.header("Authorization")).isEqualTo("Bearer " + Shipped.SECRET);
        });
    }

    @Test
    void companies_areListed_withoutAssociations() throws Exception {
        assertThat(hubspot().read("companies").fields(2)).doesNotContainKeys("company_id", "company_ids");
    }

    @Test
    void changedDeals_areSearchedFor_idAfterId() throws Exception {
        Shipped hubspot = hubspot().config("start_date", "2026-10-01T00:00:00Z").config("page_size", 2L);
        Shipped.Reading first = hubspot.read("changed_deals");
        assertThat(first.keys()).containsExactly("1", "2", "3");
        assertThat(first.full()).isFalse();
        assertThat(api.calls())
                .extracting(call -> filter(call, 2))
                .containsExactly("hs_object_id GT 0", "hs_object_id GT 2");
        assertThat(api.calls()).allSatisfy(call -> {
            assertThat(call.method() + " " + call.path()).isEqualTo("POST /crm/v3/objects/deals/search");
            assertThat(filter(call, 0)).isEqualTo("hs_lastmodifieddate GTE 1790812800000");
            assertThat(filter(call, 1)).isEqualTo("hs_lastmodifieddate LTE 1793491200000");
            assertThat(body(call).at("/properties/0").asString()).isEqualTo("dealname");
            assertThat(body(call).at("/limit").asInt()).isEqualTo(2);
            assertThat(body(call).at("/sorts/0/propertyName").asString()).isEqualTo("hs_object_id");
        });
        api.calls().clear();
        hubspot.read("changed_deals", first.cursor());
        // 2026-10-03T01:02:03.456Z, less ten minutes
        assertThat(filter(api.calls().get(0), 0)).isEqualTo("hs_lastmodifieddate GTE 1790988723456");
    }

    @Test
    void changedContacts_haveAnotherDate() throws Exception {
        hubspot().read("changed_contacts");
        assertThat(filter(api.calls().get(0), 0)).startsWith("lastmodifieddate GTE ");
    }

    @Test
    void rateLimit_isWaitedFor() throws Exception {
        busy.set(true);
        Shipped hubspot = hubspot();
        assertThat(hubspot.read("deals").keys()).hasSize(3);
        assertThat(hubspot.waits).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void error_isTold_withItsCategory() {
        assertThat(hubspot().config("access_token", "wrong").problem("deals"))
                .contains("401", "INVALID_AUTHENTICATION: Authentication credentials not found.");
    }

    @Test
    void everyStream_canBeRead() {
        assertThat(hubspot().offer("deals")).contains("6/6 streams");
    }

    private Shipped hubspot() {
        return Shipped.manifest("hubspot", api).config("access_token", "${TOKEN}");
    }

    private static JsonNode body(Call call) {
        return new JsonMapper().readTree(call.body());
    }

    private static String filter(Call call, int index) {
        JsonNode filter = body(call).at("/filterGroups/0/filters/" + index);
        return filter.get("propertyName").asString() + " "
                + filter.get("operator").asString() + " " + filter.get("value").asString();
    }

    private Answer answer(Call call) {
        if (busy.getAndSet(false)) {
            return Answer.of(
                    429,
                    "{\"status\": \"error\", \"errorType\": \"RATE_LIMIT\", \"policyName\": \"TEN_SECONDLY_ROLLING\"}");
        }
        if (!call.header("Authorization").equals("Bearer " + Shipped.SECRET)) {
            return Answer.of(401, """
                    {"status": "error", "message": "Authentication credentials not found.",
                     "correlationId": "c", "category": "INVALID_AUTHENTICATION"}""");
        }
        if (call.method().equals("POST")) {
            int after = Integer.parseInt(filter(call, 2).replaceAll(".* ", ""));
            return page(after, body(call).at("/limit").asInt(), "");
        }
        int after = call.number("after");
        Answer page = page(after, 2, after == 0 ? ", \"paging\": {\"next\": {\"after\": \"2\"}}" : "");
        return call.query().getOrDefault("associations", "").isEmpty()
                ? Answer.json(new String(page.body(), UTF_8).replaceAll("(?s),\\s+\"associations\".*?}]}}}", "}"))
                : page;
    }

    private static Answer page(int after, int size, String paging) {
        return Answer.json(IntStream.rangeClosed(after + 1, Math.min(after + size, 3))
                .mapToObj(DEAL::formatted)
                .collect(Collectors.joining(", ", "{\"results\": [", "]" + paging + "}")));
    }
}
