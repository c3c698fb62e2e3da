package dev.kenshin.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query in Salesforce's language: {@code SELECT … FROM … [WHERE …] [ORDER BY …] [LIMIT n]}. */
record Soql(List<String> selected, String object, Query query, long limit) {
    private static final Pattern CLAUSES = Pattern.compile(
            "(?is)\\s*select\\s+(?<fields>.+?)\\s+from\\s+(?<object>\\w+)(?:\\s+where\\s+(?<where>.+?))?"
                    + "(?:\\s+order\\s+by\\s+(?<order>.+?))?(?:\\s+limit\\s+(?<limit>\\d{1,9}))?\\s*");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    /** @throws IllegalArgumentException saying what is not understood */
    static Soql of(String text) {
        Matcher clauses = CLAUSES.matcher(text);
        if (!clauses.matches()) {
            throw new IllegalArgumentException("unexpected token: " + text.strip());
        }
        return new Soql(
                Stream.of(clauses.group("fields").split(",", -1))
                        .map(String::strip)
                        .toList(),
                clauses.group("object"),
                Query.of(clauses.group("where"), clauses.group("order")),
                clauses.group("limit") == null ? Long.MAX_VALUE : Long.parseLong(clauses.group("limit")));
    }

    /** All fields that the query names. */
    Stream<String> fields() {
        return Stream.concat(selected.stream(), query.fields().stream());
    }

    /** @throws IllegalArgumentException if a value is of the wrong kind for its field */
    List<Map<String, @Nullable Object>> results(SalesforceObject of, String version) {
        return query.matching(of.records()).stream()
                .limit(limit)
                .map(record -> result(of, record, version))
                .toList();
    }

    private Map<String, @Nullable Object> result(
            SalesforceObject of, Map<String, @Nullable Object> record, String version) {
        Map<String, @Nullable Object> result =
                Fields.of("attributes", attributes(version, of.name(), record.get("Id")));
        for (String field : selected) {
            String[] path = field.split("\\.", 2);
            Object value = written(record.get(field));
            if (path.length == 1) {
                result.put(field, value);
            } else if (value == null) {
                result.putIfAbsent(path[0], null);
            } else {
                related(result, path[0], record.get(path[0] + "Id"), version).put(path[1], value);
            }
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> related(
            Map<String, @Nullable Object> result, String relation, @Nullable Object id, String version) {
        String object = relation.equals("Owner") ? "User" : relation;
        return Objects.requireNonNull((Map<String, @Nullable Object>)
                result.computeIfAbsent(relation, name -> Fields.of("attributes", attributes(version, object, id))));
    }

    private static Map<String, @Nullable Object> attributes(String version, String object, @Nullable Object id) {
        return Fields.of("type", object, "url", "/services/data/" + version + "/sobjects/" + object + "/" + id);
    }

    private static @Nullable Object written(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return TIME.format(moment);
        }
        boolean asItIs = value == null || value instanceof Number || value instanceof Boolean;
        return asItIs || Texts.of(value).isEmpty() ? emptied(value) : Texts.of(value);
    }

    /** Salesforce knows no empty texts. */
    private static @Nullable Object emptied(@Nullable Object value) {
        return "".equals(value) ? null : value;
    }
}
