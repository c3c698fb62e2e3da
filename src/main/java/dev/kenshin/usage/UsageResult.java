package dev.kenshin.usage;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a night's aggregation of one usage source did.
 *
 * @param partsAdded files that are new; a database's table counts as one part
 * @param partsChanged files that were read again
 * @param partsRemoved files that are gone; what they held is gone too
 * @param events aggregated tonight
 * @param rejected events without account, user or time, and lines that could not be read; examples are in the quarantine
 * @param lastDay the newest day with events that is not after the as-of date: the source's data date
 */
public record UsageResult(
        int partsAdded, int partsChanged, int partsRemoved, long events, long rejected, Optional<LocalDate> lastDay) {}
