package dev.kenshin.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An app as kintone would make it of a table: columns that hold nothing but dates become date fields, those with numbers
 * only become number fields, one that names a person becomes a user selection, all others stay text.
 *
 * @param fields the codes that a query may name
 * @param records oldest first, numbered from 1
 */
record KintoneApp(String token, Set<String> fields, List<Map<String, Object>> records) {
    private static final String PERSON = "担当者";
    private static final String UPDATED = "更新日";
    private static final String SINCE = "2020-01-01T00:00:00Z";

    private enum Type {
        SINGLE_LINE_TEXT,
        NUMBER,
        DATE,
        USER_SELECT
    }

    static KintoneApp of(String token, List<Map<String, @Nullable Object>> rows) {
        Map<String, Type> types = types(rows);
        List<Map<String, Object>> records = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            records.add(record(records.size() + 1, row, types));
        }
        Set<String> fields = new LinkedHashSet<>(types.keySet());
        fields.addAll(Set.of("$id", "$revision", "レコード番号", "作成日時", "更新日時"));
        return new KintoneApp(token, fields, records);
    }

    private static Map<String, Type> types(List<Map<String, @Nullable Object>> rows) {
        return rows.stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        column -> column, column -> type(column, rows), (one, other) -> one, LinkedHashMap::new));
    }

    private static Type type(String column, List<Map<String, @Nullable Object>> rows) {
        if (column.equals(PERSON)) {
            return Type.USER_SELECT;
        }
        if (holdOnly(rows, column, Texts::isDate)) {
            return Type.DATE;
        }
        return holdOnly(rows, column, Texts::isNumber) ? Type.NUMBER : Type.SINGLE_LINE_TEXT;
    }

    private static boolean holdOnly(List<Map<String, @Nullable Object>> rows, String column, Predicate<String> kind) {
        List<String> values = rows.stream()
                .map(row -> Texts.of(row.get(column)))
                .filter(value -> !value.isEmpty())
                .toList();
        return !values.isEmpty() && values.stream().allMatch(kind);
    }

    private static Map<String, Object> record(int id, Map<String, @Nullable Object> row, Map<String, Type> types) {
        Map<String, Object> record = new LinkedHashMap<>();
        String updated = Texts.of(row.get(UPDATED));
        record.put("レコード番号", field("RECORD_NUMBER", "" + id));
        record.put("作成日時", field("CREATED_TIME", SINCE));
        record.put("更新日時", field("UPDATED_TIME", Texts.isDate(updated) ? Texts.startOf(updated) : SINCE));
        row.forEach((column, value) -> {
            Type type = Objects.requireNonNull(types.get(column));
            record.put(column, field(type.name(), value(type, Texts.of(value))));
        });
        record.put("$revision", field("__REVISION__", "1"));
        record.put("$id", field("__ID__", "" + id));
        return record;
    }

    private static @Nullable Object value(Type type, String text) {
        return switch (type) {
            case SINGLE_LINE_TEXT -> text;
            case NUMBER -> text.replace(",", "");
            case DATE -> text.isEmpty() ? null : Texts.day(text).toString();
            case USER_SELECT -> text.isEmpty() ? List.of() : List.of(Map.of("code", Texts.login(text), "name", text));
        };
    }

    private static Map<String, Object> field(String type, @Nullable Object value) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("type", type);
        field.put("value", value);
        return field;
    }
}
