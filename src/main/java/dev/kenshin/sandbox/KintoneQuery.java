package dev.kenshin.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * kintone's query language, as far as extracts need it: comparisons joined by {@code and}, {@code order by} one or more
 * fields, {@code limit} and {@code offset}.
 */
record KintoneQuery(List<Condition> conditions, List<Order> orders, int limit, int offset) {
    private static final int USUAL_LIMIT = 100;
    private static final String NUMBER = "$id";
    private static final Pattern CLAUSES = Pattern.compile(
            "(?s)(?<where>.*?)(?:\\s*order by (?<order>.*?))?(?:\\s*limit (?<limit>\\d{1,9}))?(?:\\s*offset (?<offset>\\d{1,9}))?\\s*");
    private static final Pattern CONDITION = Pattern.compile(
            "\\(*\\s*(?<field>\\$?[\\p{L}\\p{N}_]+)\\s*(?<sign>>=|<=|!=|=|>|<)\\s*(?:\"(?<text>[^\"]*)\"|(?<number>-?\\d+))\\s*\\)*");
    private static final Pattern ORDER = Pattern.compile("(?<field>\\$?[\\p{L}\\p{N}_]+)(?:\\s+(?<way>asc|desc))?");

    /** @param value the literal, without quotes */
    record Condition(String field, String sign, String value) {
        boolean holds(Map<String, Object> record) {
            int order = compare(text(record, field), value);
            return switch (sign) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                case "=" -> order == 0;
                default -> order != 0;
            };
        }
    }

    record Order(String field, boolean descending) {
        Comparator<Map<String, Object>> comparator() {
            Comparator<Map<String, Object>> ascending = (one, other) -> compare(text(one, field), text(other, field));
            return descending ? ascending.reversed() : ascending;
        }
    }

    /** @throws IllegalArgumentException naming the part that is not understood */
    static KintoneQuery of(String text) {
        Matcher clauses = CLAUSES.matcher(text.strip());
        if (!clauses.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new KintoneQuery(
                conditions(clauses.group("where")),
                orders(clauses.group("order")),
                number(clauses.group("limit"), USUAL_LIMIT),
                number(clauses.group("offset"), 0));
    }

    /** All fields that the query names. */
    Set<String> fields() {
        Set<String> fields =
                conditions.stream().map(Condition::field).collect(Collectors.toCollection(LinkedHashSet::new));
        orders.forEach(order -> fields.add(order.field()));
        return fields;
    }

    /**
     * In the order asked for; without one, the newest first. By their numbers, records are sought and not gone through, as
     * whoever reads all of them asks once for every 500.
     *
     * @param records numbered from 1
     */
    Stream<Map<String, Object>> matching(List<Map<String, Object>> records) {
        Stream<Map<String, Object>> matching =
                records.subList(Math.min(passed(), records.size()), records.size()).stream()
                        .filter(record -> conditions.stream().allMatch(condition -> condition.holds(record)));
        return orders.equals(List.of(new Order(NUMBER, false))) ? matching : matching.sorted(order());
    }

    private Comparator<Map<String, Object>> order() {
        Comparator<Map<String, Object>> newestFirst = new Order(NUMBER, true).comparator();
        return orders.stream()
                .map(Order::comparator)
                .reduce(Comparator::thenComparing)
                .map(asked -> asked.thenComparing(newestFirst))
                .orElse(newestFirst);
    }

    /** How many records at the beginning have numbers that are too small. */
    private int passed() {
        return conditions.stream()
                .filter(condition ->
                        condition.field().equals(NUMBER) && condition.sign().equals(">"))
                .filter(condition -> condition.value().matches("\\d{1,9}"))
                .mapToInt(condition -> Integer.parseInt(condition.value()))
                .max()
                .orElse(0);
    }

    private static List<Condition> conditions(String where) {
        List<Condition> conditions = new ArrayList<>();
        for (String part : where.isBlank() ? new String[0] : where.split("\\s+and\\s+")) {
            Matcher condition = CONDITION.matcher(part.strip());
            if (!condition.matches()) {
                throw new IllegalArgumentException(part);
            }
            String value = condition.group("text") == null ? condition.group("number") : condition.group("text");
            conditions.add(new Condition(condition.group("field"), condition.group("sign"), value));
        }
        return conditions;
    }

    private static List<Order> orders(@Nullable String orderBy) {
        List<Order> orders = new ArrayList<>();
        for (String part : orderBy == null ? new String[0] : orderBy.split(",")) {
            Matcher order = ORDER.matcher(part.strip());
            if (!order.matches()) {
                throw new IllegalArgumentException(part);
            }
            orders.add(new Order(order.group("field"), !"asc".equals(order.group("way"))));
        }
        return orders;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static String text(Map<String, Object> record, String field) {
        return record.get(field) instanceof Map<?, ?> both ? Texts.of(both.get("value")) : "";
    }

    private static int compare(String one, String other) {
        boolean numbers = Texts.isNumber(one) && Texts.isNumber(other);
        return numbers
                ? new BigDecimal(one.replace(",", "")).compareTo(new BigDecimal(other.replace(",", "")))
                : one.compareTo(other);
    }
}
