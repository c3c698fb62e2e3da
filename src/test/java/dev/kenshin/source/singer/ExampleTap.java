package dev.kenshin.source.singer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tap as the specification wants it. The system that it reads is a folder of tables: {@code {"key": [...], "method":
 * ..., "rows": [...]}}. It gives only what is selected, goes on from its state, and fails where an argument says so.
 */
public final class ExampleTap {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out = new PrintStream(System.out, false, UTF_8);
    private final Map<String, String> arguments = new HashMap<>();
    private final JsonNode config;
    private final Path folder;
    private int written;

    private ExampleTap(String[] arguments) throws IOException {
        for (int i = 0; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            this.arguments.put(arguments[i], hasValue ? arguments[++i] : "");
        }
        this.config = file("--config");
        this.folder = Path.of(config.path("folder").asString());
    }

    public static void main(String[] arguments) throws Exception {
        ExampleTap tap = new ExampleTap(arguments);
        System.err.println("INFO reading with " + tap.config.path("api_token").asString(""));
        if (tap.arguments.containsKey("--discover")) {
            tap.discover();
        } else {
            tap.rotate();
            tap.sync();
        }
        tap.out.flush();
    }

    private void discover() throws IOException {
        ArrayNode streams = JSON.createArrayNode();
        for (Path table : tables()) {
            streams.add(entry(name(table), JSON.readTree(Files.readString(table))));
        }
        out.println(JSON.createObjectNode().set("streams", streams).toPrettyString());
    }

    private static ObjectNode entry(String name, JsonNode table) {
        ObjectNode entry = JSON.createObjectNode().put("tap_stream_id", name).put("stream", name);
        entry.set("schema", schema(table));
        entry.set("key_properties", table.path("key"));
        ArrayNode metadata = entry.putArray("metadata");
        ObjectNode whole = metadata.addObject();
        whole.putArray("breadcrumb");
        ObjectNode own = whole.putObject("metadata");
        if (table.has("method")) {
            own.set("forced-replication-method", table.get("method"));
        }
        for (String field : fields(table)) {
            ObjectNode each = metadata.addObject();
            each.putArray("breadcrumb").add("properties").add(field);
            each.putObject("metadata").put("inclusion", "available");
        }
        return entry;
    }

    private static ObjectNode schema(JsonNode table) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String field : fields(table)) {
            properties.putObject(field).putArray("type").add("null").add("string");
        }
        return schema;
    }

    private static List<String> fields(JsonNode table) {
        return new ArrayList<>(table.path("rows").path(0).propertyNames());
    }

    private void sync() throws Exception {
        JsonNode state = arguments.containsKey("--state") ? file("--state") : JSON.createObjectNode();
        for (JsonNode entry : file("--catalog").path("streams").values()) {
            if (selected(entry, List.of())) {
                sync(entry, state.path("bookmarks").path(entry.path("stream").asString()));
            }
        }
    }

    private void sync(JsonNode entry, JsonNode bookmark) throws Exception {
        String stream = entry.path("stream").asString();
        JsonNode table = JSON.readTree(Files.readString(folder.resolve(stream + ".json")));
        Files.writeString(
                folder.resolve("pid"), String.valueOf(ProcessHandle.current().pid()));
        boolean bookmarked = !table.path("method").asString("FULL_TABLE").equals("FULL_TABLE");
        write("SCHEMA", stream, message -> {
            message.set("schema", entry.path("schema"));
            message.set("key_properties", table.path("key"));
        });
        if (bookmarked && bookmark.isMissingNode()) {
            write("STATE", stream, message -> message.putObject("value"));
        }
        String since = bookmark.path("changed").asString("");
        for (JsonNode row : table.path("rows").values()) {
            String changed = row.path("changed").asString("");
            if (!bookmarked || changed.compareTo(since) >= 0) {
                fail();
                write("RECORD", stream, message -> message.set("record", ofSelected(entry, row)));
                written++;
                if (bookmarked && written % 2 == 0) {
                    bookmark(stream, changed);
                }
            }
        }
        fail();
        while (arguments.containsKey("--endless") && !out.checkError()) {
            table.path("rows").values().forEach(row -> write("RECORD", stream, message -> message.set("record", row)));
        }
    }

    private void bookmark(String stream, String changed) {
        write("STATE", stream, message -> message.putObject("value")
                .putObject("bookmarks")
                .putObject(stream)
                .put("changed", changed));
    }

    /** Once as many records were written as an argument says. */
    private void fail() throws Exception {
        String now = String.valueOf(written);
        if (now.equals(arguments.get("--die-after"))) {
            out.flush();
            System.err.println(
                    "FATAL the server says 502 to " + config.path("api_token").asString(""));
            System.exit(3);
        }
        if (now.equals(arguments.get("--hang-after"))) {
            out.flush();
            Files.writeString(
                    folder.resolve("pid"),
                    String.valueOf(ProcessHandle.current().pid()));
            Thread.currentThread().join();
        }
    }

    private static ObjectNode ofSelected(JsonNode entry, JsonNode row) {
        ObjectNode record = JSON.createObjectNode();
        row.propertyStream()
                .filter(field -> selected(entry, List.of("properties", field.getKey())))
                .forEach(field -> record.set(field.getKey(), field.getValue()));
        return record;
    }

    private static boolean selected(JsonNode entry, List<String> breadcrumb) {
        return entry.path("metadata")
                .valueStream()
                .filter(each -> each.path("breadcrumb")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()
                        .equals(breadcrumb))
                .anyMatch(each -> each.path("metadata").path("selected").asBoolean(false));
    }

    /** Uses up the token, which is good for one time, and writes down the next one. */
    private void rotate() throws IOException {
        JsonNode token = config.path("refresh_token");
        if (token.isString()) {
            Files.writeString(
                    folder.resolve("used"),
                    token.asString() + "\n",
                    UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            ((ObjectNode) config).put("refresh_token", token.asString() + "+");
            Files.writeString(Path.of(arguments.get("--config")), config.toPrettyString());
        }
    }

    private void write(String type, String stream, Consumer<ObjectNode> rest) {
        ObjectNode message = JSON.createObjectNode().put("type", type).put("stream", stream);
        rest.accept(message);
        out.print(message + "\n");
    }

    private JsonNode file(String argument) throws IOException {
        return JSON.readTree(Files.readString(Path.of(arguments.get(argument))));
    }

    private List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path table) {
        return table.getFileName().toString().replace(".json", "");
    }
}
