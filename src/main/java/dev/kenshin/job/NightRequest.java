package dev.kenshin.job;

import java.time.LocalDate;

/**
 * What is asked of a run.
 *
 * @param asOf the business day to describe
 * @param force compute the night again even though it is complete
 */
public record NightRequest(LocalDate asOf, boolean force) {}
