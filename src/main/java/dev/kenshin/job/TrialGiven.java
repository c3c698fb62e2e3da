package dev.kenshin.job;

import dev.kenshin.metric.GivenValues;
import dev.kenshin.source.SourceItem;
import dev.kenshin.usage.UsageDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Trial} starts from.
 *
 * @param records by stream, {@code source.stream}: all that the stream holds
 * @param rows by model table: rows that no mapping has to make, each in the order of the plan's columns of the table
 * @param usage by usage source
 * @param values metrics and segments that are not to be measured
 * @param measured the metrics that are looked at; empty: all of them, and the scores; nothing is measured
 *     where there are none
 * @param ages by model table: how many days old the data behind it are
 */
public record TrialGiven(
        LocalDate asOf,
        Map<String, List<SourceItem>> records,
        Map<String, List<List<@Nullable Object>>> rows,
        Map<String, List<UsageDay>> usage,
        GivenValues values,
        Optional<Set<String>> measured,
        Map<String, Integer> ages) {}
