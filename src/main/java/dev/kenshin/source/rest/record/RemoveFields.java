package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.python.Dpath;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes fields out of the record: always, or where a condition on the field's value holds. */
final class RemoveFields implements Transformation {
    private final List<List<String>> pointers;
    private final Optional<Expression> condition;

    private RemoveFields(List<List<String>> pointers, Optional<Expression> condition) {
        this.pointers = pointers;
        this.condition = condition;
    }

    static RemoveFields of(Component component) throws Unsupported {
        List<List<String>> pointers = new ArrayList<>();
        for (Object pointer :
                component.get("field_pointers").orElse(List.of()) instanceof List<?> list ? list : List.of()) {
            List<String> path = pointer instanceof List<?> steps
                    ? steps.stream().map(String::valueOf).toList()
                    : List.of(String.valueOf(pointer));
            if (!path.isEmpty()) {
                pointers.add(path);
            }
        }
        return new RemoveFields(pointers, component.expression("condition").filter(it -> !it.toString()
                .isBlank()));
    }

    @Override
    public void apply(Map<String, @Nullable Object> record, Variables scope) throws SourceUnavailable {
        for (List<String> pointer : pointers) {
            if (condition.isEmpty()) {
                Dpath.remove(record, pointer);
            } else if (pointer.get(pointer.size() - 1).startsWith("*")) {
                removeSome(record, pointer, condition.get(), scope);
            } else if (holds(condition.get(), Dpath.find(record, pointer).orElse(null), scope)) {
                Dpath.remove(record, pointer);
            }
        }
    }

    private static void removeSome(
            Map<String, @Nullable Object> record, List<String> pointer, Expression condition, Variables scope)
            throws SourceUnavailable {
        boolean deep = pointer.get(pointer.size() - 1).equals(Dpath.DEEP);
        for (Object parent : Dpath.all(record, deep ? pointer : pointer.subList(0, pointer.size() - 1))) {
            if (parent instanceof Map<?, ?> map) {
                for (Object name : List.copyOf(map.keySet())) {
                    boolean leaf = !(map.get(name) instanceof Map<?, ?>) && !(map.get(name) instanceof List<?>);
                    if ((leaf || !deep) && holds(condition, map.get(name), scope)) {
                        map.remove(name);
                    }
                }
            }
        }
    }

    private static boolean holds(Expression condition, @Nullable Object property, Variables scope)
            throws SourceUnavailable {
        return condition.holds(scope.with("property", property));
    }
}
