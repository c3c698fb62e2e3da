package dev.kenshin.config;

import dev.kenshin.problem.Location;
import java.util.List;

/**
 * One kind of record of a source.
 *
 * @param key the fields that identify a record; empty where records have no key and their content stands for it
 * @param options all keys of the stream; the connector reads its own from here
 */
public record StreamConfig(String source, String name, List<String> key, Yaml.Mapping options, Location at) {

    /** {@code source.stream}, the name by which mappings refer to it. */
    public String qualifiedName() {
        return source + "." + name;
    }
}
