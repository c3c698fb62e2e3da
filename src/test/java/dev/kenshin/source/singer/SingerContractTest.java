package dev.kenshin.source.singer;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.ops.ClassPath;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SingerContractTest extends SourceContractTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void write(String table, List<String> header, List<Row> rows) throws IOException {
        ObjectNode content = JSON.createObjectNode();
        content.putArray("key");
        ArrayNode array = content.putArray("rows");
        for (Row row : rows) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < header.size(); i++) {
                object.put(header.get(i), row.cells().get(i));
            }
        }
        Path folder = Files.createDirectories(base.resolve("system"));
        Files.writeString(folder.resolve(table + ".json"), content.toString());
    }

    @Override
    protected Map<String, Object> options(String table) {
        return Map.of("stream", table);
    }

    @Override
    protected Source open(StreamConfig... streams) {
        List<String> command = new ArrayList<>(ClassPath.java());
        command.add(ExampleTap.class.getName());
        Map<String, Object> options = Map.of(
                "command",
                command,
                "config",
                Map.of("folder", base.resolve("system").toString()));
        return SingerSource.open(Configured.source("singer", options, streams), base, text -> text);
    }
}
