package dev.kenshin.source.rest;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceContractTest;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

class RestContractTest extends SourceContractTest {
    private static final int PAGE = 1_000;

    private final Map<String, List<Map<String, @Nullable String>>> tables = new ConcurrentHashMap<>();
    private Api api;

    @BeforeEach
    void start() throws IOException {
        api = Api.answering(this::answer);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Override
    protected void write(String table, List<String> header, List<Row> rows) {
        List<Map<String, @Nullable String>> records = new ArrayList<>();
        for (Row row : rows) {
            Map<String, @Nullable String> record = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                record.put(header.get(i), row.cells().get(i));
            }
            records.add(record);
        }
        tables.put(table, records);
    }

    @Override
    protected Map<String, Object> options(String table) {
        return Map.of("stream", table);
    }

    @Override
    protected Source open(StreamConfig... streams) throws IOException {
        String manifest = List.of(streams).stream()
                .map(stream -> """
                          - type: DeclarativeStream
                            name: %s
                            retriever:
                              requester: { url_base: API, path: %s }
                              record_selector: { extractor: { field_path: [data] } }
                              paginator:
                                type: DefaultPaginator
                                page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: page }
                                pagination_strategy: { type: PageIncrement, page_size: 1000 }
                        """.formatted(stream.name(), stream.name()))
                .collect(Collectors.joining("", "type: DeclarativeSource\nstreams:\n", ""));
        return Connector.of(base, api, manifest).open(streams);
    }

    private Answer answer(Call call) {
        List<Map<String, @Nullable String>> table = tables.get(call.path().substring(1));
        if (table == null) {
            return Answer.of(404, "{}");
        }
        List<Map<String, @Nullable String>> page = table.stream()
                .skip((long) PAGE * call.number("page"))
                .limit(PAGE)
                .toList();
        return Answer.json(JsonMapper.shared().writeValueAsString(Map.of("data", page)));
    }
}
