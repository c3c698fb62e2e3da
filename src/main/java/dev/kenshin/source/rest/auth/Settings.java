package dev.kenshin.source.rest.auth;

import dev.kenshin.problem.Text;
import dev.kenshin.source.rest.template.Template;
import dev.kenshin.source.rest.template.TemplateProblem;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an authenticator as the manifest has them.
 *
 * @param scope what their templates refer to
 */
record Settings(Map<String, @Nullable Object> node, Variables scope) {

    boolean has(String name) {
        return node.get(name) != null;
    }

    Object required(String name) throws Unsupported {
        Object value = node.get(name);
        if (value == null) {
            throw new Unsupported(new Text(
                    "%s に「%s」がありません。".formatted(node.get("type"), name),
                    "A %s lacks '%s'.".formatted(node.get("type"), name)));
        }
        return value;
    }

    /** The setting rendered; empty where it is not there. */
    String text(String name) throws TemplateProblem {
        return text(name, "");
    }

    String text(String name, String otherwise) throws TemplateProblem {
        Object value = node.get(name);
        return value == null ? otherwise : Template.of(String.valueOf(value)).text(scope);
    }

    boolean holds(String name) throws TemplateProblem {
        Object value = node.get(name);
        return value != null && Template.of(String.valueOf(value)).holds(scope);
    }

    /** A list's texts rendered, or those of a single value; empty where it is not there. */
    List<String> texts(String name) throws TemplateProblem {
        Object value = node.get(name);
        List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Object each : all) {
            texts.add(Template.of(String.valueOf(each)).text(scope));
        }
        return texts;
    }

    Optional<Settings> section(String name) {
        return node.get(name) instanceof Map<?, ?> map
                ? Optional.of(new Settings(typed(map), scope))
                : Optional.empty();
    }

    /** A map with its keys and values rendered and read, nested at will; empty where it is not there. */
    Map<String, @Nullable Object> map(String name) throws TemplateProblem {
        return node.get(name) instanceof Map<?, ?> map ? rendered(map) : Map.of();
    }

    static Map<String, @Nullable Object> typed(Map<?, ?> map) {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put(String.valueOf(key), value));
        return typed;
    }

    private Map<String, @Nullable Object> rendered(Map<?, ?> map) throws TemplateProblem {
        Map<String, @Nullable Object> rendered = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = Template.of(String.valueOf(entry.getKey())).text(scope);
            rendered.put(key, rendered(entry.getValue()));
        }
        return rendered;
    }

    private @Nullable Object rendered(@Nullable Object value) throws TemplateProblem {
        if (value instanceof Map<?, ?> map) {
            return rendered(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            for (Object item : list) {
                items.add(rendered(item));
            }
            return items;
        }
        return value instanceof String text ? Template.of(text).value(scope) : value;
    }

    @Override
    public String toString() {
        return "Settings of " + node.get("type");
    }
}
