package dev.kenshin.housekeeping;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories and what is in them; links are never followed. */
final class Trees {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Trees() {}

    /** Deletes a file, a link, or a directory with all that is in it; nothing happens where there is none. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path path : contents(root, Comparator.reverseOrder())) {
            Files.delete(path);
        }
    }

    /** What lies directly in a directory. */
    static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }

    /** The root and all below it. */
    static List<Path> contents(Path root, Comparator<Path> order) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.sorted(order).toList();
        }
    }

    /** Makes a file, or the names within a directory, survive a power failure. */
    static void force(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        if (directory && !POSIX) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(path, directory ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
