package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls carry: bodies of every form, and what pages, slices and windows add to them. */
class CallsTest {
    @TempDir
    Path directory;

    @Test
    void bodyData_isAForm_orAnyTextWhereItIsOne() throws Exception {
        assertThat(body("request_body_data: { from: \"{{ 6 * 7 }}\", to: 'a b' }"))
                .satisfies(call -> {
                    assertThat(call.body()).isEqualTo("from=42&to=a+b");
                    assertThat(call.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
                });
        assertThat(body("request_body_data: \"<ids>{{ [1, 2] | join(',') }}</ids>\""))
                .extracting(Call::body)
                .isEqualTo("<ids>1,2</ids>");
    }

    @Test
    void requestBody_mayBeAnObjectOrPlainText() throws Exception {
        assertThat(
                        body(
                                "request_body: { type: RequestBodyJsonObject, value: { n: \"{{ 6 * 7 }}\", m: { k: v, none: \"{{ next_page_token['x'] }}\" } } }"))
                .extracting(Call::body)
                .isEqualTo("{\"n\":42,\"m\":{\"k\":\"v\"}}");
        assertThat(body("request_body: { type: RequestBodyPlainText, value: \"n={{ 6 * 7 }};\" }"))
                .extracting(Call::body)
                .isEqualTo("n=42;");
    }

    @Test
    void pageGoesIntoTheForm() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": [{\"id\": 1}]}"))) {
            Connector.ofStream(directory, api, "http_method: POST\nrequest_body_data: { kind: open }", """
                    paginator:
                      type: DefaultPaginator
                      page_size_option: { type: RequestOption, inject_into: body_data, field_name: limit }
                      page_token_option: { type: RequestOption, inject_into: body_data, field_name: page }
                      pagination_strategy:
                        { type: PageIncrement, page_size: 2, start_from_page: 1, inject_on_first_request: true }
                    """, "")
                    .keys();
            assertThat(api.calls()).singleElement().extracting(Call::body).isEqualTo("kind=open&limit=2&page=1");
        }
    }

    /** As with manifests that hand a {@code field_path} for extractors down to every component. */
    @Test
    void optionWithAnEmptyPath_goesByItsName() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": []}"))) {
            Connector.ofStream(directory, api, "", """
                    paginator:
                      type: DefaultPaginator
                      page_size_option: { inject_into: request_parameter, field_name: limit, field_path: [] }
                      pagination_strategy: { type: OffsetIncrement, page_size: 9 }
                    """, "").keys();
            assertThat(api.queries("limit")).containsExactly("9");
        }
    }

    @Test
    void slice_isToldOnTheFirstPageOnly_whereTheManifestSaysSo() throws Exception {
        try (Api api = Api.answering(CallsTest::twoPages)) {
            Connector.ofStream(directory, api, "", """
                    ignore_stream_slicer_parameters_on_paginated_requests: true
                    partition_router:
                      type: ListPartitionRouter
                      cursor_field: owner
                      values: [shop]
                      request_option: { inject_into: request_parameter, field_name: owner }
                    paginator:
                      type: DefaultPaginator
                      page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: after }
                      pagination_strategy: { type: CursorPagination, cursor_value: "{{ response.get('next') }}" }
                    """, IncrementsTest.CURSOR)
                    .config("start_date", "2026-10-01T00:00:00Z")
                    .keys();
            assertThat(api.queries("owner")).containsExactly("shop", "");
            assertThat(api.queries("since")).containsExactly("2026-10-01T00:00:00Z", "");
            assertThat(api.queries("after")).containsExactly("", "2");
        }
    }

    @Test
    void boundsOfAWindow_mayHaveNamesOfTheirOwn() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": []}"))) {
            Connector.ofStream(
                            directory,
                            api,
                            "request_parameters: { between: \"{{ stream_slice.low }}..{{ stream_interval.high }}\" }",
                            "",
                            """
                    incremental_sync:
                      type: DatetimeBasedCursor
                      cursor_field: changed
                      datetime_format: "%Y-%m-%d"
                      partition_field_start: low
                      partition_field_end: high
                      start_datetime: { datetime: "2026-01-01", max_datetime: "{{ '2025-12-01' }}" }
                      end_datetime: { type: MinMaxDatetime, datetime: "2026-02-01" }
                    """)
                    .read(Optional.empty());
            assertThat(api.queries("between")).containsExactly("2025-12-01..2026-02-01");
        }
    }

    @Test
    void rateLimit_isWhatTheManifestCallsOne() throws Exception {
        try (Api api = Api.answering(call -> Answer.of(403, "{\"message\": \"quota of the day\"}"))) {
            Connector connector = Connector.ofStream(
                            directory,
                            api,
                            "error_handler: { response_filters: [ { error_message_contains: quota, action: RATE_LIMITED } ],"
                                    + " backoff_strategies: [ { type: ConstantBackoffStrategy, backoff_time_in_seconds: 90 } ] }",
                            "",
                            IncrementsTest.CURSOR)
                    .config("start_date", "2026-10-01T00:00:00Z");
            Connector.Reading reading = connector.read(Optional.empty());
            assertThat(reading.items()).isEmpty();
            assertThat(reading.warnings()).containsExactly("KEN-R30");
        }
    }

    @Test
    void filter_seesRecordsAfterTheirTransformation_whereTheManifestSaysSo() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": [{\"id\": 1}, {\"id\": 2}]}"))) {
            Connector connector = Connector.ofStream(directory, api, "", """
                    record_selector:
                      type: RecordSelector
                      transform_before_filtering: true
                      extractor: { type: DpathExtractor, field_path: [items] }
                      record_filter: { type: RecordFilter, condition: "{{ record['double'] > 2 }}" }
                    """, """
                    transformations:
                      - type: AddFields
                        fields: [ { path: [double], value: "{{ record['id'] * 2 }}", value_type: integer } ]
                    """);
            assertThat(connector.keys()).containsExactly("2");
        }
    }

    private Call body(String body) throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": []}"))) {
            Connector.ofStream(directory, api, "http_method: POST\n" + body, "", "")
                    .keys();
            return List.copyOf(api.calls()).get(0);
        }
    }

    private static Answer twoPages(Call call) {
        return Answer.json(
                call.query().containsKey("after")
                        ? "{\"items\": [{\"id\": 2}]}"
                        : "{\"items\": [{\"id\": 1}], \"next\": 2}");
    }
}
