package dev.kenshin.source.rest.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands {@code $parameters} down to every component below. They fill fields that a component leaves out or has empty, and
 * what is nearer wins. A component knows its type, or has one implied by where it stands; everything else is plain data
 * that parameters pass by.
 */
final class Cascade {
    static final String PARAMETERS = "$parameters";
    private static final String TYPE = "type";

    private final boolean inheritedWin;

    private Cascade(boolean inheritedWin) {
        this.inheritedWin = inheritedWin;
    }

    /** @param field {@code ParentType.field} under which the component stands */
    static Map<String, @Nullable Object> into(
            String field, Map<String, @Nullable Object> written, Map<String, @Nullable Object> inherited) {
        return new Cascade(false).component(field, written, inherited);
    }

    /**
     * Hands parameters down once more, after some were replaced.
     *
     * @param inheritedWin whether a component's own parameters give way to those from above
     */
    static Map<String, @Nullable Object> again(
            String field, Map<String, @Nullable Object> resolved, boolean inheritedWin) {
        return new Cascade(inheritedWin).component(field, resolved, Map.of());
    }

    private Map<String, @Nullable Object> component(
            String field, Map<String, @Nullable Object> written, Map<String, @Nullable Object> inherited) {
        Map<String, @Nullable Object> component = new LinkedHashMap<>(written);
        if (!component.containsKey(TYPE) && !component.containsKey("class_name")) {
            ImpliedTypes.of(field).ifPresent(type -> component.put(TYPE, type));
        }
        Map<String, @Nullable Object> own = asMap(component.remove(PARAMETERS)).orElse(Map.of());
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>(inheritedWin ? own : inherited);
        parameters.putAll(inheritedWin ? inherited : own);
        if (isSchema(component)) {
            return component;
        }
        if (!component.containsKey(TYPE)) {
            component.replaceAll((name, value) -> isComponent(value) ? handedDown(field, value, parameters) : value);
            return component;
        }
        return filled(component, parameters);
    }

    private Map<String, @Nullable Object> filled(
            Map<String, @Nullable Object> component, Map<String, @Nullable Object> parameters) {
        parameters.forEach((name, value) -> {
            if (isEmpty(component.get(name))) {
                component.put(name, value);
            }
        });
        component.replaceAll((name, value) -> {
            Map<String, @Nullable Object> others = new LinkedHashMap<>(parameters);
            others.remove(name);
            return handedDown(component.get(TYPE) + "." + name, value, others);
        });
        if (!parameters.isEmpty()) {
            component.put(PARAMETERS, parameters);
        }
        return component;
    }

    private @Nullable Object handedDown(
            String field, @Nullable Object value, Map<String, @Nullable Object> parameters) {
        Optional<Map<String, @Nullable Object>> object = asMap(value);
        if (object.isPresent()) {
            return component(field, object.get(), parameters);
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<@Nullable Object> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(item instanceof Map<?, ?> ? handedDown(field, item, parameters) : item);
        }
        return items;
    }

    private static boolean isComponent(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.get(TYPE) != null;
    }

    /** JSON schemas have a type too, and property names that look like fields. */
    private static boolean isSchema(Map<String, @Nullable Object> component) {
        Object type = component.get(TYPE);
        return "object".equals(type) || List.of("null", "object").equals(type);
    }

    /** What counts as false in Python. */
    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof Number number && number.doubleValue() == 0)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    @SuppressWarnings("unchecked")
    static Optional<Map<String, @Nullable Object>> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> ? Optional.of((Map<String, @Nullable Object>) value) : Optional.empty();
    }
}
