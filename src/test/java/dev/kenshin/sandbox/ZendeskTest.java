package dev.kenshin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZendeskTest {
    private static final String TICKETS = "/api/v2/incremental/tickets/cursor.json";
    private SampleSandbox sandbox;
    private Client zendesk;

    @BeforeEach
    void start() throws Exception {
        sandbox = new SampleSandbox();
        zendesk = sandbox.client("/zendesk").basic("admin@example.jp/token", Sandbox.TOKEN);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void cursor_leadsThroughAllTickets() throws Exception {
        Client.Answer page = zendesk.get(TICKETS, "start_time", 0, "per_page", 500);
        List<Long> ids = new ArrayList<>(ids(page, "tickets"));
        while (!page.at("/end_of_stream").asBoolean()) {
            page = zendesk.get(TICKETS, "cursor", page.text("/after_cursor"), "per_page", 500);
            ids.addAll(ids(page, "tickets"));
        }
        assertThat(ids).hasSize(1860).doesNotHaveDuplicates();
        assertThat(page.text("/after_url")).startsWith(sandbox.url() + "/zendesk" + TICKETS + "?cursor=");
        page = zendesk.get(TICKETS, "cursor", page.text("/after_cursor"));
        assertThat(page.at("/tickets").size()).isZero();
        assertThat(page.at("/end_of_stream").asBoolean()).isTrue();
    }

    @Test
    void tickets_holdWhatZendeskHasNoPlaceFor_inCustomFields() throws Exception {
        Client.Answer answer = zendesk.get(TICKETS, "start_time", 0, "per_page", 1);
        assertThat(answer.text("/tickets/0/created_at")).endsWith("Z");
        assertThat(answer.text("/tickets/0/via/source/from/address")).contains("@");
        assertThat(answer.at("/tickets/0/custom_fields").valueStream().map(field -> field.at("/id")
                        .asLong()))
                .containsExactly(
                        ZendeskDesk.COMPANY_FIELD,
                        ZendeskDesk.CATEGORY_FIELD,
                        ZendeskDesk.SOLVED_FIELD,
                        ZendeskDesk.SATISFACTION_FIELD);
    }

    @Test
    void onlyWhatChangedSince_comes() throws Exception {
        long october = 1790780400;
        Client.Answer answer = zendesk.get(TICKETS, "start_time", october);
        assertThat(answer.at("/tickets").size()).isBetween(1, 300);
        assertThat(answer.at("/tickets").valueStream().map(ticket -> ticket.at("/generated_timestamp")
                        .asLong()))
                .isSorted()
                .allMatch(changed -> changed >= october);
    }

    @Test
    void organisations_goOnByTime_andUsersNameTheirs() throws Exception {
        String path = "/api/v2/incremental/organizations.json";
        Client.Answer first = zendesk.get(path, "start_time", 0, "per_page", 100);
        assertThat(first.at("/end_of_stream").asBoolean()).isFalse();
        Client.Answer next =
                zendesk.get(path, "start_time", first.at("/end_time").asLong(), "per_page", 100);
        List<Long> ids = ids(first, "organizations");
        assertThat(ids(next, "organizations")).contains(ids.get(ids.size() - 1));
        Client.Answer users = zendesk.get("/api/v2/incremental/users/cursor.json", "start_time", 0);
        assertThat(users.at("/users/0/organization_id").asLong()).isPositive();
    }

    @Test
    void ratings_comePageByPage() throws Exception {
        String path = "/api/v2/satisfaction_ratings.json";
        Client.Answer first = zendesk.get(path, "page[size]", 100);
        assertThat(first.at("/meta/has_more").asBoolean()).isTrue();
        Client.Answer second = zendesk.get(path, "page[size]", 100, "page[after]", first.text("/meta/after_cursor"));
        assertThat(ids(second, "satisfaction_ratings"))
                .hasSize(100)
                .doesNotContainAnyElementsOf(ids(first, "satisfaction_ratings"));
    }

    @Test
    void eleventhCallWithinAMinute_isToldToWait() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(zendesk.get(TICKETS, "start_time", 0, "per_page", 1).status())
                    .isEqualTo(200);
            sandbox.pass(1);
        }
        Client.Answer refused = zendesk.get(TICKETS, "start_time", 0);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("50");
        sandbox.pass(50);
        assertThat(zendesk.get(TICKETS, "start_time", 0, "per_page", 1).status())
                .isEqualTo(200);
    }

    @Test
    void mistakes_areToldInZendesksWords() throws Exception {
        assertThat(zendesk.get(TICKETS).status()).isEqualTo(400);
        assertThat(zendesk.get(TICKETS, "start_time", 1793491200).text("/error"))
                .isEqualTo("StartTimeTooRecent");
        assertThat(zendesk.get("/api/v2/other.json").status()).isEqualTo(404);
        Client.Answer refused = sandbox.client("/zendesk")
                .basic("admin@example.jp/token", "wrong")
                .get(TICKETS);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/error")).isEqualTo("Couldn't authenticate you");
    }

    private static List<Long> ids(Client.Answer answer, String name) {
        return answer.at("/" + name)
                .valueStream()
                .map(item -> item.at("/id").asLong())
                .toList();
    }
}
