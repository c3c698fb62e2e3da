package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.problem.Problem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.Api.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where calls go, what they carry, and where they must not go. */
class AddressesTest {
    private static final String NEXT = """
            paginator:
              type: DefaultPaginator
              page_token_option: { type: RequestPath }
              pagination_strategy: { type: CursorPagination, cursor_value: "{{ response.get('next') }}" }
            """;

    @TempDir
    Path directory;

    @Test
    void parameters_areEncoded_listsRepeated_andThoseOfTheAddressNotDoubled() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": []}"))) {
            Connector.ofStream(directory, api, """
                    path: "/items?fixed=1&a=b c"
                    request_parameters:
                      fixed: "1"
                      q: "x&y=東京"
                      fields: "{{ ['a', 'b'] }}"
                      number: 5
                      empty: "{{ config.get('nothing', '') }}"
                      states: "['open', 'closed']"
                      between: "'[{{ 1 }}, {{ 2 }}]'"
                      flag: "{{ 1 == 1 }}"
                    """, "", "").keys();
            assertThat(api.calls().get(0).query())
                    .containsEntry("fixed", "1")
                    .containsEntry("a", "b c")
                    .containsEntry("q", "x&y=東京")
                    .containsEntry("fields", "a,b")
                    .containsEntry("number", "5")
                    .containsEntry("states", "open,closed")
                    .containsEntry("between", "[1, 2]")
                    .containsEntry("flag", "True")
                    .doesNotContainKey("empty");
        }
    }

    @Test
    void headers_areReadAsLiterals_soThatQuotesKeepVersionsWhole() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": []}"))) {
            Connector.ofStream(directory, api, """
                    request_headers:
                      X-Version: "'2.10'"
                      X-Date: "2022-11-15"
                      X-Account: "{{ config.get('account') }}"
                    """, "", "").keys();
            assertThat(api.calls().get(0).header("X-Version")).isEqualTo("2.10");
            assertThat(api.calls().get(0).header("X-Date")).isEqualTo("2022-11-15");
            assertThat(api.calls().get(0).headers().keySet()).noneMatch("X-Account"::equalsIgnoreCase);
        }
    }

    @Test
    void form_isSentAsSuch() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": []}"))) {
            Connector.ofStream(directory, api, """
                    http_method: POST
                    request_body: { type: RequestBodyUrlEncodedForm, value: { a: "{{ 1 + 1 }}", b: "x y" } }
                    request_headers: { X-Odd: "{{ 'a' ~ 1 }}" }
                    """, "", "").keys();
            assertThat(api.calls().get(0).body()).isEqualTo("a=2&b=x+y");
            assertThat(api.calls().get(0).header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(api.calls().get(0).header("X-Odd")).isEqualTo("a1");
        }
    }

    @Test
    void graphQl_isSentAsJson() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": []}"))) {
            Connector.ofStream(directory, api, """
                    http_method: POST
                    request_body: { type: RequestBodyGraphQL, value: { query: "{ items { id } }" } }
                    """, "", "").keys();
            assertThat(api.calls().get(0).body()).isEqualTo("{\"query\":\"{ items { id } }\"}");
        }
    }

    @Test
    void nextPageOnAnotherHost_isRefused_andGetsNoCredentials() throws Exception {
        try (Api other = Api.answering(call -> Answer.json("{\"items\": [{\"id\": 666}]}"));
                Api api = Api.answering(call -> Answer.json(
                        "{\"items\": [{\"id\": 1}], \"next\": \"" + other.url() + "/items?token=s3cr3t-token\"}"))) {
            Connector connector = Connector.ofStream(
                            directory, api, "request_headers: { X-Token: \"{{ config['token'] }}\" }", NEXT, "")
                    .config("token", "${TOKEN}");
            Problem problem = Objects.requireNonNull(catchThrowableOfType(SourceUnavailable.class, connector::keys))
                    .problem();
            assertThat(problem.code()).startsWith("KEN-H");
            assertThat(problem.toString()).doesNotContain("s3cr3t-token");
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void failedExpression_quotesNoSecret() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": []}"))) {
            Connector connector = Connector.ofStream(
                            directory,
                            api,
                            "request_parameters: { until: \"{{ duration(config['token']) }}\" }",
                            "",
                            "")
                    .config("token", "${TOKEN}");
            Problem problem = Objects.requireNonNull(catchThrowableOfType(SourceUnavailable.class, connector::keys))
                    .problem();
            assertThat(problem.code()).isEqualTo("KEN-R10");
            assertThat(problem.toString()).contains("***").doesNotContain("s3cr3t-token");
        }
    }

    @Test
    void nextPageOnAnotherHost_isReadWhereTheSourceAllowsIt() throws Exception {
        try (Api other = Api.answering(call -> Answer.json("{\"items\": [{\"id\": 2}]}"));
                Api api = Api.answering(
                        call -> Answer.json("{\"items\": [{\"id\": 1}], \"next\": \"" + other.url() + "/items\"}"))) {
            Connector connector = Connector.ofStream(directory, api, "", NEXT, "")
                    .option("allow-hosts", List.of(other.url().replace("http://", "")));
            assertThat(connector.keys()).containsExactly("1", "2");
        }
    }

    @Test
    void addressThatIsNone_isExplained() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{}"))) {
            Connector connector = Connector.ofStream(directory, api, "url_base: \"{{ config['x'] }}\"", "", "")
                    .config("x", "no address");
            Problem problem = Objects.requireNonNull(catchThrowableOfType(SourceUnavailable.class, connector::keys))
                    .problem();
            assertThat(problem.code()).isEqualTo("KEN-R11");
            assertThat(problem.message().ja()).contains("no address");
        }
    }
}
