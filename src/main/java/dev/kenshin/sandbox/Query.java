package dev.kenshin.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What SOQL and JQL have in common: which rows, and in which order. Values of rows are texts, numbers, booleans, days and
 * moments; null is none.
 *
 * @param fields all that are named
 * @param orders the first decides, the next where that leaves it open; none leaves the rows as they lie
 */
record Query(
        Set<String> fields,
        Predicate<Map<String, @Nullable Object>> condition,
        List<Comparator<Map<String, @Nullable Object>>> orders) {
    private static final Pattern ORDER = Pattern.compile(
            "(?i)\\s*(?<field>[\\w.\\[\\]]+)(?:\\s+(?<way>asc|desc))?(?:\\s+nulls\\s+(?:first|last))?\\s*");

    /**
     * A query in its two parts.
     *
     * @param where null or blank for all rows
     * @param orderBy null for the order in which the rows lie
     * @throws IllegalArgumentException saying what is not understood
     */
    static Query of(@Nullable String where, @Nullable String orderBy) {
        Set<String> fields = new LinkedHashSet<>();
        Predicate<Map<String, @Nullable Object>> condition =
                where == null || where.isBlank() ? row -> true : new Condition(where, fields).parsed();
        return new Query(fields, condition, orders(orderBy, fields));
    }

    /** @throws IllegalArgumentException if a value of the query is of the wrong kind for its field */
    List<Map<String, @Nullable Object>> matching(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, @Nullable Object>> matching =
                rows.stream().filter(condition).toList();
        return orders.stream()
                .reduce(Comparator::thenComparing)
                .map(order -> matching.stream().sorted(order).toList())
                .orElse(matching);
    }

    private static List<Comparator<Map<String, @Nullable Object>>> orders(
            @Nullable String orderBy, Set<String> fields) {
        List<Comparator<Map<String, @Nullable Object>>> orders = new ArrayList<>();
        for (String part : orderBy == null ? new String[0] : orderBy.split(",", -1)) {
            Matcher parts = ORDER.matcher(part);
            if (!parts.matches()) {
                throw new IllegalArgumentException("unexpected token: " + part.strip());
            }
            fields.add(parts.group("field"));
            Comparator<Map<String, @Nullable Object>> next = by(parts.group("field"));
            orders.add("desc".equalsIgnoreCase(parts.group("way")) ? next.reversed() : next);
        }
        return orders;
    }

    private static Comparator<Map<String, @Nullable Object>> by(String field) {
        return (one, other) -> compare(one.get(field), other.get(field));
    }

    /** None comes first; values of different kinds are compared as texts. */
    @SuppressWarnings("unchecked")
    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one instanceof Comparable<?> comparable && one.getClass() == other.getClass()
                ? ((Comparable<Object>) comparable).compareTo(other)
                : Objects.toString(one).compareTo(Objects.toString(other));
    }
}
