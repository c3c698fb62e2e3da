package dev.kenshin.config;

import dev.kenshin.problem.Location;

/**
 * One way to find the account that a record belongs to.
 *
 * @param by {@code name}, {@code email-domain}, {@code crosswalk}, {@code account.<column>}, or {@code source.stream}
 *     (the key of a record of that stream)
 * @param from the record's field that holds the value
 */
public record LinkConfig(String by, String from, Location at) {}
