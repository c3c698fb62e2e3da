package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a manifest can ask for one page after the other. */
class PagesTest {
    private static final List<String> SEVEN = List.of("1", "2", "3", "4", "5", "6", "7");

    @TempDir
    Path directory;

    @Test
    void pagesAreCounted_untilOneIsShort() throws Exception {
        try (Api api = Api.answering(call -> items(3 * (call.number("page") - 1), 3))) {
            assertThat(paginated(api, """
                    page_size_option: { inject_into: request_parameter, field_name: per_page }
                    page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: page }
                    pagination_strategy:
                      { type: PageIncrement, page_size: 3, start_from_page: 1, inject_on_first_request: true }
                    """).keys()).isEqualTo(SEVEN);
            assertThat(api.queries("page")).containsExactly("1", "2", "3");
            assertThat(api.queries("per_page")).containsOnly("3");
        }
    }

    @Test
    void firstPage_isAskedForWithoutANumber_unlessTheManifestSaysSo() throws Exception {
        try (Api api = Api.answering(call -> items(3 * call.number("page"), 3))) {
            assertThat(paginated(api, """
                    page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: page }
                    pagination_strategy: { type: PageIncrement, page_size: 3 }
                    """).keys()).isEqualTo(SEVEN);
            assertThat(api.queries("page")).containsExactly("", "1", "2");
        }
    }

    @Test
    void withoutAPageSize_anEmptyPageIsTheLast() throws Exception {
        try (Api api = Api.answering(call -> items(3 * Integer.parseInt("0" + call.header("X-Page")), 3))) {
            assertThat(paginated(api, """
                    page_token_option: { type: RequestOption, inject_into: header, field_name: X-Page }
                    pagination_strategy: { type: PageIncrement }
                    """).keys()).isEqualTo(SEVEN);
            assertThat(api.calls()).hasSize(4);
        }
    }

    @Test
    void recordsAreCounted_whateverAFilterLeaves() throws Exception {
        try (Api api = Api.answering(call -> items(call.number("offset"), 3))) {
            Connector connector = Connector.ofStream(directory, api, "", """
                    paginator:
                      type: DefaultPaginator
                      page_size_option: { inject_into: request_parameter, field_name: limit }
                      page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: offset }
                      pagination_strategy: { type: OffsetIncrement, page_size: 3 }
                    record_selector:
                      type: RecordSelector
                      extractor: { type: DpathExtractor, field_path: [items] }
                      record_filter: { type: RecordFilter, condition: "{{ record.id > 5 }}" }
                    """, "");
            assertThat(connector.keys()).containsExactly("6", "7");
            assertThat(api.queries("offset")).containsExactly("", "3", "6");
        }
    }

    @Test
    void cursorIsReadOutOfThePage_untilItIsEmpty() throws Exception {
        try (Api api = Api.answering(call -> withNext(call, "\"next\": \"%s\""))) {
            assertThat(paginated(api, """
                    page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: after }
                    pagination_strategy: { type: CursorPagination, cursor_value: "{{ response.get('next') }}" }
                    """).keys()).isEqualTo(SEVEN);
            assertThat(api.queries("after")).containsExactly("", "3", "6");
        }
    }

    @Test
    void stopCondition_endsBeforeTheCursorIsLookedAt() throws Exception {
        try (Api api = Api.answering(call -> withNext(call, "\"next\": \"%s\""))) {
            assertThat(paginated(api, """
                    page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: after }
                    pagination_strategy:
                      type: CursorPagination
                      cursor_value: "{{ last_record['id'] }}"
                      stop_condition: "{{ last_record.id >= 6 or last_page_size == 0 }}"
                    """).keys()).containsExactly("1", "2", "3", "4", "5", "6");
            assertThat(api.queries("after")).containsExactly("", "3");
        }
    }

    @Test
    void cursorMayBeTheAddressOfTheNextPage() throws Exception {
        String[] base = new String[1];
        try (Api api =
                Api.answering(call -> withNext(call, "\"next\": \"" + base[0] + "/items?after=%s&filter[a]=b c\""))) {
            base[0] = api.url();
            assertThat(paginated(api, """
                    page_token_option: { type: RequestPath }
                    pagination_strategy: { type: CursorPagination, cursor_value: "{{ response.get('next') }}" }
                    """).keys()).isEqualTo(SEVEN);
            assertThat(api.queries("filter[a]")).containsExactly("", "b c", "b c");
        }
    }

    @Test
    void linkHeader_isReadAsSuch() throws Exception {
        try (Api api = Api.answering(call -> {
            int after = call.number("after");
            Answer answer = items(after, 3);
            return after + 3 > 6 ? answer : answer.with("Link", "</items?after=" + (after + 3) + ">; rel=\"next\"");
        })) {
            assertThat(paginated(api, """
                    page_token_option: { type: RequestPath }
                    pagination_strategy:
                      type: CursorPagination
                      cursor_value: "{{ headers['link']['next']['url'] }}"
                      stop_condition: "{{ 'next' not in headers['link'] }}"
                    """).keys()).isEqualTo(SEVEN);
        }
    }

