package dev.kenshin.config;

import dev.kenshin.problem.Location;
import java.nio.file.Path;

/**
 * A file of the configuration.
 *
 * @param name the file's name without {@code .yaml}: the name of what it configures
 */
record ConfigFile(Kind kind, String name, Path path) {

    /** The path as the user gave it, with slashes on every system. */
    String shown() {
        return shown(path);
    }

    static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    Location at() {
        return Location.file(shown());
    }
}
