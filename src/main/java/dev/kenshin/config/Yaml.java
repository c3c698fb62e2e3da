package dev.kenshin.config;

import dev.kenshin.problem.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A YAML value that remembers where it was written. */
public sealed interface Yaml {

    /** The place of the value's first character. */
    Location at();

    /**
     * A mapping, in the order of the file.
     *
     * @param keys where each key was written
     */
    record Mapping(Map<String, Yaml> entries, Map<String, Location> keys, Location at) implements Yaml {

        public Optional<Yaml> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** The scalar's text, or empty where the key is absent, null or no scalar. */
        public Optional<String> text(String key) {
            return get(key).flatMap(Yaml::asText);
        }

        public Optional<Mapping> mapping(String key) {
            return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
        }

        /** Where the key was written, or the mapping itself where it is absent. */
        public Location at(String key) {
            return keys.getOrDefault(key, at);
        }
    }

    /** A list. */
    record Sequence(List<Yaml> items, Location at) implements Yaml {}

    /**
     * A scalar.
     *
     * @param text as written, without quotes
     * @param value what YAML 1.2's core schema makes of it: String, Long, Double, Boolean or null
     */
    record Scalar(String text, @Nullable Object value, Location at) implements Yaml {}

    /** The text of a scalar that is not null. */
    default Optional<String> asText() {
        return this instanceof Scalar scalar && scalar.value() != null ? Optional.of(scalar.text()) : Optional.empty();
    }

    /** The texts of a list's scalars; a single scalar counts as a list of one. */
    default List<String> asTexts() {
        if (this instanceof Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> item.asText().stream())
                    .toList();
        }
        return asText().map(List::of).orElse(List.of());
    }
}
