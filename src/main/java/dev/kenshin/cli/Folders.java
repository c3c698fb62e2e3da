package dev.kenshin.cli;

import dev.kenshin.ops.Home;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where things are; the same options for every command. */
final class Folders {
    @Option(names = "--config", paramLabel = "DIR", defaultValue = "config", descriptionKey = "config")
    private Path config = Path.of("config");

    @Option(names = "--home", paramLabel = "DIR", defaultValue = "data", descriptionKey = "home")
    private Path home = Path.of("data");

    Path config() {
        return config;
    }

    /** The jobs lie beside the configuration. */
    Path jobs() {
        Path jobs = config.toAbsolutePath().normalize().resolveSibling("jobs");
        return config.isAbsolute() ? jobs : Path.of("").toAbsolutePath().relativize(jobs);
    }

    Home home() {
        return new Home(home);
    }
}
