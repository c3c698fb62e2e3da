package dev.kenshin.source.rest.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.Api;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final String ISSUE = """
            {"id": %1$d, "projectId": 10, "issueKey": "CS-%1$d", "summary": "初期設定", "actualHours": 1.5,
             "issueType": {"id": 2, "name": "タスク"}, "status": {"id": 1, "name": "未対応"},
             "assignee": {"id": 3, "name": "佐藤", "nulabAccount": {"nulabId": "x"}}, "updated": "2026-10-0%1$dT20:00:00Z",
             "customFields": [{"id": 1, "name": "顧客番号", "value": "C%1$d"},
               {"id": 2, "name": "製品", "value": {"id": 5, "name": "基本"}},
               {"id": 3, "name": "関係者", "value": [{"id": 6, "name": "加藤"}, {"id": 7, "name": "伊藤"}]},
               {"id": 4, "name": "備考", "value": null}], "attachments": [], "sharedFiles": [], "stars": []}""";

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
    void issues_areReadPageByPage_inTheOrderInWhichTheyWereMade() throws Exception {
        Shipped.Reading reading = backlog().read("issues");
        assertThat(reading.keys()).containsExactly("1", "2", "3", "4", "5");
        assertThat(reading.full()).isTrue();
        assertThat(api.queries("offset")).containsExactly("", "2", "4");
        assertThat(api.calls()).allSatisfy(call -> assertThat(call.query())
                .containsEntry("apiKey", Shipped.SECRET)
                .containsEntry("projectId[]", "10,20")
                .containsEntry("sort", "created")
                .containsEntry("order", "asc")
                .containsEntry("count", "2"));
    }

    @Test
    void customAttributes_areFields_underTheirNames() throws Exception {
        assertThat(backlog().read("issues").fields(0))
                .containsEntry("issueKey", "CS-1")
                .containsEntry("issueType.name", "タスク")
                .containsEntry("assignee.name", "佐藤")
                .containsEntry("custom_field.顧客番号", "C1")
                .containsEntry("custom_field.製品", "基本")
                .containsEntry("custom_field.関係者", "加藤, 伊藤")
                .containsEntry("custom_field.備考", null)
                .doesNotContainKeys("customFields", "assignee.nulabAccount.nulabId", "stars");
    }

    @Test
    void changedIssues_areAskedForByDay_fromTheDayBeforeTheLastChange() throws Exception {
        Shipped backlog = backlog().config("start_date", "2026-10-01");
        Shipped.Reading first = backlog.read("changed_issues");
        assertThat(first.full()).isFalse();
        assertThat(api.queries("updatedSince")).containsOnly("2026-10-01");
        api.calls().clear();
        assertThat(backlog.read("changed_issues", first.cursor()).keys()).containsExactly("4", "5");
        assertThat(api.queries("updatedSince")).containsOnly("2026-10-04");
    }

    @Test
    void projects_areRead() throws Exception {
        assertThat(backlog().read("projects").keys()).containsExactly("10");
    }

    @Test
    void rateLimit_isWaitedFor_untilTheMinuteIsOver() throws Exception {
        busy.set(true);
        Shipped backlog = backlog();
        assertThat(backlog.read("issues").keys()).hasSize(5);
        assertThat(backlog.waits).containsExactly(Duration.ofSeconds(42));
    }

    @Test
    void error_isTold_withoutTheKey() {
        assertThat(backlog().config("api_key", "wrong").problem("issues"))
                .contains("401", "Authentication failure. (11)")
                .doesNotContain("wrong");
    }

    @Test
    void everyStream_canBeRead() {
        assertThat(backlog().offer("issues")).contains("3/3 streams");
    }

    private Shipped backlog() {
        return Shipped.manifest("backlog", api)
                .config("api_key", "${TOKEN}")
                .config("project_ids", List.of(10L, 20L))
                .config("page_size", 2L);
    }

    private Answer answer(Call call) {
        if (busy.getAndSet(false)) {
            return Answer.of(
                            429,
                            "{\"errors\": [{\"message\": \"Too many requests.\", \"code\": 13, \"moreInfo\": \"\"}]}")
                    .with("X-RateLimit-Reset", "1793491242"); // 2026-11-01T00:00:42Z
        }
        if (!call.query().getOrDefault("apiKey", "").equals(Shipped.SECRET)) {
            return Answer.of(
                    401,
                    "{\"errors\": [{\"message\": \"Authentication failure.\", \"code\": 11, \"moreInfo\": \"\"}]}");
        }
        if (call.path().equals("/api/v2/projects")) {
            return Answer.json("[{\"id\": 10, \"projectKey\": \"CS\", \"name\": \"導入支援\"}]");
        }
        String since = call.query().getOrDefault("updatedSince", "");
        return Answer.json(IntStream.rangeClosed(1, 5)
                .filter(id -> "2026-10-0%d".formatted(id).compareTo(since) >= 0)
                .skip(call.number("offset"))
                .limit(call.number("count"))
                .mapToObj(ISSUE::formatted)
                .collect(Collectors.joining(", ", "[", "]")));
    }
}
