package dev.kenshin.model;

import dev.kenshin.problem.Text;

/** A column of a canonical table. Every column but {@code account_id} may be null, which means unknown. */
public record Column(String name, ColumnType type, Text label) {}
