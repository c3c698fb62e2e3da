package dev.kenshin.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What processes leave behind. */
final class Remains {
    private Remains() {}

    /** The files below a directory that should be empty, each as a complaint. */
    static List<String> in(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> "left behind: " + file)
                    .toList();
        }
    }

    /** How much room the files below a directory take, each in pages of 4 KiB. */
    static long kibibytes(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            long pages = 0;
            for (Path file : tree.toList()) {
                pages += 1 + Files.size(file) / 4096;
            }
            return 4 * pages;
        }
    }

    /** Deletes a directory, if it is there, with all that is in it, but not what links lead to. */
    static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
