package dev.kenshin.config;

import dev.kenshin.problem.Location;

/** A name written somewhere that must exist elsewhere. */
public record Reference(String name, Location at) {}
