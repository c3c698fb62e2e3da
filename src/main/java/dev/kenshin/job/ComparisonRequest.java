package dev.kenshin.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a comparison.
 *
 * @param asOf the later snapshot; absent: the last one
 * @param with the snapshot that it is compared with
 * @param by groups the accounts: {@code owner}, {@code scorecard}, {@code level} or a segment; absent: not at all
 * @param metrics to compare
 * @param accounts the ids of the accounts that count; empty: all
 */
public record ComparisonRequest(
        Optional<LocalDate> asOf, LocalDate with, Optional<String> by, List<String> metrics, List<String> accounts) {}
