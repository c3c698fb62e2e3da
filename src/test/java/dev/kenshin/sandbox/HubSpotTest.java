package dev.kenshin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.vendor.Shipped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotTest {
    private static final String DEALS = "/crm/v3/objects/deals";
    private static final String JSON = "application/json";

    private SampleSandbox sandbox;
    private Client hubspot;

    @BeforeEach
    void start() throws Exception {
        sandbox = new SampleSandbox();
        hubspot = sandbox.client("/hubspot").header("Authorization", "Bearer " + Sandbox.TOKEN);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void deals_areUpsellTargets_andBelongToCompanies() throws Exception {
        Shipped hubspot = shipped().config("properties", Map.of("deals", List.of("company_name", "forecast_amount")));
        Shipped.Reading deals = hubspot.read("deals");
        Shipped.Reading companies = hubspot.read("companies");
        assertThat(deals.keys()).hasSize(61).doesNotHaveDuplicates();
        assertThat(deals.fields(0))
                .containsEntry("dealname", "霞苑医療器(株) 上位プラン")
                .containsEntry("amount", "420000")
                .containsEntry("forecast_amount", "160000")
                .containsEntry("closedate", "2026-12-30T15:00:00.000Z")
                .containsEntry("company_name", "霞苑医療器(株)")
                .containsEntry("company_id", companies.keys().get(0))
                .containsEntry("hubspot_owner_id", null)
                .doesNotContainKey("proposed_product");
        assertThat(companies.fields(0)).containsEntry("name", "霞苑医療器(株)").doesNotContainKey("company_id");
        assertThat(deals.records().stream().map(deal -> deal.fields().get("forecast_amount")))
                .contains("-70000", "-1140000");
        assertThat(hubspot.read("contacts").keys()).isEmpty();
    }

    @Test
    void changedDeals_areFoundBySearch() throws Exception {
        Shipped hubspot = shipped().config("start_date", "2026-10-01T00:00:00Z").config("page_size", 3L);
        Shipped.Reading first = hubspot.read("changed_deals");
        assertThat(first.keys()).hasSize(10).doesNotHaveDuplicates().isSorted();
        sandbox.pass(1);
        assertThat(hubspot.read("changed_companies").keys()).isNotEmpty();
    }

    @Test
    void after_leadsThroughTheList() throws Exception {
        Client.Answer page = hubspot.get(DEALS, "limit", 50);
        assertThat(page.at("/results/0/properties").propertyNames()).contains("amount", "dealstage", "createdate");
        assertThat(page.at("/results/0").has("associations")).isFalse();
        assertThat(page.text("/paging/next/link")).startsWith(sandbox.url() + "/hubspot" + DEALS + "?after=");
        assertThat(page.header("X-HubSpot-RateLimit-Remaining")).isEqualTo("189");
        Client.Answer next = hubspot.get(DEALS, "limit", 50, "after", page.text("/paging/next/after"));
        assertThat(next.at("/results").size()).isEqualTo(11);
        assertThat(next.at("/paging").isMissingNode()).isTrue();
    }

    @Test
    void searches_takeGroupsOfFilters_andAnOrder() throws Exception {
        Client.Answer answer = search("""
                {"filterGroups": [{"filters": [{"propertyName": "amount", "operator": "GT", "value": "4000000"}]},
                                  {"filters": [{"propertyName": "forecast_amount", "operator": "LT", "value": "-100000"},
                                               {"propertyName": "dealname", "operator": "HAS_PROPERTY"}]}],
                 "sorts": [{"propertyName": "amount", "direction": "DESCENDING"}],
                 "properties": ["amount"], "limit": 2}""");
        assertThat(answer.at("/total").asInt()).isEqualTo(3);
        assertThat(answer.text("/results/0/properties/amount")).isEqualTo("4550000");
        assertThat(answer.text("/results/1/properties/amount")).isEqualTo("4090000");
        assertThat(answer.text("/paging/next/after")).isEqualTo("2");
    }

    @Test
    void sixthSearchInASecond_isToldThePolicy() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(search("{}").status()).isEqualTo(200);
        }
        Client.Answer refused = search("{}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/policyName")).isEqualTo("SECONDLY");
        assertThat(refused.text("/errorType")).isEqualTo("RATE_LIMIT");
        sandbox.pass(1);
        assertThat(search("{}").status()).isEqualTo(200);
    }

    @Test
    void callTooMuchInTenSeconds_isToldThePolicy() throws Exception {
        for (int i = 0; i < 190; i++) {
            hubspot.get(DEALS, "limit", 1);
        }
        assertThat(hubspot.get(DEALS, "limit", 1).text("/policyName")).isEqualTo("TEN_SECONDLY_ROLLING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"limit\": 201}",
                "{\"after\": 9999}",
                "{\"filterGroups\": [{\"filters\": [{\"propertyName\": \"amount\", \"operator\": \"NEAR\", \"value\": \"1\"}]}]}"
            })
    void searchesThatMakeNoSense_areRefused(String body) throws Exception {
        Client.Answer answer = search(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.text("/correlationId")).isNotEmpty();
    }

    @Test
    void mistakes_areToldWithTheirCategory() throws Exception {
        assertThat(hubspot.get(DEALS, "limit", 101).text("/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(hubspot.get("/crm/v3/objects/dreams").status()).isEqualTo(400);
        assertThat(hubspot.get("/crm/v4/objects/deals").status()).isEqualTo(404);
        assertThat(sandbox.client("/hubspot").get(DEALS).text("/category")).isEqualTo("INVALID_AUTHENTICATION");
    }

    private Client.Answer search(String body) throws Exception {
        return hubspot.post(DEALS + "/search", JSON, body);
    }

    private Shipped shipped() {
        return Shipped.manifest("hubspot", sandbox.url() + "/hubspot").config("access_token", Sandbox.TOKEN);
    }
}
