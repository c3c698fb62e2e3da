package dev.kenshin.metric;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.ConfigurationReader;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics and segments that are shipped, without the rest of the configuration. */
final class Shipped {
    static final Map<String, ModelTable> TABLES = Model.TABLES.stream()
            .collect(Collectors.toMap(ModelTable::name, Function.identity(), (one, other) -> one, TreeMap::new));

    private static final Path CONFIG = Path.of("config");

    private Shipped() {}

    static ModelTable table(String name) {
        return Optional.ofNullable(TABLES.get(name)).orElseThrow();
    }

    static Configuration configuration(Path folder) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(config.resolve("metrics"));
        Files.copy(CONFIG.resolve("segments.yaml"), config.resolve("segments.yaml"));
        try (Stream<Path> files = Files.list(CONFIG.resolve("metrics"))) {
            for (Path file : files.toList()) {
                Files.copy(file, config.resolve("metrics").resolve(file.getFileName()));
            }
        }
        return ConfigurationReader.read(config, Files.createDirectories(folder.resolve("jobs")), TABLES.keySet());
    }
}
