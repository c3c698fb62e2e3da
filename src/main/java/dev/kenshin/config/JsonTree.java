package dev.kenshin.config;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same tree as JSON: for the schema's validator and for hashes, which look at no positions. */
final class JsonTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonTree() {}

    static JsonNode of(Yaml yaml) {
        if (yaml instanceof Yaml.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach((key, value) -> object.set(key, of(value)));
            return object;
        }
        if (yaml instanceof Yaml.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((Yaml.Scalar) yaml);
    }

    private static JsonNode scalar(Yaml.Scalar scalar) {
        Object value = scalar.value();
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number);
        }
        return value instanceof Boolean truth ? JSON.booleanNode(truth) : JSON.stringNode(scalar.text());
    }
}
