package dev.kenshin.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a source yields: a record, or a row that is broken in itself. */
public sealed interface SourceItem permits SourceRecord, BrokenRecord {
    Place place();

    /**
     * The record with its key, or a broken record (KEN-S30) where a key field is absent, null or blank. Key values are
     * trimmed; in keys of several fields, {@code |} and {@code \} within a value are escaped by {@code \}.
     *
     * @param key the key fields; empty for a stream without a key
     */
    static SourceItem of(List<String> key, Map<String, @Nullable Object> fields, Place place) {
        return RecordKey.keyed(key, fields, place);
    }
}
