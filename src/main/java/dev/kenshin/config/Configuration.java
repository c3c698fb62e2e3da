package dev.kenshin.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything that was configured. Names are unique within each map.
 *
 * @param directory where the configuration lies; crosswalks are looked up there
 * @param base the directory that relative paths of sources start from: the parent of {@code directory}
 * @param metrics in the order of the files, sorted by file name
 * @param segments in the order of the file
 * @param hash of the whole, 64 hexadecimal digits
 */
public record Configuration(
        Path directory,
        Path base,
        Map<String, JobConfig> jobs,
        Map<String, SourceConfig> sources,
        Map<String, UsageConfig> usage,
        Map<String, MappingConfig> mappings,
        Map<String, MetricConfig> metrics,
        List<SegmentConfig> segments,
        Map<String, ScorecardConfig> scorecards,
        String hash) {}
