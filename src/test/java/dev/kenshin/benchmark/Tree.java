package dev.kenshin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole directories. */
final class Tree {
    private Tree() {}

    static void delete(Path directory) throws IOException {
        for (Path path : paths(directory, Comparator.reverseOrder())) {
            Files.delete(path);
        }
    }

    /** Makes the files of one directory appear in another as well, in place of files of the same name; times stay. */
    static void link(Path from, Path to) throws IOException {
        for (Path path : paths(from, Comparator.naturalOrder())) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.deleteIfExists(target);
                Files.createLink(target, path);
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path path : paths(from, Comparator.naturalOrder())) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    private static List<Path> paths(Path directory, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(order).toList();
        }
    }
}
