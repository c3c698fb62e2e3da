package dev.kenshin.source.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The headers of an answer; the case of their names does not matter. {@code toString()} shows the names only. */
public final class Headers {
    private final TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Headers(Map<String, List<String>> values) {
        values.forEach((name, all) -> this.values.put(name, List.copyOf(all)));
    }

    /** The header's values, joined by a comma as HTTP has it. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> String.join(", ", all));
    }

    /** All headers in alphabetical order, each with its joined values; looking one up ignores case. */
    public Map<String, String> joined() {
        Map<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, all) -> joined.put(name, String.join(", ", all)));
        return joined;
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
