package dev.kenshin.warehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a model table, and the record it came from.
 *
 * @param linkedBy how its account was found; null where the row states its account itself
 * @param values one for every column of the mapping's table, in its order
 */
public record ModelRow(String recordKey, @Nullable String linkedBy, List<@Nullable Object> values) {}
