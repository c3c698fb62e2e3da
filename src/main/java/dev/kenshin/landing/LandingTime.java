package dev.kenshin.landing;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * When an extract was read, and for which night.
 *
 * @param seenAt UTC
 * @param run id of the run
 * @param asOf the business day that the night describes
 */
public record LandingTime(LocalDateTime seenAt, String run, LocalDate asOf) {}
