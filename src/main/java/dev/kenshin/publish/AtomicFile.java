package dev.kenshin.publish;

import dev.kenshin.file.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Set;

/** A file that is there as a whole and on the disk, or not at all. */
final class AtomicFile {

    /** Writes the file's bytes; closing the stream is left to the caller. */
    interface Content {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    private AtomicFile() {}

    static void write(Path file, Content content) throws IOException, SQLException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        try {
            writeThrough(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void writeThrough(Path file, Content content) throws IOException, SQLException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, fresh, OwnerOnly.file());
                OutputStream out = Channels.newOutputStream(channel)) {
            content.writeTo(out);
            channel.force(true);
        }
    }
}
