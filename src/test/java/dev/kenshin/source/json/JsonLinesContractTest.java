package dev.kenshin.source.json;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

class JsonLinesContractTest extends SourceContractTest {

    @Override
    protected void write(String table, List<String> header, List<Row> rows) throws IOException {
        String text = rows.stream().map(row -> object(header, row)).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(base.resolve(table + ".jsonl"), text);
    }

    @Override
    protected Map<String, Object> options(String table) {
        return Map.of("path", table + ".jsonl");
    }

    @Override
    protected Source open(StreamConfig... streams) {
        return JsonSource.open(Configured.source("json", Map.of(), streams), base);
    }

    static String object(List<String> header, SourceContractTest.Row row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), row.cells().get(i));
        }
        return new ObjectMapper().writeValueAsString(fields);
    }
}
