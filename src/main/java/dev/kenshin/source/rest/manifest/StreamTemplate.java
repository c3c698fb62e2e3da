package dev.kenshin.source.rest.manifest;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.python.Copies;
import dev.kenshin.source.rest.python.Dpath;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stream of which a manifest has one copy made for every entry of a list, which stands in the manifest or in the
 * configuration. What only an API could list needs a call, and is not supported.
 */
final class StreamTemplate {
    private final Component definition;
    private final Component resolver;
    private final List<Mapping> mappings;

    /** A value that is put into the copy, where it has such a field or may get one. */
    private record Mapping(
            List<Expression> path,
            Expression value,
            boolean asText,
            boolean mayCreate,
            Optional<Expression> condition) {}

    private StreamTemplate(Component definition, Component resolver, List<Mapping> mappings) {
        this.definition = definition;
        this.resolver = resolver;
        this.mappings = mappings;
    }

    static StreamTemplate of(Component definition) throws Unsupported {
        Component resolver = definition.required("components_resolver");
        if (!List.of("ConfigComponentsResolver", "ParametrizedComponentsResolver")
                .contains(resolver.type())) {
            throw resolver.unsupported();
        }
        List<Mapping> mappings = new ArrayList<>();
        for (Component mapping : resolver.children("components_mapping")) {
            mappings.add(new Mapping(
                    mapping.expressions("field_path"),
                    mapping.requiredExpression("value"),
                    mapping.text("value_type").filter("string"::equals).isPresent(),
                    mapping.flag("create_or_update"),
                    mapping.expression("condition").filter(it -> !it.toString().isBlank())));
        }
        return new StreamTemplate(definition, resolver, mappings);
    }

    /** @param scope holds {@code config} */
    List<Component> streams(Variables scope) throws Unsupported, SourceUnavailable {
        Component template = definition.required("stream_template");
        List<Component> streams = new ArrayList<>();
        for (Map<String, @Nullable Object> entry : entries(scope)) {
            Map<String, @Nullable Object> copy = Copies.of(template.values());
            Variables seen = scope.with("components_values", entry).with("stream_template_config", template.values());
            for (Mapping mapping : mappings) {
                apply(mapping, copy, seen);
            }
            boolean parentsWin = !definition.has("use_parent_parameters") || definition.flag("use_parent_parameters");
            streams.add(new Component(definition.place(), Cascade.again("", copy, parentsWin)));
        }
        return streams;
    }

    private static void apply(Mapping mapping, Map<String, @Nullable Object> copy, Variables scope)
            throws SourceUnavailable {
        if (mapping.condition().isPresent() && !mapping.condition().get().holds(scope)) {
            return;
        }
        List<String> path = new ArrayList<>();
        for (Expression step : mapping.path()) {
            path.add(step.text(scope));
        }
        if (mapping.mayCreate() || Dpath.exists(copy, path)) {
            Dpath.put(
                    copy,
                    path,
                    mapping.asText()
                            ? mapping.value().text(scope)
                            : mapping.value().value(scope));
        }
    }

    /** Every combination of the entries of all lists. */
    private List<Map<String, @Nullable Object>> entries(Variables scope) throws Unsupported, SourceUnavailable {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(List.of(Map.of()));
        for (List<?> list : lists(scope)) {
            List<Map<String, @Nullable Object>> more = new ArrayList<>();
            for (Map<String, @Nullable Object> sofar : all) {
                for (Object entry : list) {
                    Map<String, @Nullable Object> joined = new LinkedHashMap<>(sofar);
                    joined.putAll(Cascade.asMap(entry).orElseThrow(resolver::unsupported));
                    more.add(joined);
                }
            }
            all = more;
        }
        return all;
    }

    private List<List<?>> lists(Variables scope) throws Unsupported, SourceUnavailable {
        List<List<?>> lists = new ArrayList<>();
        if (resolver.type().equals("ParametrizedComponentsResolver")) {
            lists.add(items(resolver.required("stream_parameters").values().get("list_of_parameters_for_stream")));
            return lists;
        }
        for (Component config : resolver.children("stream_config")) {
            List<String> pointer = new ArrayList<>();
            for (Expression step : config.expressions("configs_pointer")) {
                pointer.add(step.text(scope));
            }
            List<@Nullable Object> items = new ArrayList<>(
                    items(Dpath.find(scope.values().get("config"), pointer).orElse(null)));
            items.addAll(items(config.values().get("default_values")));
            lists.add(items);
        }
        return lists;
    }

    private static List<?> items(@Nullable Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }
}
