package dev.kenshin.score;

import java.util.List;
import java.util.Set;

/**
 * One account as measured on one as-of date, in the shape that one scorecard reads.
 *
 * @param measurements one for each of {@link Scorecard#components()}, in that order
 * @param overrides the names of the override rules whose condition is true; unknown is not true
 */
public record Reading(String accountId, List<Measurement> measurements, Set<String> overrides) {}
