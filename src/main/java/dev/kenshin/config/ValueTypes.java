package dev.kenshin.config;

import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The types of value that a schema accepts somewhere, in words. */
record ValueTypes(List<Text> names) {

    /** @param type a schema's {@code type}: one name or a list of names */
    static ValueTypes of(JsonNode type) {
        List<Text> names = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(name -> names.add(name(name.asString())));
        } else {
            names.add(name(type.asString()));
        }
        return new ValueTypes(names);
    }

    private static Text name(String type) {
        return switch (type) {
            case "string" -> new Text("文字列", "text");
            case "number" -> new Text("数値", "a number");
            case "integer" -> new Text("整数", "a whole number");
            case "boolean" -> new Text("true か false", "true or false");
            case "array" -> new Text("リスト [a, b]", "a list [a, b]");
            default -> new Text("「項目: 値」の組", "settings 'key: value'");
        };
    }

    Text message(String key, Yaml written) {
        Text found = found(written);
        return new Text(
                "「" + key + "」の値は" + found.ja() + "ではいけません。", "'" + key + "' must not be " + found.en() + ".");
    }

    private static Text found(Yaml written) {
        if (written instanceof Yaml.Scalar scalar) {
            return scalar.value() instanceof String
                    ? new Text("文字列「" + scalar.text() + "」", "the text '" + scalar.text() + "'")
                    : new Text("「" + scalar.text() + "」", "'" + scalar.text() + "'");
        }
        return name(written instanceof Yaml.Sequence ? "array" : "object");
    }

    Text fix() {
        return new Text(
                names.stream().map(Text::ja).collect(Collectors.joining("か")) + "を書いてください。",
                "Write " + names.stream().map(Text::en).collect(Collectors.joining(" or ")) + ".");
    }
}
