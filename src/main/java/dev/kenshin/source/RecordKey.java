package dev.kenshin.source;

import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads a record's key out of its fields. */
final class RecordKey {
    private RecordKey() {}

    static SourceItem keyed(List<String> key, Map<String, @Nullable Object> fields, Place place) {
        StringJoiner joined = new StringJoiner("|");
        for (String field : key) {
            String value = text(fields.get(field));
            if (value.isEmpty()) {
                return withoutKey(field, fields, place);
            }
            joined.add(key.size() == 1 ? value : escaped(value));
        }
        return new SourceRecord(joined.toString(), fields, place);
    }

    /** Numbers in one form whatever their scale or type, since systems disagree on 42, 42.0 and 4.2E1. */
    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Double number && Double.isFinite(number)
                ? text(BigDecimal.valueOf(number))
                : value.toString().strip();
    }

    /** Without this, ("a|b", "c") and ("a", "b|c") would be one key. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("|", "\\|");
    }

    private static BrokenRecord withoutKey(String field, Map<String, @Nullable Object> fields, Place place) {
        return new BrokenRecord(
                Place.of(place.at(field)),
                "KEN-S30",
                excerpt(fields),
                new Text("キー項目「%s」が空です。".formatted(field), "The key field '%s' is empty.".formatted(field)),
                new Text(
                        "元データで「%s」を入力するか、常に値のある項目を key に指定してください。".formatted(field),
                        "Fill in '%s' in the source, or name fields that always have a value as the key."
                                .formatted(field)));
    }

    private static String excerpt(Map<String, @Nullable Object> fields) {
        String text = fields.toString();
        return text.substring(0, Math.min(text.length(), 200));
    }
}
