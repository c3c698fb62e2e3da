package dev.kenshin.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hashes of configuration, SHA-256 in 64 hexadecimal digits. They look at what is said, not at how: comments, quotes
 * and layout make no difference; the order of keys does, since rules and classes apply in order.
 *
 * @param crosswalks the folder of the crosswalk files
 */
record Fingerprint(Path crosswalks) {

    /** Of all files together, and of all crosswalks and manifests of connectors. */
    String of(List<ConfigTree> files) {
        MessageDigest digest = sha256();
        files.forEach(file -> add(digest, file));
        filesIn(crosswalks).forEach(file -> add(digest, file));
        filesIn(crosswalks.resolveSibling(ConfigFiles.CONNECTORS)).forEach(file -> add(digest, file));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a mapping, and of the crosswalk where it uses one: a new line there may find a home for any record. */
    String of(ConfigTree mapping, Reference from, List<LinkConfig> account) {
        MessageDigest digest = sha256();
        add(digest, mapping);
        if (account.stream().anyMatch(link -> link.by().equals(LinkCheck.CROSSWALK))) {
            add(digest, crosswalks.resolve(LinkCheck.crosswalk(LinkCheck.source(from.name()))));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(MessageDigest digest, ConfigTree file) {
        add(digest, file.file().kind() + "/" + file.file().name());
        add(digest, scores(file).toString());
    }

    /** How a run is watched has no part in what it computes. */
    private static JsonNode scores(ConfigTree file) {
        if (file.file().kind() != Kind.JOB || !file.json().has("watch")) {
            return file.json();
        }
        ObjectNode job = (ObjectNode) file.json().deepCopy();
        job.remove("watch");
        return job;
    }

    private static void add(MessageDigest digest, Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            add(digest, file.getFileName().toString());
            digest.update(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The zero byte keeps neighbours apart. */
    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
