package dev.kenshin.source;

import dev.kenshin.problem.Text;

/**
 * A row that cannot be read as a record: too few columns, broken JSON, no key.
 *
 * @param code the rule, for example {@code KEN-S12}
 * @param value the offending text, at most a few hundred characters
 */
public record BrokenRecord(Place place, String code, String value, Text reason, Text fix) implements SourceItem {}
