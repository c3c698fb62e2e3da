package dev.kenshin.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What there is, by name: of each table, directory of files, or list of names one hash or text. */
record Content(Map<String, String> parts) {
    static final Content NONE = new Content(Map.of());

    /** The hash of lines whose order counts. */
    static String hash(Collection<String> lines) {
        MessageDigest digest = sha256();
        lines.forEach(line -> digest.update((line + '\n').getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of all files in a directory, their names included; links are followed. */
    static String hash(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path real = directory.toRealPath();
        try (Stream<Path> tree = Files.walk(real)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                byte[] bytes = sha256().digest(Files.readAllBytes(file));
                files.put(real.relativize(file).toString(), HexFormat.of().formatHex(bytes));
            }
        }
        return hash(files.entrySet().stream().map(Map.Entry::toString).toList());
    }

    Content and(Content other) {
        Map<String, String> all = new TreeMap<>(parts);
        all.putAll(other.parts);
        return new Content(all);
    }

    Content without(String name) {
        Map<String, String> others = new TreeMap<>(parts);
        others.remove(name);
        return new Content(others);
    }

    /** The names of the parts that differ from those of {@code expected}, or that only one of the two has. */
    List<String> differences(Content expected) {
        TreeSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(expected.parts.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(parts.get(name), expected.parts.get(name)))
                .map(name -> name + " is " + parts.get(name) + " instead of " + expected.parts.get(name))
                .toList();
    }

    /** Of the parts that are neither as in {@code old} nor as in {@code done}, the names. */
    List<String> mixtures(Content old, Content done) {
        TreeSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(old.parts.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(parts.get(name), old.parts.get(name)))
                .filter(name -> !Objects.equals(parts.get(name), done.parts.get(name)))
                .map(name -> name + " is neither the old nor the new one")
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
