package dev.kenshin.source.singer;

import dev.kenshin.config.Yaml;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The {@code config} of a source as the JSON that its tap reads, with everything looked up that it names. */
final class TapConfig {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TapConfig() {}

    static ObjectNode of(Yaml.Mapping config, UnaryOperator<String> secrets) {
        ObjectNode object = JSON.objectNode();
        config.entries().forEach((name, value) -> object.set(name, node(value, secrets)));
        return object;
    }

    private static JsonNode node(Yaml yaml, UnaryOperator<String> secrets) {
        if (yaml instanceof Yaml.Mapping mapping) {
            return of(mapping, secrets);
        }
        if (yaml instanceof Yaml.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(node(item, secrets)));
            return array;
        }
        return scalar((Yaml.Scalar) yaml, secrets);
    }

    private static JsonNode scalar(Yaml.Scalar scalar, UnaryOperator<String> secrets) {
        Object value = scalar.value();
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Double number) {
            return SingerJson.exact(scalar.text(), number) instanceof BigDecimal exact
                    ? JSON.numberNode(exact)
                    : JSON.numberNode(number);
        }
        return value instanceof Boolean truth ? JSON.booleanNode(truth) : JSON.stringNode(secrets.apply(scalar.text()));
    }
}
