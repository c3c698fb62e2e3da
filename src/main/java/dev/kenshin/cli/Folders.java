package dev.kenshin.cli;

import dev.kenshin.ops.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where things are; the same options for every command. */
final class Folders {
    @Option(names = "--config", paramLabel = "DIR", defaultValue = "config", descriptionKey = "config")
    private Path config = Path.of("config");

    @Option(names = "--home", paramLabel = "DIR", defaultValue = "data", descriptionKey = "home")
    private Path home = Path.of("data");

    /** Null: beside the configuration. */
    private @Nullable Path jobs;

    Folders() {}

    private Folders(Path config, Path home, @Nullable Path jobs) {
        this.config = config;
        this.home = home;
        this.jobs = jobs;
    }

    /** The same home with the configuration of another folder: its jobs if there are any, else those of this one. */
    Folders with(Path other) {
        Folders there = new Folders(other, home, null);
        return Files.isDirectory(there.jobs()) ? there : new Folders(other, home, jobs());
    }

    Path config() {
        return config;
    }

    /** The jobs lie beside the configuration. */
    Path jobs() {
        if (jobs != null) {
            return jobs;
        }
        Path beside = config.toAbsolutePath().normalize().resolveSibling("jobs");
        return config.isAbsolute() ? beside : Path.of("").toAbsolutePath().relativize(beside);
    }

    Home home() {
        return new Home(home);
    }
}
