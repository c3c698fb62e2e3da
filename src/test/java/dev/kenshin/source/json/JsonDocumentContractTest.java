package dev.kenshin.source.json;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class JsonDocumentContractTest extends SourceContractTest {

    @Override
    protected void write(String table, List<String> header, List<Row> rows) throws IOException {
        String text = rows.stream()
                .map(row -> JsonLinesContractTest.object(header, row))
                .collect(Collectors.joining(",", "{\"data\":{\"items\":[", "]}}"));
        Files.writeString(base.resolve(table + ".json"), text);
    }

    @Override
    protected Map<String, Object> options(String table) {
        return Map.of("path", table + ".json", "records", "data.items");
    }

    @Override
    protected Source open(StreamConfig... streams) {
        return JsonSource.open(Configured.source("json", Map.of(), streams), base);
    }
}
