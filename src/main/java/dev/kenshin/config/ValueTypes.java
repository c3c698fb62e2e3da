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
            case "array" -> new Text("リスト [a, b] ", "a list [a, b]");
            default -> new Text("「項目: 値」の組", "settings 'key: value'");
        };
    }

    /** What was written instead, or that nothing was. */
    static Text found(String key, Yaml written) {
        if (!(written instanceof Yaml.Scalar scalar)) {
            Text form = name(written instanceof Yaml.Sequence ? "array" : "object");
            return new Text("「" + key + "」に" + form.ja() + "は書けません。", "'" + key + "' cannot be " + form.en() + ".");
        }
        return scalar.value() == null
                ? new Text("「" + key + "」に値がありません。", "'" + key + "' has no value.")
                : new Text(
                        "「" + key + "」に「" + scalar.text() + "」は書けません。",
                        "'" + key + "' cannot be '" + scalar.text() + "'.");
    }

    Text fix() {
        return new Text(
                names.stream().map(Text::ja).collect(Collectors.joining("か")) + "を書いてください。",
                "Write " + names.stream().map(Text::en).collect(Collectors.joining(" or ")) + ".");
    }
}
