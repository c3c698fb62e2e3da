package dev.kenshin.source.rest.request;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.python.Literal;
import dev.kenshin.source.rest.python.Tuple;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nested values of a manifest in which every text, keys included, may hold expressions; read once, evaluated often. */
sealed interface Inputs {

    /** The value; entries of mappings that evaluate to null are left out. */
    @Nullable
    Object value(Variables scope) throws SourceUnavailable;

    /** A value without expressions. */
    record Constant(@Nullable Object value) implements Inputs {
        @Override
        public @Nullable Object value(Variables scope) {
            return value;
        }
    }

    /**
     * A text; what it renders to is read as a Python literal where it is one, and is null where it is empty. So quotes within
     * quotes keep numbers and lists from being read as such.
     *
     * @param typed whether it may be a value of any type; else all but texts and lists stay as they were rendered
     */
    record Text(Expression expression, boolean typed) implements Inputs {
        @Override
        public @Nullable Object value(Variables scope) throws SourceUnavailable {
            String text = expression.text(scope);
            if (text.isEmpty()) {
                return null;
            }
            Object value = Literal.of(text);
            return typed || value instanceof String || (value instanceof List<?> && !(value instanceof Tuple))
                    ? value
                    : text;
        }
    }

    record Entries(Map<Expression, Inputs> entries) implements Inputs {
        @Override
        public Map<String, @Nullable Object> value(Variables scope) throws SourceUnavailable {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (Map.Entry<Expression, Inputs> entry : entries.entrySet()) {
                Object value = entry.getValue().value(scope);
                if (value != null) {
                    values.put(entry.getKey().text(scope), value);
                }
            }
            return values;
        }
    }

    record Items(List<Inputs> items) implements Inputs {
        @Override
        public List<@Nullable Object> value(Variables scope) throws SourceUnavailable {
            List<@Nullable Object> values = new ArrayList<>(items.size());
            for (Inputs item : items) {
                values.add(item.value(scope));
            }
            return values;
        }
    }

    /** A text that is never read as anything else. */
    record Plain(Expression expression) implements Inputs {
        @Override
        public String value(Variables scope) throws SourceUnavailable {
            return expression.text(scope);
        }
    }

    /**
     * What stands under a field of a component; an empty mapping where nothing does. A single text is one that renders to
     * the whole mapping.
     */
    static Inputs of(Component component, String field, boolean typed) throws Unsupported {
        Object written = component.values().get(field);
        return written == null
                ? new Entries(Map.of())
                : of(component, field, written, typed || written instanceof String);
    }

    /** Fields of a form, or a single text that is the whole body. */
    static Inputs form(Component component, String field) throws Unsupported {
        return component.values().get(field) instanceof String text
                ? new Plain(component.expression(field, text))
                : of(component, field, false);
    }

    private static Inputs of(Component component, String field, @Nullable Object written, boolean typed)
            throws Unsupported {
        if (written instanceof Map<?, ?> map) {
            Map<Expression, Inputs> entries = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = String.valueOf(entry.getKey());
                if (!key.equals("$parameters")) {
                    entries.put(
                            component.expression(field, key),
                            of(component, field + "." + key, entry.getValue(), typed));
                }
            }
            return new Entries(entries);
        }
        if (written instanceof List<?> list) {
            List<Inputs> items = new ArrayList<>();
            for (Object item : list) {
                items.add(of(component, field, item, typed));
            }
            return new Items(items);
        }
        return written instanceof String text
                ? new Text(component.expression(field, text), typed)
                : new Constant(written);
    }
}
