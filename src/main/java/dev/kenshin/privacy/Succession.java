package dev.kenshin.privacy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Keeps out whoever a home has forgotten, when an older state of that home comes back. */
public final class Succession {
    private Succession() {}

    /**
     * What the older state has been told.
     *
     * @param numbers of the entries that its list did not have; what they stand for has come back with it
     * @param foreign whether the two lists were made with different keys, so that nothing could be told
     */
    public record Told(List<Integer> numbers, boolean foreign) {
        /** Whether there is something for a person to do. */
        public boolean isAny() {
            return foreign || !numbers.isEmpty();
        }
    }

    /**
     * Adds the list of one state, and a forgetting that was interrupted there, to those of an older one that lies beside
     * it; the key, too, where the older state has none. Done again, it changes nothing.
     */
    public static Told tell(PersonalFiles newer, PersonalFiles older) throws IOException {
        try {
            Optional<PersonalKey> own = PersonalKey.find(older.key());
            Optional<PersonalKey> key = own.isPresent() ? own : PersonalKey.find(newer.key());
            SuppressionList known = SuppressionList.read(older.list(), key);
            SuppressionList more = SuppressionList.read(newer.list(), key);
            if (own.isEmpty() && key.isPresent()) {
                key.get().write(older.key());
            }
            List<Integer> numbers = more.missingIn(known);
            if (!numbers.isEmpty()) {
                more.and(known).write(older.list());
            }
            if (Files.exists(newer.task()) && Files.notExists(older.task())) {
                PrivateFile.write(older.task(), Files.readAllBytes(newer.task()));
            }
            return new Told(numbers, false);
        } catch (ConfigException damagedOrMadeWithAnotherKey) {
            return new Told(List.of(), true);
        }
    }
}
