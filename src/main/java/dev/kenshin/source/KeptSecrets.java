package dev.kenshin.source;

import dev.kenshin.file.OwnerOnly;
import dev.kenshin.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Secrets that servers issued and a source must know again next night, such as a token in the place of one that is no
 * longer good. They lie in a file that only its owner can read. For several threads.
 */
public final class KeptSecrets {
    private static final JsonMapper JSON = new JsonMapper();

    private final Optional<Path> file;
    private final Map<String, String> secrets = new TreeMap<>();

    /** @param file empty remembers as long as this object lives */
    public KeptSecrets(Optional<Path> file) {
        this.file = file;
    }

    /**
     * What was kept last, by this run or an earlier one.
     *
     * @throws IOException if the file is there and cannot be read
     */
    public synchronized Optional<String> find(String name) throws IOException {
        read();
        return Optional.ofNullable(secrets.get(name));
    }

    /**
     * Keeps a secret in the place of an earlier one; when this returns, it is on the disk.
     *
     * @throws IOException if it cannot be written; the earlier one is then still there
     */
    public synchronized void keep(String name, String secret) throws IOException {
        read();
        secrets.put(name, secret);
        if (file.isPresent()) {
            OwnerOnly.createDirectories(Objects.requireNonNull(file.get().getParent()));
            PrivateFile.write(file.get(), JSON.writeValueAsBytes(secrets));
        }
    }

    private void read() throws IOException {
        if (file.isPresent() && Files.exists(file.get())) {
            try {
                secrets.putAll(
                        JSON.readValue(Files.readAllBytes(file.get()), new TypeReference<Map<String, String>>() {}));
            } catch (JacksonException e) {
                throw new IOException(file.get() + " is damaged"); // without the cause, which quotes what it read
            }
        }
    }

    @Override
    public String toString() {
        return "KeptSecrets in " + file;
    }
}
