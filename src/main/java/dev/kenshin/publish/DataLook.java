package dev.kenshin.publish;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a word looks that says that data are not fresh: violet, which no level wears, the darker the more is missing. Fresh
 * data look like any text, so that the eye goes to the others.
 */
final class DataLook {
    private static final Set<String> COLUMNS = Set.of("source_status", "status");
    private static final LevelLook LACKING = new LevelLook("5B3A8C", "FFFFFF");
    private static final Map<String, LevelLook> LOOKS =
            Map.of("stale", new LevelLook("E3D7F4", "3B1F66"), "partial", LACKING, "unavailable", LACKING);

    private DataLook() {}

    /** Empty for what looks like any text. */
    static Optional<LevelLook> of(String column, String value) {
        return COLUMNS.contains(column) ? Optional.ofNullable(LOOKS.get(value)) : Optional.empty();
    }
}
