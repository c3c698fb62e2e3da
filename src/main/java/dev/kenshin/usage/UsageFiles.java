package dev.kenshin.usage;

import dev.kenshin.config.UsageConfig;
import java.nio.file.Path;
import java.util.Optional;

/** Where the event files of a usage source lie. */
public final class UsageFiles {
    private static final String WILDCARDS = ".*[*?\\[{].*";

    private UsageFiles() {}

    /** The deepest directory that {@code path} names without a wildcard; empty for events in a database. */
    public static Optional<Path> directory(UsageConfig usage, Path base) {
        return usage.options().text("path").map(path -> {
            Path directory = base.toAbsolutePath().normalize().resolve(path);
            do {
                directory = directory.getParent();
            } while (directory != null && directory.toString().matches(WILDCARDS));
            return directory == null ? base : directory;
        });
    }
}
