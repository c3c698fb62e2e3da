package dev.kenshin.ops;

import dev.kenshin.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Leaves what is in the home to its owner, before a run and after it: databases and libraries create files as the umask
 * says. What is there to be read by others, exports and the mart, is closed when it comes into being; whom its owner lets
 * read it later may go on.
 */
final class Privacy {
    private final Home home;
    private final boolean martIsNew;

    private Privacy(Home home, boolean martIsNew) {
        this.home = home;
        this.martIsNew = martIsNew;
    }

    /** Only to be called while the run lock is held, as is {@link #renew}. */
    static Privacy of(Home home) throws IOException {
        Privacy privacy = new Privacy(home, !Files.exists(martFile(home)));
        privacy.renew();
        return privacy;
    }

    /** Closes what came since. */
    void renew() throws IOException {
        try (Stream<Path> entries = Files.list(home.directory())) {
            for (Path entry : entries.filter(this::isPrivate).toList()) {
                OwnerOnly.close(entry);
            }
        }
    }

    private boolean isPrivate(Path entry) {
        boolean mart = martIsNew || !entry.equals(martFile(home));
        return mart && !entry.equals(home.exports());
    }

    private static Path martFile(Home home) {
        return home.mart().resolveSibling(home.mart().getFileName() + ".mv.db");
    }
}
