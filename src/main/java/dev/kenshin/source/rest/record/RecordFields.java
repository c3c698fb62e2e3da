package dev.kenshin.source.rest.record;

import dev.kenshin.problem.Text;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record as the landing takes it: nested objects become fields with dotted names, lists become JSON text. */
public final class RecordFields {
    private static final int MAXIMUM_SCALE = 400;
    private static final Text CORRECT = new Text("元のシステムのデータを直してください。", "Correct the data in the source.");

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private Optional<String> unusable = Optional.empty();

    private RecordFields() {}

    /** The fields of a record, in its order. */
    public static RecordFields of(Map<?, ?> record) {
        RecordFields flat = new RecordFields();
        flat.add("", record);
        return flat;
    }

    public Map<String, @Nullable Object> fields() {
        return fields;
    }

    /** The item, broken where a value cannot be kept (KEN-R21) or the key is blank. */
    public SourceItem item(List<String> key, Place place) {
        return unusable.<SourceItem>map(name -> new BrokenRecord(
                        place,
                        "KEN-R21",
                        name,
                        new Text(
                                "項目「%s」に NUL 文字、または範囲外の数値が含まれています。".formatted(name),
                                "The field '%s' holds a NUL character, or a number out of range.".formatted(name)),
                        CORRECT))
                .orElseGet(() -> SourceItem.of(key, fields, place));
    }

    /** A value that stands where a record should. */
    public static BrokenRecord noObject(String value, Place place) {
        String excerpt = value.substring(0, Math.min(value.length(), 200));
        return new BrokenRecord(
                place,
                "KEN-R22",
                excerpt,
                new Text("「%s」はオブジェクトではありません。".formatted(excerpt), "'%s' is not an object.".formatted(excerpt)),
                new Text("マニフェストの field_path を確かめてください。", "Check the field_path in the manifest."));
    }

    private void add(String prefix, Map<?, ?> object) {
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested) {
                add(prefix + name + ".", nested);
            } else {
                put(prefix + name, value);
            }
        });
    }

    private void put(String name, @Nullable Object value) {
        boolean bad = (value instanceof String text && text.indexOf(0) >= 0)
                || (value instanceof BigDecimal number && Math.abs(number.scale()) > MAXIMUM_SCALE);
        if (bad) {
            unusable = Optional.of(name);
        } else {
            fields.put(name, plain(value));
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof List<?>) {
            return Json.write(value);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof BigInteger number ? (Object) new BigDecimal(number) : value;
    }
}
