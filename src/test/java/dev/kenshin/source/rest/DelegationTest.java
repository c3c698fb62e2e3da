package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.Extracts;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import dev.kenshin.source.rest.Connector.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that are read as a whole the first time, and from elsewhere ever after. The time is 2026-11-01T00:00:00Z. */
class DelegationTest {
    private static final String MANIFEST = """
            definitions:
              selector: { extractor: { field_path: [items] } }
              sync:
                type: DatetimeBasedCursor
                cursor_field: changed
                datetime_format: "%Y-%m-%d"
                start_datetime: "2026-01-01"
                start_time_option: { inject_into: request_parameter, field_name: since }
              items:
                type: StateDelegatingStream
                $parameters: { name: items, primary_key: id }
                api_retention_period: "{{ config.get('retention', '') }}"
                full_refresh_stream:
                  incremental_sync: '#/definitions/sync'
                  retriever: { requester: { url_base: API, path: items }, record_selector: '#/definitions/selector' }
                incremental_stream:
                  incremental_sync: '#/definitions/sync'
                  retriever: { requester: { url_base: API, path: events }, record_selector: '#/definitions/selector' }
            streams:
              - '#/definitions/items'
              - name: lines
                primary_key: id
                retriever:
                  requester: { url_base: API, path: "lines/{{ stream_slice.item }}" }
                  record_selector: '#/definitions/selector'
                  partition_router:
                    type: SubstreamPartitionRouter
                    parent_stream_configs:
                      - { stream: '#/definitions/items', parent_key: id, partition_field: item }
            """;

    @TempDir
    Path directory;

    @Test
    void firstNight_readsEverything_andLaterOnesOnlyTheEvents() throws Exception {
        try (Api api = api()) {
            Connector connector = Connector.of(directory, api, MANIFEST);
            Reading first = connector.read(Optional.empty());
            assertThat(first.keys()).containsExactly("1");
            assertThat(connector.read(first.cursor()).keys()).containsExactly("2");
            assertThat(api.calls()).extracting(Call::path).containsExactly("/items", "/events");
            assertThat(api.queries("since")).containsExactly("2026-01-01", "2026-10-20");
        }
    }

    @Test
    void everythingIsReadAgain_onceEventsReachBackNoFurther() throws Exception {
        try (Api api = api()) {
            Connector connector = Connector.of(directory, api, MANIFEST).config("retention", "P30D");
            Optional<String> cursor = connector.read(Optional.empty()).cursor();
            connector.at("2026-11-18T00:00:00Z").read(cursor);
            Reading late = connector.at("2026-11-20T00:00:00Z").read(cursor);
            assertThat(late.keys()).containsExactly("1");
            assertThat(api.calls()).extracting(Call::path).containsExactly("/items", "/events", "/items");
            assertThat(api.queries("since")).containsExactly("2026-01-01", "2026-10-20", "2026-01-01");
        }
    }

    @Test
    void childOfSuchAStream_hasTheWholeOfIt() throws Exception {
        try (Api api = api();
                var source = Connector.of(directory, api, MANIFEST).open(Connector.stream("lines"))) {
            Extracts.records(source, Connector.stream("lines"));
            assertThat(api.calls()).extracting(Call::path).isEqualTo(List.of("/items", "/lines/1"));
        }
    }

    private static Api api() throws IOException {
        return Api.answering(call -> Answer.json("{\"items\": [{\"id\": "
                + (call.path().equals("/events") ? 2 : 1) + ", \"changed\": \"2026-10-20\"}]}"));
    }
}