    @Test
    void tokenMayGoIntoTheBody() throws Exception {
        try (Api api = Api.answering(call -> items(call.body().contains("\"after\":3") ? 3 : 0, 3))) {
            Connector connector = Connector.ofStream(directory, api, """
                    http_method: POST
                    request_body_json: { query: { kind: "{{ config['kind'] }}" }, limit: "{{ 1 + 2 }}" }
                    """, """
                    paginator:
                      type: DefaultPaginator
                      page_token_option: { type: RequestOption, inject_into: body_json, field_path: [page, after] }
                      pagination_strategy:
                        type: CursorPagination
                        cursor_value: "{{ last_record['id'] }}"
                        stop_condition: "{{ last_record['id'] > 3 }}"
                    """, "");
            assertThat(connector.config("kind", "open").keys()).containsExactly("1", "2", "3", "4", "5", "6");
            assertThat(api.calls().get(1).body())
                    .isEqualTo("{\"query\":{\"kind\":\"open\"},\"limit\":3,\"page\":{\"after\":3}}");
            assertThat(api.calls().get(1).header("Content-Type")).isEqualTo("application/json");
        }
    }

    @Test
    void tokenMayStayTheSame_whereTheServerScrolls() throws Exception {
        AtomicInteger page = new AtomicInteger();
        try (Api api = Api.answering(call ->
                Answer.json("{\"items\": [" + json(3 * page.getAndIncrement(), 3) + "], \"scroll\": \"s1\"}"))) {
            assertThat(paginated(api, """
                    page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: scroll }
                    pagination_strategy:
                      type: CursorPagination
                      cursor_value: "{{ response.scroll }}"
                      stop_condition: "{{ response['items'] | length == 0 }}"
                    """).keys()).isEqualTo(SEVEN);
            assertThat(api.queries("scroll")).containsExactly("", "s1", "s1", "s1");
        }
    }

    @Test
    void pageThatNamesItselfAsTheNext_isNotAskedForForEver() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": [{\"id\": 1}], \"next\": \"x\"}"))) {
            Connector connector = paginated(api, """
                    page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: after }
                    pagination_strategy: { type: CursorPagination, cursor_value: "{{ response.next }}" }
                    """);
            assertThatThrownBy(connector::keys).isInstanceOfSatisfying(SourceUnavailable.class, e -> assertThat(
                            e.problem().code())
                    .isEqualTo("KEN-R23"));
            assertThat(api.calls()).hasSize(2);
        }
    }

    @Test
    void apiThatIgnoresTheNumberOfThePage_isNotAskedForEver() throws Exception {
        try (Api api = Api.answering(call -> items(0, 7))) {
            Connector connector = paginated(api, """
                    page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: page }
                    pagination_strategy: { type: PageIncrement, page_size: 7 }
                    """);
            assertThatThrownBy(connector::keys).isInstanceOfSatisfying(SourceUnavailable.class, e -> assertThat(
                            e.problem().code())
                    .isEqualTo("KEN-R23"));
            assertThat(api.calls()).hasSize(11);
        }
    }

    @Test
    void withoutPagination_thereIsOneCall() throws Exception {
        try (Api api = Api.answering(call -> items(0, 7))) {
            Connector connector = Connector.ofStream(directory, api, "", "paginator: { type: NoPagination }", "");
            Connector.Reading reading = connector.read(Optional.empty());
            assertThat(reading.keys()).isEqualTo(SEVEN);
            assertThat(reading.full()).isTrue();
            assertThat(reading.cursor()).isEmpty();
            assertThat(api.calls()).hasSize(1);
        }
    }

    private Connector paginated(Api api, String paginator) throws IOException {
        return Connector.ofStream(
                directory, api, "", "paginator:\n  type: DefaultPaginator\n" + paginator.indent(2), "");
    }

    /** So many of the seven items. */
    private static Answer items(int from, int size) {
        return Answer.json("{\"items\": [" + json(from, size) + "]}");
    }

    private static Answer withNext(Call call, String next) {
        int after = call.number("after");
        String more = after + 3 > 6 ? "" : ", " + next.formatted(after + 3);
        return Answer.json("{\"items\": [" + json(after, 3) + "]" + more + "}");
    }

    private static String json(int from, int size) {
        return IntStream.rangeClosed(from + 1, Math.min(from + size, 7))
                .mapToObj(id -> "{\"id\": " + id + "}")
                .collect(Collectors.joining(", "));
    }
}
