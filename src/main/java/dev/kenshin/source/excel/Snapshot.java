package dev.kenshin.source.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.poi.util.TempFile;

/**
 * A private copy of an {@code .xlsx} file, without its password protection. People save workbooks while they are read,
 * and the library that streams them, when it fails, saves them too.
 */
record Snapshot(Path path) implements Closeable {

    /** Copies to a temporary file, during a night in its home. */
    static Snapshot of(InputStream content) throws IOException {
        Path path = TempFile.createTempFile("workbook", ".xlsx").toPath();
        try {
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            return new Snapshot(path);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
