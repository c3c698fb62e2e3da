package dev.kenshin.config;

import dev.kenshin.problem.Location;
import java.util.List;
import java.util.Map;

/**
 * How the records of one stream become rows of one model table: {@code config/mappings/<name>.yaml}.
 *
 * @param from {@code source.stream}
 * @param to the model table's name
 * @param account how to find the account, in order of preference; empty where the table is {@code account} itself
 * @param fields by canonical column
 * @param custom by the name of the custom variable
 * @param hash of everything that decides what a record becomes; a change means that all records are mapped again
 */
public record MappingConfig(
        String name,
        Reference from,
        Reference to,
        List<LinkConfig> account,
        Map<String, FieldConfig> fields,
        Map<String, FieldConfig> custom,
        String hash,
        Location at) {}
