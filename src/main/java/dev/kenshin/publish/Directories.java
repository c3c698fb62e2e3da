package dev.kenshin.publish;

import dev.kenshin.file.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the file system can do with directories, link-safe: a link is removed, never what it points to. */
final class Directories {
    private Directories() {}

    /** The names of the entries. */
    static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }

    /** Deletes the entries whose names are meant, with all that is in them. */
    static void remove(Path directory, Predicate<String> meant) throws IOException {
        for (String name : names(directory)) {
            if (meant.test(name)) {
                delete(directory.resolve(name));
            }
        }
    }

    /** Deletes a file, a link, or a directory with all that is in it; nothing happens where there is none. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Copies a directory of files. */
    static void copy(Path from, Path to) throws IOException {
        OwnerOnly.createDirectories(to);
        for (String name : names(from)) {
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel channel = FileChannel.open(to.resolve(name), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** Makes the names within a directory survive a power failure, where directories can be opened. */
    static void force(Path directory) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
