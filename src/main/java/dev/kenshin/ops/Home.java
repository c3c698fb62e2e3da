package dev.kenshin.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that holds everything a run writes. Only its owner may look inside, since it holds personal data. */
public record Home(Path directory) {

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

    Path temporary() {
        return directory.resolve("tmp");
    }

    Path lock() {
        return directory.resolve("run.lock");
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
