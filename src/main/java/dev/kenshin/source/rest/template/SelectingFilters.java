package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Literal;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Truth;
import dev.kenshin.source.rest.python.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters that look at every item of a list: those that choose among them, and {@code map}. */
final class SelectingFilters {
    static final Map<String, Filter> ALL = Map.of(
            "select", (value, with, frame) -> chosen(value, frame, item -> Tests.passes(item, with)),
            "reject", (value, with, frame) -> chosen(value, frame, item -> !Tests.passes(item, with)),
            "selectattr", (value, with, frame) -> chosen(value, frame, item -> hasAttribute(item, with)),
            "rejectattr", (value, with, frame) -> chosen(value, frame, item -> !hasAttribute(item, with)),
            "map", SelectingFilters::mapped);

    private SelectingFilters() {}

    /** What a path of names and numbers with dots between leads to. */
    static @Nullable Object within(@Nullable Object item, @Nullable Object path) {
        if (!(path instanceof String text)) {
            return Members.item(item, path);
        }
        Object current = item;
        for (String key : text.split("\\.", -1)) {
            Object position = Literal.of(key);
            current = Members.item(current, position instanceof Long ? position : key);
        }
        return current;
    }

    private static List<@Nullable Object> chosen(
            @Nullable Object value, Frame frame, Predicate<@Nullable Object> test) {
        List<@Nullable Object> items = orNone(value);
        items.removeIf(item -> {
            frame.step();
            return !test.test(item);
        });
        return items;
    }

    /** None and other false values are taken for an empty list. */
    private static List<@Nullable Object> orNone(@Nullable Object value) {
        return Truth.of(value) ? Items.of(value) : new ArrayList<>();
    }

    private static boolean hasAttribute(@Nullable Object item, Arguments with) {
        return Tests.passes(within(item, with.required(0, "attribute")), with.after(1));
    }

    private static @Nullable Object mapped(@Nullable Object value, Arguments with, Frame frame) {
        List<@Nullable Object> mapped = new ArrayList<>();
        for (Object item : orNone(value)) {
            frame.step();
            mapped.add(with.positional().isEmpty() ? attribute(item, with) : filtered(item, with, frame));
        }
        return mapped;
    }

    private static @Nullable Object attribute(@Nullable Object item, Arguments with) {
        if (!with.named().containsKey("attribute")) {
            throw new PythonError("map には属性かフィルターが必要です。", "A map needs an attribute or a filter.");
        }
        Object found = within(item, with.named().get("attribute"));
        return found instanceof Undefined && with.named().containsKey("default")
                ? with.named().get("default")
                : found;
    }

    private static @Nullable Object filtered(@Nullable Object item, Arguments with, Frame frame) {
        return Filters.named(with.text(0, "filter")).apply(item, with.after(1), frame);
    }
}
