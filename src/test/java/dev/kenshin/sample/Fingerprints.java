package dev.kenshin.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipFile;

/** What a directory's files hold, short enough to be compared in a message. */
final class Fingerprints {
    private Fingerprints() {}

    /** The checksum of every file's bytes, by path. */
    static Map<String, Long> ofBytes(Path root) throws IOException {
        return of(root, Fingerprints::bytes);
    }

    /**
     * The same, but of workbooks only what they hold, since compression differs between machines; and of events only that
     * they are there, since they are made with the machine's own arithmetic.
     */
    static Map<String, Long> ofContent(Path root) throws IOException {
        return of(root, Fingerprints::content);
    }

    private static Map<String, Long> of(Path root, Fingerprint fingerprint) throws IOException {
        Map<String, Long> prints = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                prints.put(root.relativize(file).toString(), fingerprint.of(file));
            }
        }
        return prints;
    }

    private static long bytes(Path file) throws IOException {
        CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        Files.copy(file, sum);
        return sum.getChecksum().getValue();
    }

    private static long content(Path file) throws IOException {
        if (file.toString().endsWith(".parquet")) {
            return 0;
        }
        return file.toString().endsWith(".xlsx") ? entries(file) : bytes(file);
    }

    private static long entries(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .mapToLong(entry -> 31L * entry.getName().hashCode() + entry.getCrc())
                    .sum();
        }
    }

    private interface Fingerprint {
        long of(Path file) throws IOException;
    }
}
