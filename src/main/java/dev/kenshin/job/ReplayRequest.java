package dev.kenshin.job;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Which snapshots are scored anew.
 *
 * @param from the first date; empty together with {@code to}: the last snapshot
 * @param to the last date
 * @param scorecard the only one that is looked at
 */
public record ReplayRequest(Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> scorecard) {

    /** Those of the kept dates that are meant. */
    NavigableSet<LocalDate> among(NavigableSet<LocalDate> kept) {
        LocalDate last = to.orElse(kept.last());
        LocalDate first = from.orElse(to.isPresent() ? kept.first() : last);
        return first.isAfter(last) ? kept.subSet(last, false, last, false) : kept.subSet(first, true, last, true);
    }
}
