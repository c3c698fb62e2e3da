package dev.kenshin.source.singer;

import dev.kenshin.config.Yaml;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Blots secrets out of what a tap says. Secret are the values that the configuration only names, those whose names sound
 * like it, and whatever the tap itself put in their place.
 */
final class Redaction {
    private static final String BLOT = "***";
    /** Shorter ones would blot out half of every word. */
    private static final int SHORTEST = 4;

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key|access[_-]?key)");

    private final Set<String> configured = new HashSet<>();
    private volatile List<String> secrets = List.of();

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
        named(written, resolved);
        secrets = sorted(configured);
    }

    /** Learns what the tap made of its configuration: every text that was not there before may be a secret. */
    void learnRewritten(JsonNode before, JsonNode after) {
        Set<String> all = new HashSet<>(secrets);
        all.addAll(secretsOf(after));
        Set<String> known = new HashSet<>(texts(before));
        texts(after).stream().filter(text -> !known.contains(text)).forEach(all::add);
        secrets = sorted(all);
    }

    String apply(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, BLOT);
        }
        return redacted;
    }

    private void named(Yaml written, JsonNode resolved) {
        if (written instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach((name, value) -> named(value, resolved.path(name)));
        } else if (written instanceof Yaml.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                named(sequence.items().get(i), resolved.path(i));
            }
        } else if (written.asText().orElse("").contains("${")) {
            add(configured, resolved.asString());
        }
    }

    private static Set<String> secretsOf(JsonNode tree) {
        Set<String> found = new HashSet<>();
        tree.propertyStream()
                .filter(field -> field.getValue().isString() && isSecret(field.getKey()))
                .forEach(field -> add(found, field.getValue().asString()));
        tree.valueStream().forEach(value -> found.addAll(secretsOf(value)));
        return found;
    }

    private static List<String> texts(JsonNode tree) {
        return tree.isString()
                ? List.of(tree.asString())
                : tree.valueStream().flatMap(value -> texts(value).stream()).toList();
    }

    /** A secret of several lines may be said line by line. */
    private static void add(Set<String> secrets, String value) {
        secrets.add(value);
        value.lines().forEach(secrets::add);
    }

    /** The longest first, since one may be part of another. */
    private static List<String> sorted(Set<String> secrets) {
        return secrets.stream()
                .filter(secret -> secret.strip().length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
