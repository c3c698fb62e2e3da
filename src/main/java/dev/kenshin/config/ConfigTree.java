package dev.kenshin.config;

import dev.kenshin.problem.Location;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A file as it was read, in both forms.
 *
 * @param readable false where the file was no YAML at all; the tree is empty then, and nothing more is said about it
 */
record ConfigTree(ConfigFile file, Yaml.Mapping tree, JsonNode json, boolean readable) {

    static ConfigTree of(ConfigFile file, Yaml.Mapping tree) {
        return new ConfigTree(file, tree, JsonTree.of(tree), true);
    }

    static ConfigTree unreadable(ConfigFile file) {
        Yaml.Mapping nothing = new Yaml.Mapping(Map.of(), Map.of(), file.at());
        return new ConfigTree(file, nothing, JsonTree.of(nothing), false);
    }

    /** The value that a validator's path leads to, and the key it stands under. */
    Spot find(Iterable<?> path) {
        Spot spot = new Spot(tree, Optional.empty(), new Location.InText(file.shown(), 1, 1));
        for (Object step : path) {
            spot = spot.step(String.valueOf(step));
        }
        return spot;
    }

    /**
     * A value in its surroundings.
     *
     * @param key the key, or the position in the list; empty at the top
     * @param label where the key was written; for an item of a list, where the item begins
     */
    record Spot(Yaml value, Optional<String> key, Location label) {

        private Spot step(String next) {
            if (value instanceof Yaml.Mapping mapping) {
                return new Spot(mapping.get(next).orElse(mapping), Optional.of(next), mapping.at(next));
            }
            Yaml item = ((Yaml.Sequence) value).items().get(Integer.parseInt(next));
            return new Spot(item, key, item.at());
        }

        /** Where the value begins, or its key where there is no value. */
        Location at() {
            return value instanceof Yaml.Scalar scalar && scalar.value() == null ? label : value.at();
        }

        Location at(String child) {
            return value instanceof Yaml.Mapping mapping ? mapping.at(child) : at();
        }

        /** What people call it: its key, or the file. */
        String name(ConfigFile file) {
            return key.orElse(file.name());
        }
    }
}
