package dev.kenshin.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a directory. */
public final class Tree {
    private Tree() {}

    /** When each file was changed last, and its length. */
    public static Map<String, String> of(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : files(directory)) {
            files.put(directory.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
        }
        return files;
    }

    /** The bytes of each file. */
    static Map<String, byte[]> contents(Path directory) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : files(directory.toRealPath())) {
            files.put(directory.toRealPath().relativize(file).toString(), Files.readAllBytes(file));
        }
        return files;
    }

    private static Iterable<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
