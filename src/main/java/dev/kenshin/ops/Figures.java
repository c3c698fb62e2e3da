package dev.kenshin.ops;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a complete night came to, in numbers that are worth watching.
 *
 * @param accounts how many there are of each level
 * @param quarantined how many rows are set aside now, whichever night set them aside
 * @param sources how each stream stands
 */
public record Figures(Map<String, Long> accounts, long quarantined, List<SourceFigures> sources) {

    /**
     * How a stream stands.
     *
     * @param fresh whether its data were as new as they should be
     * @param ageDays as-of date minus the newest date in the data; absent without data
     * @param records how many are known; absent without data
     */
    public record SourceFigures(
            String source,
            String stream,
            boolean fresh,
            @Nullable Long ageDays,
            @Nullable Long records,
            long quarantined) {}
}
