package dev.kenshin.source.rest.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a manifest's templates call {@code config}, held against what its spec asks for. */
public final class ConnectorConfig {
    private final Component specification;

    /** @param specification the JSON schema in the manifest's spec */
    public ConnectorConfig(Component specification) {
        this.specification = specification;
    }

    /** The written values, and the spec's defaults for those that were left out. */
    public Map<String, @Nullable Object> completed(Map<String, @Nullable Object> written) {
        return completed(specification, written);
    }

    /** The names of values that the spec requires and that have no default. */
    public List<String> missing(Map<String, @Nullable Object> completed) {
        List<String> missing = new ArrayList<>();
        for (Object name : specification.values().get("required") instanceof List<?> list ? list : List.of()) {
            if (!completed.containsKey(String.valueOf(name))) {
                missing.add(String.valueOf(name));
            }
        }
        return missing;
    }

    /** Names of values that the spec marks as secret, at any depth. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        collectSecrets(specification, secrets);
        return secrets;
    }

    private static Map<String, @Nullable Object> completed(Component schema, Map<String, @Nullable Object> written) {
        Map<String, @Nullable Object> completed = new LinkedHashMap<>(written);
        Component properties = schema.child("properties").orElse(new Component("", Map.of()));
        for (String name : properties.values().keySet()) {
            Component property = properties.child(name).orElse(new Component("", Map.of()));
            if (!completed.containsKey(name) && property.values().containsKey("default")) {
                completed.put(name, property.values().get("default"));
            }
            Cascade.asMap(completed.get(name)).ifPresent(nested -> completed.put(name, completed(property, nested)));
        }
        return completed;
    }

    private static void collectSecrets(Component schema, List<String> secrets) {
        for (Component alternative : schema.children("oneOf")) {
            collectSecrets(alternative, secrets);
        }
        Component properties = schema.child("properties").orElse(new Component("", Map.of()));
        for (String name : properties.values().keySet()) {
            Component property = properties.child(name).orElse(new Component("", Map.of()));
            if (property.flag("airbyte_secret")) {
                secrets.add(name);
            }
            collectSecrets(property, secrets);
        }
    }
}
