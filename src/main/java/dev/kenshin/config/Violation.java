package dev.kenshin.config;

import com.networknt.schema.Error;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One violation of a schema, as a problem with the place in the YAML and a sentence for people. */
record Violation(Error error, ConfigTree file, Schemas schemas) {

    /** The keys that a part of a schema knows. */
    static Collection<String> keys(JsonNode schema) {
        return schema.path("properties").propertyNames();
    }

    Problem problem() {
        if (schemas.around(error).path("writeOnly").asBoolean(false)) {
            return plainSecret();
        }
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(keys(schemas.around(error)));
            case "propertyNames" -> error.getSchemaNode().has("enum") ? unknownKey(words("enum")) : wrongName();
            case "required" -> missing(error.getProperty());
            case "dependentRequired" -> dependent();
            case "type" -> wrongType();
            case "enum" -> wrongValue();
            case "pattern" -> wrongPattern(spot().at(), written(), schemas.around(error));
            case "minimum", "maximum" -> outOfRange();
            case "oneOf" -> notOne();
            case "uniqueItems" -> twice();
            default -> wrongCount();
        };
    }

    private ConfigTree.Spot spot() {
        return file.find(SchemaCheck.elements(error.getInstanceLocation()));
    }

    private String name() {
        return spot().name(file.file());
    }

    private String written() {
        return spot().value().asText().orElse("");
    }

    private Location key() {
        return spot().at(error.getProperty());
    }

    private Problem unknownKey(Collection<String> known) {
        String key = error.getProperty();
        return Problem.error(
                "KEN-C05",
                key(),
                new Text("ここに項目「" + key + "」は書けません。", "The key '" + key + "' does not belong here."),
                Suggestion.among(key, known));
    }

    private Problem wrongName() {
        return wrongPattern(key(), error.getProperty(), schemas.rule(error));
    }

    private Problem missing(String key) {
        return Problem.error(
                "KEN-C06",
                spot().label(),
                new Text("「" + name() + "」に項目「" + key + "」がありません。", "'" + name() + "' lacks the key '" + key + "'."),
                new Text("「" + key + "」を加えてください。", "Add '" + key + "'."));
    }

    private Problem dependent() {
        String key = error.getProperty();
        String needed = String.valueOf(error.getArguments()[0]);
        return Problem.error(
                "KEN-C06",
                key(),
                new Text("「" + key + "」には「" + needed + "」が要ります。", "'" + key + "' needs '" + needed + "'."),
                new Text(
                        "「" + needed + "」を加えるか、「" + key + "」を消してください。",
                        "Add '" + needed + "', or delete '" + key + "'."));
    }

    private Problem wrongType() {
        ValueTypes expected = ValueTypes.of(error.getSchemaNode());
        JsonNode rule = schemas.around(error);
        return Problem.error(
                "KEN-C07",
                spot().at(),
                ValueTypes.found(name(), spot().value()),
                rule.has("examples") ? like(rule) : expected.fix());
    }

    private Problem wrongValue() {
        List<String> allowed = strings(error.getSchemaNode());
        return Problem.error(
                "KEN-C08",
                spot().at(),
                new Text(
                        "「" + name() + "」に「" + written() + "」は使えません。",
                        "'" + written() + "' is not allowed for '" + name() + "'."),
                Suggestion.among(written(), allowed));
    }

    private Problem wrongPattern(Location at, String written, JsonNode rule) {
        return Problem.error("KEN-C09", at, notation(written, Title.of(rule)), like(rule));
    }

    private static Text notation(String written, Text title) {
        return new Text(
                "「" + written + "」は" + title.ja() + "として読めません。",
                "'" + written + "' is not a valid " + title.en() + ".");
    }

    private static Text like(JsonNode rule) {
        String examples = String.join(", ", strings(rule.path("examples")));
        return new Text(examples + " のように書いてください。", "Write it like " + examples + ".");
    }

    /** Says nothing of the value: a message must not carry a secret further. */
    private Problem plainSecret() {
        return Problem.error(
                "KEN-C10",
                spot().at(),
                new Text("「" + name() + "」に秘密の値がそのまま書かれています。", "A secret is written out in '" + name() + "'."),
                new Text(
                        "環境変数に移して '${変数名}' と書くか、'${file:/ファイル}' と書いてください。",
                        "Move it to an environment variable and write '${NAME}', or to a file and write '${file:/path}'."));
    }

    private Problem outOfRange() {
        String limit = error.getSchemaNode().asString();
        boolean low = error.getKeyword().equals("minimum");
        JsonNode rule = schemas.around(error);
        return Problem.error(
                "KEN-C11",
                spot().at(),
                new Text(
                        "「" + name() + "」の値「" + written() + "」は" + (low ? "小さすぎます。" : "大きすぎます。"),
                        "'" + written() + "' is too " + (low ? "small" : "large") + " for '" + name() + "'."),
                rule.has("examples")
                        ? like(rule)
                        : new Text(
                                limit + (low ? "以上にしてください。" : "以下にしてください。"),
                                "Use " + (low ? "at least " : "at most ") + limit + "."));
    }

    private Problem notOne() {
        List<String> choices = new ArrayList<>();
        error.getSchemaNode().forEach(choice -> choices.addAll(strings(choice.path("required"))));
        List<String> present =
                choices.stream().filter(error.getInstanceNode()::has).toList();
        Location at = present.isEmpty() ? spot().label() : spot().at(present.get(present.size() - 1));
        String names = choices.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return Problem.error(
                "KEN-C12",
                at,
                new Text(
                        "「" + name() + "」には「" + String.join("」「", choices) + "」のうち一つだけが要ります。",
                        "'" + name() + "' needs exactly one of " + names + "."),
                present.isEmpty()
                        ? new Text("どれか一つを加えてください。", "Add one of them.")
                        : new Text("一つだけを残してください。", "Keep only one of them."));
    }

    private Problem twice() {
        return Problem.error(
                "KEN-C13",
                spot().at(),
                new Text("「" + name() + "」に同じものが二度あります。", "'" + name() + "' lists something twice."),
                new Text("重なりを消してください。", "Delete the repetition."));
    }

    private Problem wrongCount() {
        int number = error.getSchemaNode().asInt();
        boolean few = error.getKeyword().startsWith("min");
        return few && number == 1 ? empty() : wrongCount(few, number);
    }

    private Problem empty() {
        return Problem.error(
                "KEN-C13",
                spot().label(),
                new Text("「" + name() + "」が空です。", "'" + name() + "' is empty."),
                new Text("中身を書くか、項目を消してください。", "Fill it in, or delete the key."));
    }

    private Problem wrongCount(boolean few, int number) {
        return Problem.error(
                "KEN-C13",
                spot().label(),
                new Text(
                        "「" + name() + "」の数が" + (few ? "足りません。" : "多すぎます。"),
                        "'" + name() + "' holds too " + (few ? "few." : "many.")),
                new Text(
                        number + (few ? "個以上にしてください。" : "個までにしてください。"),
                        "Write " + (few ? "at least " : "at most ") + number + "."));
    }

    private List<String> words(String keyword) {
        return strings(error.getSchemaNode().path(keyword));
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(item -> strings.add(item.isValueNode() ? item.asString() : item.toString()));
        return strings;
    }
}
