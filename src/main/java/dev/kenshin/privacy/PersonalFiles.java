package dev.kenshin.privacy;

import java.nio.file.Path;

/**
 * Where a home keeps what it must know about whom it may not know.
 *
 * @param key the secret of all hashes
 * @param list of those who are forgotten
 * @param task what a forgetting that was interrupted has to go on with; gone once it is done
 */
public record PersonalFiles(Path key, Path list, Path task) {

    /** Those of a home at this place. */
    public static PersonalFiles in(Path home) {
        return new PersonalFiles(
                home.resolve("personal.key"), home.resolve("forgotten.json"), home.resolve("forgetting.json"));
    }
}
