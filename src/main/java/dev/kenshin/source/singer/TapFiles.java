package dev.kenshin.source.singer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.file.OwnerOnly;
import dev.kenshin.file.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files that a tap is given, in a folder that only their owner may look into. They are removed when the tap is done,
 * but for a configuration that the tap rewrote: it may hold the only token that is still valid, so it stays for the next
 * time, until the configuration itself is changed. After a crash it is found where the tap left it.
 */
final class TapFiles implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;
    private final ObjectNode configured;
    private final List<Path> passing = new ArrayList<>();
    private ObjectNode given;

    /** Another process has the tap's folder. */
    static final class InUse extends Exception {
        private static final long serialVersionUID = 1;
    }

    private TapFiles(Path folder, FileChannel lock, ObjectNode configured) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.configured = configured;
        this.given = kept().orElse(configured);
        if (given.equals(configured)) {
            Files.deleteIfExists(origin());
            PrivateFile.write(config(), configured.toString().getBytes(UTF_8));
            PrivateFile.write(origin(), hash().getBytes(UTF_8));
        }
    }

    /** @param configured what the tap's configuration is before the tap ever rewrote it */
    static TapFiles open(Path folder, ObjectNode configured) throws IOException, InUse {
        OwnerOnly.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!locked(channel)) {
                throw new InUse();
            }
            return new TapFiles(folder, channel, configured);
        } catch (IOException | InUse e) {
            channel.close();
            throw e;
        }
    }

    Path config() {
        return folder.resolve("config.json");
    }

    /** The configuration as the tap was given it. */
    ObjectNode given() {
        return given;
    }

    /** Writes a file that is removed when the tap is done. */
    Path pass(String name, String json) throws IOException {
        Path file = folder.resolve(name);
        passing.add(file);
        PrivateFile.write(file, json.getBytes(UTF_8));
        return file;
    }

    /** What the tap made of its configuration, if it did and what it wrote is one. */
    Optional<ObjectNode> rewritten() {
        return read(config()).filter(now -> !now.equals(given));
    }

    /** Keeps a configuration that the tap rewrote, and removes all else. */
    @Override
    public void close() throws IOException {
        try (lock) {
            for (Path file : passing) {
                Files.deleteIfExists(file);
            }
            Optional<ObjectNode> now = read(config());
            if (now.isEmpty() && !given.equals(configured)) {
                PrivateFile.write(config(), given.toString().getBytes(UTF_8));
            } else if (now.orElse(configured).equals(configured)) {
                Files.deleteIfExists(origin());
                Files.deleteIfExists(config());
            }
            now.ifPresent(latest -> given = latest);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What is left of an earlier run, as long as it began with the same configuration. */
    private Optional<ObjectNode> kept() throws IOException {
        boolean same = Files.exists(origin()) && Files.readString(origin()).equals(hash());
        return same ? read(config()) : Optional.empty();
    }

    private static Optional<ObjectNode> read(Path file) {
        try {
            JsonNode tree = SingerJson.MAPPER.readTree(Files.readString(file));
            return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private Path origin() {
        return folder.resolve("config.sha256");
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(configured.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
