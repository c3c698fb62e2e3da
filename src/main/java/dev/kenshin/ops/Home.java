package dev.kenshin.ops;

import dev.kenshin.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that holds everything a run writes. Only its owner may look inside, since it holds personal data. */
public record Home(Path directory) {
    /** The name of the directory into which a backup is unpacked. */
    public static final String RESTORING = ".restoring";

    public Path warehouse() {
        return directory.resolve("warehouse.duckdb");
    }

    /** Spring Batch's own tables; the name without H2's suffix. */
    public Path jobRepository() {
        return directory.resolve("jobs");
    }

    /** The mart where no other is configured; the name without H2's suffix. */
    public Path mart() {
        return directory.resolve("mart");
    }

    /** What servers told sources, each source's in a file of its own. */
    public Path secrets() {
        return directory.resolve("secrets");
    }

    public Path exports() {
        return directory.resolve("exports");
    }

    public Path runs() {
        return directory.resolve("runs");
    }

    /** Everything that one run tells of itself. */
    Path run(String id) {
        return runs().resolve(id);
    }

    /** What was logged during a run; there only if anything was. */
    public Path logFile(String run) {
        return run(run).resolve("log.txt");
    }

    /** Files of the run that is going on; what one that was killed left there goes when the next begins. */
    public Path temporary() {
        return directory.resolve("tmp");
    }

    /** The lock's file, which says which process held it last. */
    public Path lock() {
        return directory.resolve("run.lock");
    }

    /** By which the home is known to a server. */
    Path id() {
        return directory.resolve("home.id");
    }

    /** There only while a backup is restored, or where that was killed. */
    public Path restoring() {
        return directory.resolve(RESTORING);
    }

    /** Whether a restore has begun to move things, and has not come to its end: what lies here is of two homes. */
    public boolean isBeingRestored() {
        return Files.exists(restoring().resolve("moving-old"))
                || Files.exists(restoring().resolve("moving-new"));
    }

    /** Creates the directory where it is missing; one that is there is left to its owner and, where it is open to it, its group. */
    public void create() throws IOException {
        if (Files.isDirectory(directory)) {
            OwnerOnly.closeToStrangers(directory);
        } else {
            OwnerOnly.createDirectories(directory);
        }
    }
}
