package dev.kenshin.source.rest.template;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template may refer to: {@code config}, {@code record}, {@code stream_slice} and so on. A name that is not here is
 * a mistake in the manifest; one that is here and null is None. {@code stream_interval} and {@code stream_partition} stand
 * for {@code stream_slice} where they are not here themselves.
 *
 * @param values String, Long, Integer, BigInteger, Double, BigDecimal, Boolean, List, Map or null, nested at will. A
 *     template that calls a method which changes a list or map changes this one
 * @param clock what {@code now_utc()} asks
 */
public record Variables(Map<String, @Nullable Object> values, Clock clock) {

    public Variables {
        values = Collections.unmodifiableMap(values);
    }

    /** The same, and one more or another value of it. */
    public Variables with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Variables(more, clock);
    }

    boolean has(String name) {
        return values.containsKey(resolved(name));
    }

    @Nullable
    Object get(String name) {
        return values.get(resolved(name));
    }

    private String resolved(String name) {
        boolean alias = name.equals("stream_interval") || name.equals("stream_partition");
        return alias && !values.containsKey(name) ? "stream_slice" : name;
    }
}
