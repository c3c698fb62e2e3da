package dev.kenshin.config;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** The configurations that lie among the test resources. */
final class Examples {
    static final Set<String> TABLES = Set.of("account", "usage_daily", "survey_response", "interaction");

    private Examples() {}

    static Path folder(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Examples.class.getResource(name)).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Configuration read(Path folder) {
        return ConfigurationReader.read(folder.resolve("config"), folder.resolve("jobs"), TABLES);
    }
}
