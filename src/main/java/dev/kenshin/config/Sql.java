package dev.kenshin.config;

import dev.kenshin.problem.Location;

/** SQL as a person wrote it, not yet parsed. */
public record Sql(String text, Location at) {}
