package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that go on where they ended last. The time is 2026-11-01T00:00:00Z. */
class IncrementsTest {
    static final String CURSOR = """
            incremental_sync:
              type: DatetimeBasedCursor
              cursor_field: changed
              datetime_format: "%Y-%m-%dT%H:%M:%SZ"
              start_datetime: "{{ config['start_date'] }}"
              start_time_option: { inject_into: request_parameter, field_name: since }
              end_time_option: { inject_into: request_parameter, field_name: until }
            """;

    private final Map<String, String> changed = new TreeMap<>();

    @TempDir
    Path directory;

    @Test
    void secondNight_asksForWhatChangedSince() throws Exception {
        changed.put("1", "2026-10-01T10:00:00Z");
        changed.put("2", "2026-10-02T10:00:00Z");
        try (Api api = Api.answering(this::since)) {
            Connector connector = connector(api, CURSOR);
            Connector.Reading first = connector.read(Optional.empty());
            assertThat(first.full()).isFalse();
            assertThat(first.keys()).containsExactly("1", "2");
            changed.put("3", "2026-10-31T10:00:00Z");
            Connector.Reading second = connector.read(first.cursor());
            assertThat(second.keys()).containsExactly("2", "3");
            assertThat(connector.read(second.cursor()).keys()).containsExactly("3");
            assertThat(api.queries("since"))
                    .containsExactly("2026-10-01T00:00:00Z", "2026-10-02T10:00:00Z", "2026-10-31T10:00:00Z");
            assertThat(api.queries("until")).containsOnly("2026-11-01T00:00:00Z");
        }
    }

    @Test
    void lookback_beginsEarlier_butNeverBeforeTheStart() throws Exception {
        changed.put("1", "2026-10-20T10:00:00Z");
        try (Api api = Api.answering(this::since)) {
            Connector connector = connector(api, CURSOR + "  lookback_window: \"P{{ config['days'] }}D\"\n");
            Optional<String> cursor =
                    connector.config("days", 5).read(Optional.empty()).cursor();
            connector.read(cursor);
            connector.config("days", 60).read(cursor);
            assertThat(api.queries("since"))
                    .containsExactly("2026-10-01T00:00:00Z", "2026-10-15T10:00:00Z", "2026-10-01T00:00:00Z");
        }
    }

    @Test
    void step_dividesTimeIntoWindowsThatDoNotOverlap() throws Exception {
        try (Api api = Api.answering(this::since)) {
            connector(api, CURSOR + "  step: P10D\n  cursor_granularity: PT1S\n")
                    .read(Optional.empty());
            assertThat(api.queries("since"))
                    .containsExactly(
                            "2026-10-01T00:00:00Z",
                            "2026-10-11T00:00:00Z",
                            "2026-10-21T00:00:00Z",
                            "2026-10-31T00:00:00Z");
            assertThat(api.queries("until"))
                    .containsExactly(
                            "2026-10-10T23:59:59Z",
                            "2026-10-20T23:59:59Z",
                            "2026-10-30T23:59:59Z",
                            "2026-11-01T00:00:00Z");
        }
    }

    @Test
    void months_areThoseOfTheCalendar_andLimitsHold() throws Exception {
        try (Api api = Api.answering(this::since)) {
            String cursor = """
                    incremental_sync:
                      type: DatetimeBasedCursor
                      cursor_field: changed
                      datetime_format: "%Y-%m-%d"
                      start_datetime:
                        type: MinMaxDatetime
                        datetime: "{{ config['start_date'] }}"
                        datetime_format: "%Y-%m-%dT%H:%M:%SZ"
                        min_datetime: "{{ (now_utc() - duration('P3M')).strftime('%Y-%m-%dT%H:%M:%SZ') }}"
                      end_datetime: { type: MinMaxDatetime, datetime: "2026-10-15" }
                      step: P1M
                      cursor_granularity: P1D
                    """;
            Connector connector = Connector.ofStream(
                    directory,
                    api,
                    "request_parameters: { from: \"{{ stream_interval.start_time }}\", to: \"{{ stream_slice['end_time'] }}\" }",
                    "",
                    cursor);
            connector.config("start_date", "2020-01-01T00:00:00Z").read(Optional.empty());
            assertThat(api.queries("from")).containsExactly("2026-08-01", "2026-09-01", "2026-10-01");
            assertThat(api.queries("to")).containsExactly("2026-08-31", "2026-09-30", "2026-10-15");
        }
    }

    @Test
    void recordFromTheFuture_doesNotHideWhatFollows() throws Exception {
        changed.put("1", "2099-01-01T00:00:00Z");
        try (Api api = Api.answering(this::since)) {
            Connector connector = connector(api, CURSOR);
            Optional<String> cursor = connector.read(Optional.empty()).cursor();
            connector.at("2026-11-02T00:00:00Z").read(cursor);
            assertThat(api.queries("since")).containsExactly("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z");
        }
    }

    @Test
    void clientSide_leavesOutWhatIsKnown() throws Exception {
        changed.put("1", "2026-10-01T10:00:00Z");
        changed.put("2", "2026-10-02T10:00:00Z");
        try (Api api = Api.answering(call -> page(changed))) {
            Connector connector = connector(api, CURSOR + "  is_client_side_incremental: true\n");
            Connector.Reading first = connector.read(Optional.empty());
            assertThat(first.keys()).containsExactly("1", "2");
            changed.put("3", "2026-10-03T10:00:00Z");
            assertThat(connector.read(first.cursor()).keys()).containsExactly("2", "3");
        }
    }

