package dev.kenshin.usage;

import java.sql.SQLException;
import java.util.List;

/** A lack of memory or disk of the warehouse, as it shows while events are read. */
final class Shortage {
    /** Whatever is written is the warehouse's: files of events are only read. */
    private static final List<String> SAID = List.of(
            "Out of Memory Error",
            "max_temp_directory_size",
            "Could not write",
            "No space left on device",
            "Disk quota exceeded");

    private Shortage() {}

    /** Lets an error pass that tells of something wrong with what was read, and throws any other as it is. */
    static void passOn(SQLException error) throws SQLException {
        String message = String.valueOf(error.getMessage());
        if (SAID.stream().anyMatch(message::contains)) {
            throw error;
        }
    }
}
