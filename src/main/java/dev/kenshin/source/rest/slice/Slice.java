package dev.kenshin.source.rest.slice;

import dev.kenshin.source.rest.record.Json;
import dev.kenshin.source.rest.template.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stream that is read by itself.
 *
 * @param partition which part, by the fields of the partition router
 * @param window its bounds in time, by the fields of the cursor; empty for a stream that is read as a whole
 * @param extra further fields of the parent's record
 */
public record Slice(
        Map<String, @Nullable Object> partition,
        Map<String, @Nullable Object> window,
        Map<String, @Nullable Object> extra) {

    /** The whole stream. */
    public static final Slice WHOLE = new Slice(Map.of(), Map.of(), Map.of());

    /** The same partition within these bounds. */
    public Slice within(Map<String, @Nullable Object> bounds) {
        return new Slice(partition, bounds, extra);
    }

    /** This partition of that one. */
    Slice and(Slice other) {
        return new Slice(joined(partition, other.partition), window, joined(extra, other.extra));
    }

    /** Names the partition, the same way every night; empty for a stream without partitions. */
    public String key() {
        return partition.isEmpty() ? "" : Json.write(new TreeMap<>(partition));
    }

    /** The scope with everything that templates know of the slice. */
    public Variables in(Variables scope) {
        Map<String, @Nullable Object> all = joined(partition, window);
        all.put("extra_fields", extra);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(scope.values());
        values.put("stream_slice", all);
        values.put("stream_partition", all);
        values.put("stream_interval", all);
        return new Variables(values, scope.clock());
    }

    private static Map<String, @Nullable Object> joined(
            Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        Map<String, @Nullable Object> joined = new LinkedHashMap<>(one);
        joined.putAll(other);
        return joined;
    }
}
