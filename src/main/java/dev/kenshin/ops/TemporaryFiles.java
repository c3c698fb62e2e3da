package dev.kenshin.ops;

import dev.kenshin.file.OwnerOnly;
import dev.kenshin.warehouse.Compaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/**
 * Where a run's temporary files lie: in its home, since they hold personal data. Kenshin's own and those of Apache POI are all
 * created by POI's {@link TempFile}. What a run that was killed left behind goes when the next one begins.
 */
public final class TemporaryFiles implements AutoCloseable {
    private final Path directory;

    private TemporaryFiles(Path directory) {
        this.directory = directory;
    }

    /** Empties the directory; only to be done while the run lock is held. */
    public static TemporaryFiles of(Home home) throws IOException {
        TemporaryFiles files = new TemporaryFiles(home.temporary());
        files.delete();
        Compaction.discardUnfinished(home.warehouse());
        OwnerOnly.createDirectories(files.directory);
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(files.directory.toFile()));
        return files;
    }

    @Override
    public void close() throws IOException {
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy());
        delete();
    }

    private void delete() throws IOException {
        for (Path path : contents()) {
            Files.delete(path);
        }
    }

    /** The directory and all that is in it, if it is there; what is deepest comes first. */
    private List<Path> contents() throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
