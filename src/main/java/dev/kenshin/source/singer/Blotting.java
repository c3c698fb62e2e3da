package dev.kenshin.source.singer;

import dev.kenshin.config.Yaml;
import dev.kenshin.source.http.Redaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Blots secrets out of what a tap says. Secret are the values that the configuration only names, those whose names sound
 * like it, and whatever the tap itself put in their place.
 */
final class Blotting {
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key|access[_-]?key)");

    private final Redaction redaction = new Redaction(List.of());

    /** Whether a field of this name holds a secret. */
    static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    /**
     * Learns the secrets of a configuration.
     *
     * @param written as the file says it
     * @param resolved the same with all values looked up
     */
    void learn(Yaml written, JsonNode resolved) {
        if (written instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach((name, value) -> learn(value, resolved.path(name)));
        } else if (written instanceof Yaml.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                learn(sequence.items().get(i), resolved.path(i));
            }
        } else if (written.asText().orElse("").contains("${")) {
            redaction.add(resolved.asString());
        }
    }

    /** Learns what the tap made of its configuration: every text that was not there before may be a secret. */
    void learnRewritten(JsonNode before, JsonNode after) {
        secretsOf(after).forEach(redaction::add);
        Set<String> known = new HashSet<>(texts(before));
        texts(after).stream().filter(text -> !known.contains(text)).forEach(redaction::add);
    }

    String apply(String text) {
        return redaction.of(text);
    }

    private static Set<String> secretsOf(JsonNode tree) {
        Set<String> found = new HashSet<>();
        tree.propertyStream()
                .filter(field -> field.getValue().isString() && isSecret(field.getKey()))
                .forEach(field -> found.add(field.getValue().asString()));
        tree.valueStream().forEach(value -> found.addAll(secretsOf(value)));
        return found;
    }

    private static List<String> texts(JsonNode tree) {
        return tree.isString()
                ? List.of(tree.asString())
                : tree.valueStream().flatMap(value -> texts(value).stream()).toList();
    }
}
