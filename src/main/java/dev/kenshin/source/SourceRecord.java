package dev.kenshin.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as its source holds it.
 *
 * @param key the key fields' values joined by {@code |}, unique within the stream; empty where the stream has no key and
 *     the content stands for it
 * @param fields in the source's order; values are String, Long, BigDecimal, Double, Boolean, LocalDate, LocalDateTime or
 *     null. Nested objects are flattened ({@code requester.email}), lists are JSON text
 */
public record SourceRecord(String key, Map<String, @Nullable Object> fields, Place place) implements SourceItem {}
