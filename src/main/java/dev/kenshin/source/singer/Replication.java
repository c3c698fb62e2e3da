package dev.kenshin.source.singer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a stream is copied, in Singer's words and in those of the configuration. */
enum Replication {
    FULL_TABLE,
    INCREMENTAL,
    LOG_BASED;

    /** {@code full-table} and {@code FULL_TABLE}; empty for words that only the tap at hand knows. */
    static Optional<Replication> of(String word) {
        String name = word.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(method -> method.name().equals(name))
                .findFirst();
    }
}
