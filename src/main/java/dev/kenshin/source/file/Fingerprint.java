package dev.kenshin.source.file;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 over the names and the bytes of a stream's files. Times do not count: a file that was written anew with the
 * same content is the same, and one whose time was set back is not.
 */
public final class Fingerprint {
    private static final int BUFFER = 1 << 16;

    private Fingerprint() {}

    /** 64 hexadecimal digits; empty where a file cannot be read, which whoever extracts it will explain. */
    public static Optional<String> of(SourceFiles files, StreamConfig stream) {
        try {
            MessageDigest digest = sha256();
            for (SourceFile file : files.find(stream)) {
                add(file, digest);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | SourceUnavailable unreadable) {
            return Optional.empty();
        }
    }

    /** With a separator that no name contains, and each file's own hash, so that files cannot trade bytes. */
    private static void add(SourceFile file, MessageDigest digest) throws IOException {
        digest.update(file.shortName().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content(file));
    }

    private static byte[] content(SourceFile file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file.path())) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
