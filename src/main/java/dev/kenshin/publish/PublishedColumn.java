package dev.kenshin.publish;

import dev.kenshin.problem.Text;

/**
 * A column that an analyst sees.
 *
 * @param unit {@code points}, {@code ratio}, {@code yen}, {@code days}, {@code count} ...; empty where there is none
 * @param meaning what the data dictionary says about it
 */
public record PublishedColumn(String name, ColumnKind kind, Text label, String unit, Text meaning) {}
