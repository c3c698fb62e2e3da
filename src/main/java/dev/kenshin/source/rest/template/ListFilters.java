package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Comparison;
import dev.kenshin.source.rest.python.Operators;
import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Truth;
import dev.kenshin.source.rest.python.Tuple;
import dev.kenshin.source.rest.python.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Filters that take a list as a whole. */
final class ListFilters {
    static final Map<String, Filter> ALL = Map.ofEntries(
            Map.entry("list", (value, with, frame) -> Items.of(value)),
            Map.entry("length", (value, with, frame) -> length(value)),
            Map.entry("count", (value, with, frame) -> length(value)),
            Map.entry("first", (value, with, frame) -> at(Items.of(value), 0)),
            Map.entry("last", (value, with, frame) -> at(Items.of(value), -1)),
            Map.entry("join", (value, with, frame) -> join(value, with)),
            Map.entry("reverse", (value, with, frame) -> reversed(value)),
            Map.entry("sort", (value, with, frame) -> sorted(value, with)),
            Map.entry("dictsort", (value, with, frame) -> sortedEntries(value, with)),
            Map.entry("items", (value, with, frame) -> entries(value)),
            Map.entry("unique", (value, with, frame) -> unique(value, with)),
            Map.entry("sum", (value, with, frame) -> sum(value, with)),
            Map.entry("max", (value, with, frame) -> extreme(value, with, -1)),
            Map.entry("min", (value, with, frame) -> extreme(value, with, 1)),
            Map.entry("groupby", (value, with, frame) -> groups(value, with)),
            Map.entry("batch", (value, with, frame) -> batches(value, with)));

    private ListFilters() {}

    private static long length(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        return value instanceof String text
                ? text.codePointCount(0, text.length())
                : Items.of(value).size();
    }

    private static @Nullable Object at(List<@Nullable Object> items, int index) {
        return items.isEmpty() ? new Undefined("item") : items.get(index < 0 ? items.size() - 1 : index);
    }

    private static String join(@Nullable Object value, Arguments with) {
        List<@Nullable Object> items = Items.of(value);
        if (with.get(1, "attribute") != null) {
            items.replaceAll(key(with, 1));
        }
        return TextMethods.joined(with.get(0, "d") == null ? "" : Printed.text(with.get(0, "d")), items);
    }

    private static Object reversed(@Nullable Object value) {
        List<@Nullable Object> items = Items.of(value);
        Collections.reverse(items);
        return value instanceof String ? TextMethods.joined("", items) : items;
    }

    /** Texts whatever their case, unless it is said to matter. */
    private static List<@Nullable Object> sorted(@Nullable Object value, Arguments with) {
        List<@Nullable Object> items = Items.of(value);
        UnaryOperator<@Nullable Object> key = key(with, 2);
        items.sort(order(with, item -> cased(key.apply(item), with.get(1, "case_sensitive")), 0));
        return items;
    }

    private static List<@Nullable Object> sortedEntries(@Nullable Object value, Arguments with) {
        List<@Nullable Object> entries = entries(value);
        int part = with.text(1, "by", "key").equals("value") ? 1 : 0;
        entries.sort(order(with, entry -> cased(Members.item(entry, (long) part), with.get(0, "case_sensitive")), 2));
        return entries;
    }

    private static Comparator<@Nullable Object> order(
            Arguments with, UnaryOperator<@Nullable Object> key, int reverse) {
        Comparator<@Nullable Object> order =
                (left, right) -> Comparison.ORDER.compare(key.apply(left), key.apply(right));
        return Truth.of(with.get(reverse, "reverse")) ? order.reversed() : order;
    }

    private static @Nullable Object cased(@Nullable Object key, @Nullable Object matters) {
        return key instanceof String text && !Truth.of(matters) ? text.toLowerCase(Locale.ROOT) : key;
    }

    private static List<@Nullable Object> entries(@Nullable Object value) {
        if (value instanceof Undefined) {
            return new ArrayList<>();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw PythonError.unsuitable("items", value);
        }
        return Items.entries(map);
    }

    private static List<@Nullable Object> unique(@Nullable Object value, Arguments with) {
        UnaryOperator<@Nullable Object> key = key(with, 1);
        Map<@Nullable Object, @Nullable Object> first = new LinkedHashMap<>();
        for (Object item : Items.of(value)) {
            Object known = cased(key.apply(item), with.get(0, "case_sensitive"));
            if (!first.containsKey(known)) {
                first.put(known, item);
            }
        }
        return new ArrayList<>(first.values());
    }

    private static @Nullable Object sum(@Nullable Object value, Arguments with) {
        UnaryOperator<@Nullable Object> key = key(with, 0);
        Object sum = with.has(1, "start") ? with.get(1, "start") : (Object) 0L;
        for (Object item : Items.of(value)) {
            sum = Operators.add(sum, key.apply(item));
        }
        return sum;
    }

    private static @Nullable Object extreme(@Nullable Object value, Arguments with, int sign) {
        UnaryOperator<@Nullable Object> key = key(with, 1);
        Comparator<@Nullable Object> order =
                order(Arguments.NONE, item -> cased(key.apply(item), with.get(0, "case_sensitive")), 9);
        List<@Nullable Object> items = Items.of(value);
        Object extreme = at(items, 0);
        for (Object item : items) {
            extreme = order.compare(item, extreme) * sign < 0 ? item : extreme;
        }
        return extreme;
    }

    private static List<@Nullable Object> groups(@Nullable Object value, Arguments with) {
        UnaryOperator<@Nullable Object> key = key(with, 0);
        List<@Nullable Object> items = Items.of(value);
        items.sort(order(Arguments.NONE, key, 9));
        Map<@Nullable Object, List<@Nullable Object>> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.computeIfAbsent(key.apply(item), any -> new ArrayList<>())
                .add(item));
        List<@Nullable Object> result = new ArrayList<>();
        groups.forEach((name, members) -> result.add(Tuple.of(name, members)));
        return result;
    }

    private static List<@Nullable Object> batches(@Nullable Object value, Arguments with) {
        List<@Nullable Object> items = Items.of(value);
        int size = Math.max(1, with.number(0, "linecount", 1));
        List<@Nullable Object> batches = new ArrayList<>();
        for (int start = 0; start < items.size(); start += size) {
            batches.add(new ArrayList<>(items.subList(start, Math.min(items.size(), start + size))));
        }
        return batches;
    }

    private static UnaryOperator<@Nullable Object> key(Arguments with, int index) {
        Object path = with.get(index, "attribute");
        return path == null ? item -> item : item -> SelectingFilters.within(item, path);
    }
}
