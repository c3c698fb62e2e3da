package dev.kenshin.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory out of which configuration must not lead, neither by {@code ..}, nor by an absolute path or a symbolic link. */
public record Folder(Path directory) {
    public Folder {
        directory = directory.toAbsolutePath().normalize();
    }

    /** Whether the path, which may be relative to the directory, stays within it; where there is a file, links followed. */
    public boolean holds(Path path) {
        Path file = directory.resolve(path).normalize();
        return file.startsWith(directory) && (!Files.exists(file) || staysInside(file));
    }

    private boolean staysInside(Path file) {
        try {
            return file.toRealPath().startsWith(directory.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
