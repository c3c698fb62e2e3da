package dev.kenshin.source.rest;

import dev.kenshin.problem.Problem;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * Some records, on their way from the thread that calls to the one that lands.
 *
 * @param cursor that may be kept once these records are, as well as all before them
 * @param end present in the last batch
 */
record Batch(List<SourceItem> items, Optional<String> cursor, Optional<End> end) {

    /** How reading ended. */
    sealed interface End {}

    record Complete() implements End {}

    record Failed(SourceUnavailable failure) implements End {}

    /** By a mistake in the program. */
    record Broken(Throwable cause) implements End {}

    /**
     * Before everything was read.
     *
     * @param limit why no more calls were made
     */
    record Partial(Problem limit) implements End {}
}
