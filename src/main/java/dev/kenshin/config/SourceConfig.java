package dev.kenshin.config;

import dev.kenshin.problem.Location;
import java.util.Map;

/**
 * One system that Kenshin reads: {@code config/sources/<name>.yaml}.
 *
 * @param type which connector reads it: {@code csv}, {@code json}, {@code excel}, {@code sheets}, {@code imap},
 *     {@code jdbc}, {@code rest}, {@code singer}
 * @param options all keys of the file; the connector reads its own from here
 * @param streams by name, in the order of the file
 */
public record SourceConfig(
        String name,
        String type,
        Yaml.Mapping options,
        Map<String, StreamConfig> streams,
        OutagePolicy onOutage,
        Expectation expect,
        Location at) {}
