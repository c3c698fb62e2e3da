package dev.kenshin.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * A random name by which a home is known to a server that it shares with others. It lies in the home, and so goes along
 * when the home is moved, backed up or restored.
 */
public final class HomeId {
    private HomeId() {}

    /** The home's id, made the first time; only to be asked for while the run lock is held. */
    public static String of(Home home) throws IOException {
        Optional<String> known = known(home);
        if (known.isPresent()) {
            return known.get();
        }
        String id = UUID.randomUUID().toString();
        Path half = home.id().resolveSibling("home.id.part");
        Files.writeString(half, id);
        Files.move(half, home.id(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return id;
    }

    /** Empty where no server was ever told. */
    public static Optional<String> known(Home home) throws IOException {
        return Files.exists(home.id()) ? Optional.of(Files.readString(home.id()).strip()) : Optional.empty();
    }
}
