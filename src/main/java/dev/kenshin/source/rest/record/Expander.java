package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.python.Copies;
import dev.kenshin.source.rest.python.Dpath;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the items of a list within each record.
 *
 * @param path to the list, or to several
 * @param whole puts the record that held the list into every item
 * @param merged gives every item the fields of that record which it has not itself
 * @param kept leaves a record as it is where there are no items
 */
record Expander(List<Expression> path, boolean whole, boolean merged, boolean kept, List<Copied> copied) {

    /** A field of the record that held the list, and where it goes in an item. */
    private record Copied(List<Expression> from, List<Expression> to) {}

    static Expander of(Component component) throws Unsupported {
        boolean truncation = component.has("truncation_indicator_path") || component.has("truncated_list_retriever");
        if (!component.type().equals("RecordExpander") || truncation) {
            throw component.unsupported();
        }
        List<Copied> copied = new ArrayList<>();
        for (Component field : component.children("parent_fields")) {
            copied.add(new Copied(field.expressions("parent_path"), field.expressions("record_path")));
        }
        return new Expander(
                component.expressions("expand_records_from_field"),
                component.flag("remain_original_record"),
                component.flag("merge_parent"),
                component.text("on_no_records").filter("emit_parent"::equals).isPresent(),
                copied);
    }

    /** What becomes of a record; what is no object stays as it is. */
    List<?> expanded(@Nullable Object record, Variables scope) throws SourceUnavailable {
        if (!(record instanceof Map<?, ?> map) || path.isEmpty()) {
            return record == null ? List.of() : List.of(record);
        }
        List<String> steps = steps(path, scope);
        List<Object> items = new ArrayList<>();
        for (Object found : Dpath.all(map, steps)) {
            if (found instanceof List<?> list) {
                for (Object item : list) {
                    items.add(item(map, item, steps, scope));
                }
            }
        }
        return items.isEmpty() && kept ? List.of(map) : items;
    }

    private Object item(Map<?, ?> record, @Nullable Object item, List<String> steps, Variables scope)
            throws SourceUnavailable {
        boolean bare = !whole && !merged && copied.isEmpty();
        if (bare && !(item instanceof Map<?, ?>)) {
            return String.valueOf(item);
        }
        Map<String, @Nullable Object> own = item instanceof Map<?, ?> map ? Copies.of(map) : value(item);
        Map<String, @Nullable Object> all = merged ? without(record, steps) : new LinkedHashMap<>();
        all.putAll(own);
        for (Copied field : copied) {
            Dpath.put(
                    all,
                    steps(field.to(), scope),
                    Dpath.find(record, steps(field.from(), scope)).orElse(null));
        }
        if (whole) {
            all.put("original_record", record);
        }
        return all;
    }

    private static Map<String, @Nullable Object> value(@Nullable Object item) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("value", item);
        return value;
    }

    private static Map<String, @Nullable Object> without(Map<?, ?> record, List<String> steps) {
        Map<String, @Nullable Object> copy = Copies.of(record);
        Dpath.remove(copy, steps);
        return copy;
    }

    private static List<String> steps(List<Expression> path, Variables scope) throws SourceUnavailable {
        List<String> steps = new ArrayList<>(path.size());
        for (Expression step : path) {
            steps.add(step.text(scope));
        }
        return steps;
    }
}