    @Test
    void dataFeed_stopsAtTheFirstPageThatIsKnown() throws Exception {
        for (int day = 10; day < 30; day++) {
            changed.put(Integer.toString(100 - day), "2026-10-" + day + "T00:00:00Z");
        }
        try (Api api = Api.answering(call -> {
            Map<String, String> five = new TreeMap<>();
            changed.entrySet().stream()
                    .skip(5L * call.number("page"))
                    .limit(5)
                    .forEach(entry -> five.put(entry.getKey(), entry.getValue()));
            return page(five);
        })) {
            Connector connector = Connector.ofStream(directory, api, "", """
                    paginator:
                      type: DefaultPaginator
                      page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: page }
                      pagination_strategy: { type: PageIncrement, page_size: 5 }
                    """, CURSOR + "  is_data_feed: true\n");
            connector.config("start_date", "2026-10-01T00:00:00Z");
            String cursor = "{\"positions\":{\"\":\"2026-10-23T00:00:00Z\"}}";
            assertThat(connector.read(Optional.of(cursor)).keys()).hasSize(7);
            assertThat(api.calls()).hasSize(2);
        }
    }

    @Test
    void numberedRecords_goOnAtTheLastNumber() throws Exception {
        try (Api api = Api.answering(call -> Answer.json("{\"items\": [{\"id\": 41}, {\"id\": 42}]}"))) {
            Connector connector = Connector.ofStream(directory, api, "", "", """
                    incremental_sync:
                      type: IncrementingCountCursor
                      cursor_field: id
                      start_value: 7
                      start_value_option: { inject_into: request_parameter, field_name: from_id }
                    """);
            connector.read(connector.read(Optional.empty()).cursor());
            assertThat(api.queries("from_id")).containsExactly("7", "42");
        }
    }

    @Test
    void spentRateLimit_endsWithAWarning_andTheNextNightGoesOn() throws Exception {
        changed.put("1", "2026-10-05T10:00:00Z");
        changed.put("2", "2026-10-15T10:00:00Z");
        changed.put("3", "2026-10-25T10:00:00Z");
        AtomicInteger left = new AtomicInteger(2);
        try (Api api = Api.answering(call ->
                left.getAndDecrement() > 0 ? since(call) : Answer.of(429, "{}").with("Retry-After", "3600"))) {
            Connector connector = connector(api, CURSOR + "  step: P10D\n  cursor_granularity: PT1S\n");
            Connector.Reading first = connector.read(Optional.empty());
            assertThat(first.keys()).containsExactly("1", "2");
            assertThat(first.warnings()).containsExactly("KEN-R30");

            left.set(10);
            api.calls().clear();
            Connector.Reading second = connector.read(first.cursor());
            assertThat(second.keys()).containsExactly("3");
            assertThat(second.warnings()).isEmpty();
            assertThat(api.queries("since")).startsWith("2026-10-21T00:00:00Z");
        }
    }

    @Test
    void spentRateLimit_isAnOutageOfAStreamThatIsReadAsAWhole() throws Exception {
        try (Api api = Api.answering(call -> Answer.of(429, "{}").with("Retry-After", "3600"))) {
            Connector connector = Connector.ofStream(directory, api, "", "", "");
            assertThatThrownBy(connector::keys).isInstanceOfSatisfying(SourceUnavailable.class, e -> assertThat(
                            e.problem().code())
                    .isEqualTo("KEN-R31"));
        }
    }

    @Test
    void cursor_movesOnWhenTheLastRecordOfAWindowWasHandedOut() throws Exception {
        changed.put("1", "2026-10-05T10:00:00Z");
        changed.put("2", "2026-10-06T10:00:00Z");
        changed.put("3", "2026-10-15T10:00:00Z");
        StreamConfig stream = Connector.stream("items");
        try (Api api = Api.answering(this::since);
                Source source = connector(api, CURSOR + "  step: P10D\n  cursor_granularity: PT1S\n")
                        .open(stream);
                Extraction extraction = source.extract(stream, Optional.empty())) {
            List<String> cursors = new ArrayList<>();
            for (Object item = extraction.next(); item != null; item = extraction.next()) {
                cursors.add(extraction.cursor().orElseThrow());
            }
            assertThat(cursors.get(0)).isEqualTo("{}");
            assertThat(cursors.get(2)).contains("2026-10-06T10:00:00Z", "2026-10-11T00:00:00Z");
            assertThat(extraction.cursor()).contains("{\"positions\":{\"\":\"2026-10-15T10:00:00Z\"}}");
        }
    }

    private Connector connector(Api api, String stream) throws IOException {
        return Connector.ofStream(directory, api, "", "", stream).config("start_date", "2026-10-01T00:00:00Z");
    }

    private Answer since(Call call) {
        Map<String, String> found = new TreeMap<>(changed);
        found.values()
                .removeIf(time -> time.compareTo(call.query().get("since")) < 0
                        || (time.compareTo("2026-12") < 0
                                && time.compareTo(call.query().get("until")) > 0));
        return page(found);
    }

    private static Answer page(Map<String, String> items) {
        return Answer.json(items.entrySet().stream()
                .map(item -> "{\"id\": " + item.getKey() + ", \"changed\": \"" + item.getValue() + "\"}")
                .collect(Collectors.joining(", ", "{\"items\": [", "]}")));
    }
}
