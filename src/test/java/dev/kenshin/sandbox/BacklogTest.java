package dev.kenshin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.vendor.Shipped;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacklogTest {
    private static final String ISSUES = "/api/v2/issues";

    private SampleSandbox sandbox;

    @BeforeEach
    void start() throws Exception {
        sandbox = new SampleSandbox();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void issues_areTheLinesOfWork_withTheirHours() throws Exception {
        Shipped.Reading reading = shipped().read("issues");
        assertThat(reading.keys()).hasSize(672).doesNotHaveDuplicates().startsWith("500001", "500002");
        assertThat(reading.fields(0))
                .containsEntry("issueKey", "CS-1")
                .containsEntry("startDate", "2025-10-01T00:00:00Z")
                .containsEntry("issueType.name", "トレーニング")
                .containsEntry("assignee.name", "榊 健太")
                .containsEntry("custom_field.案件番号", "P-0049")
                .containsEntry("custom_field.顧客名", "暁堰精機")
                .containsEntry("description", "");
        assertThat(reading.records().stream().limit(3).map(issue -> issue.fields()
                        .get("actualHours")))
                .map(Object::toString)
                .containsExactly("2", "2.5", "1");
    }

    @Test
    void changedIssues_areThoseOfTheDaysSince() throws Exception {
        Shipped backlog = shipped().config("start_date", "2026-10-01");
        Shipped.Reading first = backlog.read("changed_issues");
        assertThat(first.keys()).hasSizeBetween(10, 200);
        assertThat(first.records())
                .allSatisfy(issue ->
                        assertThat((String) issue.fields().get("startDate")).startsWith("2026-10-"));
        Shipped.Reading second = backlog.read("changed_issues", first.cursor());
        assertThat(second.records()).isNotEmpty().allSatisfy(issue -> assertThat(
                        (String) issue.fields().get("startDate"))
                .isGreaterThan("2026-10-28"));
    }

    @Test
    void projects_areRead() throws Exception {
        assertThat(shipped().read("projects").keys()).containsExactly("10001");
    }

    @Test
    void latestTwentyIssues_comeUnlessAskedForOtherwise() throws Exception {
        Client.Answer answer = backlog(ISSUES);
        assertThat(answer.at("").size()).isEqualTo(20);
        assertThat(answer.text("/0/issueKey")).isEqualTo("CS-672");
        assertThat(backlog(ISSUES + "/count", "createdUntil", "2025-10-01")
                        .at("/count")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void everyAnswer_tellsHowOftenStill_andTheCallTooMuchIsToldToWait() throws Exception {
        assertThat(backlog(ISSUES, "count", 1).header("X-RateLimit-Remaining")).isEqualTo("149");
        for (int i = 1; i < 150; i++) {
            backlog(ISSUES, "count", 1);
        }
        sandbox.pass(10);
        Client.Answer refused = backlog(ISSUES, "count", 1);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/errors/0/code")).isEqualTo("13");
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("150");
        assertThat(refused.header("X-RateLimit-Reset")).isEqualTo("1793491260"); // 2026-11-01T00:01:00Z
        assertThat(backlog("/api/v2/projects").status()).isEqualTo(200);
        sandbox.pass(50);
        assertThat(backlog(ISSUES, "count", 1).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "count, 101, 400, 7",
        "offset, x, 400, 7",
        "updatedSince, 2026/10/01, 400, 7",
        "projectId[], 77, 404, 6",
        "apiKey, wrong, 401, 11"
    })
    void mistakes_areToldWithTheirNumber(String parameter, String value, int status, String code) throws Exception {
        Client.Answer answer = sandbox.client("/backlog")
                .get(ISSUES, parameter, value, parameter.equals("apiKey") ? "x" : "apiKey", Sandbox.TOKEN);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    }

    private Client.Answer backlog(String path, Object... parameters) throws Exception {
        Object[] all = new Object[parameters.length + 2];
        System.arraycopy(parameters, 0, all, 0, parameters.length);
        all[parameters.length] = "apiKey";
        all[parameters.length + 1] = Sandbox.TOKEN;
        return sandbox.client("/backlog").get(path, all);
    }

    private Shipped shipped() {
        return Shipped.manifest("backlog", sandbox.url() + "/backlog")
                .config("api_key", Sandbox.TOKEN)
                .config("project_ids", List.of(BacklogSpace.PROJECT));
    }
}
