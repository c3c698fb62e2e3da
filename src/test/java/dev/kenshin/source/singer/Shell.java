package dev.kenshin.source.singer;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A tap that is a line of shell; {@code $2} is its config, {@code $4} its state. It gives tickets and has no catalog. */
record Shell(Path base, String script, Map<String, Object> options) {
    static final StreamConfig TICKETS = Configured.stream("tickets", List.of(), Map.of());

    static Shell tap(Path base, String... lines) {
        return new Shell(base, String.join("\n", lines), Map.of());
    }

    /** A command that writes messages, which must hold no single quote. */
    static String say(String... messages) {
        return "printf '%s\\n' '" + String.join("' '", messages) + "'";
    }

    static String row(int id) {
        return "{\"type\":\"RECORD\",\"stream\":\"tickets\",\"record\":{\"id\":" + id + "}}";
    }

    static String row(int id, long version) {
        return row(id).replace("\"record\":", "\"version\":" + version + ",\"record\":");
    }

    static String activate(long version) {
        return "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"tickets\",\"version\":" + version + "}";
    }

    static String state(String value) {
        return "{\"type\":\"STATE\",\"value\":" + value + "}";
    }

    static String schema() {
        return "{\"type\":\"SCHEMA\",\"stream\":\"tickets\",\"key_properties\":[\"id\"],"
                + "\"schema\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"integer\"}}}}";
    }

    Shell with(String option, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new Shell(base, script, more);
    }

    SingerSource open() {
        return open(TICKETS);
    }

    SingerSource open(StreamConfig stream) {
        return open(stream, text -> text.replace("${TOKEN}", "s3cr3t-of-the-tap"));
    }

    SingerSource open(StreamConfig stream, UnaryOperator<String> secrets) {
        Map<String, Object> all = new LinkedHashMap<>(options);
        all.put("command", List.of("sh", "-c", script, "tap"));
        all.putIfAbsent("catalog", "none");
        return SingerSource.open(Configured.source("singer", all, stream), base, secrets);
    }
}
