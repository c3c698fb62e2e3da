package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.python.Dpath;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the fields of one nested object to the top of the record.
 *
 * @param path to the object
 * @param delete takes the object itself out
 * @param replace leaves nothing else in the record
 * @param prefix or {@code suffix} of the names
 */
record DpathFlattenFields(
        List<Expression> path,
        boolean delete,
        boolean replace,
        Optional<Expression> prefix,
        Optional<Expression> suffix)
        implements Transformation {

    static DpathFlattenFields of(Component component) throws Unsupported {
        Optional<Component> names = component.child("key_transformation");
        return new DpathFlattenFields(
                component.expressions("field_path"),
                component.flag("delete_origin_value"),
                component.flag("replace_record"),
                names.isPresent() ? names.get().expression("prefix") : Optional.empty(),
                names.isPresent() ? names.get().expression("suffix") : Optional.empty());
    }

    @Override
    public void apply(Map<String, @Nullable Object> record, Variables scope) throws SourceUnavailable {
        List<String> steps = new ArrayList<>();
        for (Expression step : path) {
            steps.add(step.text(scope));
        }
        String before = prefix.isPresent() ? prefix.get().text(scope) : "";
        String after = suffix.isPresent() ? suffix.get().text(scope) : "";
        for (Object found : Dpath.all(record, steps)) {
            if (found instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> flat = new LinkedHashMap<>();
                map.forEach((name, value) -> flat.put(before + name + after, value));
                merge(record, steps, flat);
            }
        }
    }

    private void merge(Map<String, @Nullable Object> record, List<String> steps, Map<String, @Nullable Object> flat) {
        if (replace) {
            record.clear();
        } else if (delete) {
            Dpath.remove(record, steps);
        }
        record.putAll(flat);
    }
}
