package dev.kenshin.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Which build of Kenshin runs: another one, though of the same version, may read the same file in another way. */
final class Program {
    private Program() {}

    /** Differs from build to build, and may differ between two installations of one build. */
    static String build() {
        return of(path());
    }

    static String of(Path code) {
        try {
            BasicFileAttributes file = Files.readAttributes(code, BasicFileAttributes.class);
            return file.size() + "@" + file.lastModifiedTime().toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path() {
        try {
            return Path.of(Program.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
