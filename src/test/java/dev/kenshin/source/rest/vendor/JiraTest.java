package dev.kenshin.source.rest.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.Api;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JiraTest {
    private static final String ISSUE = """
            {"expand": "x", "id": "1000%1$d", "key": "CS-%1$d", "self": "https://example.com",
             "fields": {"summary": "初期設定", "status": {"self": "x", "name": "進行中"}, "customfield_10050": "C%1$d",
               "assignee": {"displayName": "佐藤", "avatarUrls": {"16x16": "x"}}, "priority": null,
               "updated": "2026-10-0%1$dT09:00:00.000+0900", "labels": ["a", "b"]}}""";

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
    void issues_areSearchedFor_withinACondition_tokenByToken() throws Exception {
        Shipped.Reading reading = jira().read("issues");
        assertThat(reading.keys()).containsExactly("10001", "10002", "10003");
        assertThat(reading.full()).isTrue();
        assertThat(api.queries("nextPageToken")).containsExactly("", "t1");
        assertThat(api.queries("jql")).containsOnly("updated >= \"2026-10-01 00:00\" order by created asc");
        assertThat(api.queries("maxResults")).containsOnly("100");
        String both = Base64.getEncoder().encodeToString(("ops@example.com:" + Shipped.SECRET).getBytes(UTF_8));
        assertThat(api.calls())
                .allSatisfy(call -> assertThat(call.header("Authorization")).isEqualTo("Basic " + both));
    }

    @Test
    void fields_areThoseOfTheRecord() throws Exception {
        Shipped jira = jira().config("fields", List.of("customfield_10050"));
        assertThat(jira.read("issues").fields(0))
                .containsEntry("key", "CS-1")
                .containsEntry("summary", "初期設定")
                .containsEntry("status.name", "進行中")
                .containsEntry("assignee.displayName", "佐藤")
                .containsEntry("priority", null)
                .containsEntry("labels", "[\"a\",\"b\"]")
                .containsEntry("customfield_10050", "C1")
                .doesNotContainKeys("self", "expand", "status.self", "assignee.avatarUrls.16x16");
        assertThat(api.queries("fields").get(0)).startsWith("summary,status,").endsWith(",timespent,customfield_10050");
    }

    @Test
    void changedIssues_goOnFromADayBeforeTheLastChange() throws Exception {
        Shipped jira = jira().config("jql", "project in (CS) or labels = churn");
        Shipped.Reading first = jira.read("changed_issues");
        assertThat(first.full()).isFalse();
        api.calls().clear();
        jira.read("changed_issues", first.cursor());
        assertThat(api.queries("jql"))
                .containsOnly("(project in (CS) or labels = churn) and updated >= \"2026-10-02 09:00\""
                        + " order by created asc");
    }

    @Test
    void projects_areReadPageByPage() throws Exception {
        assertThat(jira().read("projects").keys()).hasSize(51);
        assertThat(api.queries("startAt")).containsExactly("", "50");
    }

    @Test
    void rateLimit_isWaitedForAsLongAsJiraSays() throws Exception {
        busy.set(true);
        Shipped jira = jira();
        assertThat(jira.read("issues").keys()).hasSize(3);
        assertThat(jira.waits).containsExactly(Duration.ofSeconds(12));
    }

    @Test
    void error_isTold_asJiraSaysIt() {
        assertThat(jira().config("jql", "projekt = CS").problem("issues"))
                .contains("400", "Field 'projekt' does not exist");
    }

    @Test
    void everyStream_canBeRead() {
        assertThat(jira().offer("issues")).contains("3/3 streams");
    }

    private Shipped jira() {
        return Shipped.manifest("jira", api)
                .config("email", "ops@example.com")
                .config("api_token", "${TOKEN}")
                .config("start_date", "2026-10-01");
    }

    private Answer answer(Call call) {
        if (busy.getAndSet(false)) {
            return Answer.of(429, "").with("Retry-After", "12");
        }
        if (call.path().equals("/rest/api/3/project/search")) {
            return projects(call.number("startAt"));
        }
        if (call.query().getOrDefault("jql", "").contains("projekt")) {
            return Answer.of(
                    400,
                    "{\"errorMessages\": [\"Field 'projekt' does not exist or you cannot see it.\"], \"errors\": {}}");
        }
        return call.query().containsKey("nextPageToken")
                ? Answer.json("{\"issues\": [" + ISSUE.formatted(3) + "], \"isLast\": true}")
                : Answer.json("{\"issues\": [" + ISSUE.formatted(1) + ", " + ISSUE.formatted(2)
                        + "], \"isLast\": false, \"nextPageToken\": \"t1\"}");
    }

    private static Answer projects(int from) {
        StringBuilder values = new StringBuilder();
        for (int id = from; id < Math.min(from + 50, 51); id++) {
            values.append(id == from ? "" : ", ")
                    .append("{\"id\": \"")
                    .append(id)
                    .append("\", \"key\": \"P\"}");
        }
        return Answer.json("{\"values\": [" + values + "], \"total\": 51}");
    }
}
