package dev.kenshin.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** What counts as known when a snapshot is computed afterwards. */
public sealed interface KnownAt {

    /** All that has landed. */
    record Now() implements KnownAt {}

    /** What had landed by that time. */
    record Time(Instant instant) implements KnownAt {}

    /** What had landed when the night of the date itself was due: by the end of the following day. */
    record EachNight() implements KnownAt {}

    /** The last moment (UTC) at which a record may have landed; empty where that does not matter. */
    default Optional<LocalDateTime> moment(LocalDate asOf, ZoneId zone) {
        if (this instanceof Time time) {
            return Optional.of(LocalDateTime.ofInstant(time.instant(), ZoneOffset.UTC));
        }
        return this instanceof EachNight
                ? Optional.of(LocalDateTime.ofInstant(
                        asOf.plusDays(2).atStartOfDay(zone).toInstant().minusNanos(1000), ZoneOffset.UTC))
                : Optional.empty();
    }
}
