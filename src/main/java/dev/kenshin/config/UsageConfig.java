package dev.kenshin.config;

import dev.kenshin.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * Where the product's usage events lie: {@code config/usage/<name>.yaml}. They are aggregated there, never copied.
 *
 * @param type {@code csv}, {@code json}, {@code parquet} (files, read by DuckDB) or {@code jdbc}
 * @param options all keys of the file: path, or url, login, password and table ({@code login} is who connects, since
 *     {@code user} names the column)
 * @param account the column that names the account in the product, and how it is linked to an account
 * @param user the column with the user's id
 * @param time the column with the time of the event
 * @param event the column with the event's name
 * @param seconds the column with the seconds spent, where there is one
 * @param lateDays how many days before the last aggregated one are asked for again (JDBC only)
 */
public record UsageConfig(
        String name,
        String type,
        Yaml.Mapping options,
        List<LinkConfig> account,
        String user,
        String time,
        String event,
        Optional<String> seconds,
        int lateDays,
        OutagePolicy onOutage,
        Expectation expect,
        Location at) {}
