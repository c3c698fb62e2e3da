package dev.kenshin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.vendor.Shipped;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JiraTest {
    private static final String SEARCH = "/rest/api/3/search/jql";
    private static SampleSandbox sandbox;

    private Client jira;

    @BeforeAll
    static void start() throws Exception {
        sandbox = new SampleSandbox();
    }

    @BeforeEach
    void login() {
        jira = sandbox.client("/jira").basic("admin@example.jp", Sandbox.TOKEN);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void issues_areTheStepsOfOnboarding() throws Exception {
        Shipped.Reading reading = shipped().read("issues");
        assertThat(reading.keys()).hasSize(720).doesNotHaveDuplicates();
        assertThat(reading.records())
                .filteredOn(issue -> "ONB-1".equals(issue.fields().get("key")))
                .singleElement()
                .satisfies(issue -> assertThat(issue.fields())
                        .containsEntry("summary", "キックオフ")
                        .containsEntry("status.name", "完了")
                        .containsEntry("duedate", "2024-04-15")
                        .containsEntry("resolutiondate", "2024-04-21T18:00:00.000+0900")
                        .containsEntry("customfield_10101", "C0001")
                        .containsEntry("customfield_10102", 1L));
        assertThat(reading.records())
                .filteredOn(issue -> issue.fields().get("resolutiondate") == null)
                .hasSize(22);
    }

    @Test
    void changedIssues_areThosePlannedOrCompletedSince() throws Exception {
        Shipped jira = shipped().config("start_date", "2026-10-01");
        Shipped.Reading first = jira.read("changed_issues");
        assertThat(first.records()).hasSizeBetween(1, 100).allSatisfy(issue -> assertThat(
                        (String) issue.fields().get("updated"))
                .startsWith("2026-10-"));
        assertThat(jira.read("changed_issues", first.cursor()).keys())
                .isNotEmpty()
                .isSubsetOf(first.keys());
    }

    @Test
    void projects_areRead() throws Exception {
        assertThat(shipped().read("projects").keys()).containsExactly("10000");
    }

    @Test
    void onlyIdsCome_unlessFieldsAreNamed() throws Exception {
        Client.Answer ids = jira.get(SEARCH, "jql", "project = ONB", "maxResults", 1000);
        assertThat(ids.at("/issues").size()).isEqualTo(720);
        assertThat(ids.at("/isLast").asBoolean()).isTrue();
        assertThat(ids.at("/issues/0")).hasToString("{\"id\":\"10001\"}");
        Client.Answer some = jira.get(SEARCH, "jql", "project = ONB", "maxResults", 1000, "fields", "duedate");
        assertThat(some.at("/issues").size()).isEqualTo(100);
        assertThat(some.at("/issues/0/fields")).hasToString("{\"duedate\":\"2024-04-15\"}");
        assertThat(some.text("/nextPageToken")).isNotEmpty();
    }

    @Test
    void conditions_areThoseOfJql() throws Exception {
        String jql = "project in (ONB, CS) AND (duedate >= 2026-09-01 or cf[10101] = C0001)"
                + " AND resolution_date is not empty";
        assertThat(jira.get(SEARCH, "jql", jql).text("/errorMessages/0")).contains("'resolution_date'");
        String right = jql.replace("resolution_date", "resolved") + " ORDER BY duedate DESC, key";
        Client.Answer answer = jira.get(SEARCH, "jql", right, "fields", "duedate,status", "maxResults", 100);
        assertThat(answer.at("/issues").valueStream().map(issue -> issue.at("/fields/duedate")
                        .asString()))
                .hasSizeGreaterThan(6)
                .contains("2024-04-15")
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(answer.at("/issues").valueStream().map(issue -> issue.at("/fields/status/name")
                        .asString()))
                .containsOnly("完了");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "order by created asc",
                "projekt = CS",
                "project = ",
                "updated >= \"yesterday\"",
                "(project = ONB",
                "project = ONB)",
                "project of ONB",
                "project = ONB order by created backwards"
            })
    void searchesThatMakeNoSense_areRefused(String jql) throws Exception {
        Client.Answer answer = jira.get(SEARCH, "jql", jql);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errorMessages/0")).isNotEmpty();
    }

    @Test
    void wrongToken_opensNothing_andAForeignPageTokenLeadsNowhere() throws Exception {
        assertThat(sandbox.client("/jira").get(SEARCH, "jql", "project = ONB").status())
                .isEqualTo(401);
        assertThat(sandbox.client("/jira")
                        .basic("admin@example.jp", "wrong")
                        .get(SEARCH)
                        .status())
                .isEqualTo(401);
        assertThat(sandbox.client("/jira")
                        .header("Authorization", "Basic ?")
                        .get(SEARCH)
                        .status())
                .isEqualTo(401);
        assertThat(jira.get(SEARCH, "jql", "project = ONB", "nextPageToken", "eHg")
                        .status())
                .isEqualTo(400);
        assertThat(jira.get("/rest/api/3/search").status()).isEqualTo(404);
    }

    private static Shipped shipped() {
        return Shipped.manifest("jira", sandbox.url() + "/jira")
                .config("email", "admin@example.jp")
                .config("api_token", Sandbox.TOKEN)
                .config("jql", "project = ONB")
                .config("fields", List.of(JiraSite.CUSTOMER_FIELD, JiraSite.POSITION_FIELD));
    }
}
