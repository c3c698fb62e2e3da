package dev.kenshin.warehouse;

import dev.kenshin.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A row or value that was set aside, and why.
 *
 * @param key of the record; for what has no key, a name of its place
 * @param place where a person finds it: {@code nps.xlsx!回答!D14}
 * @param field empty where the whole row is meant
 * @param value as the source holds it
 * @param code the rule that was broken, for example {@code KEN-P03}
 * @param fix what to do about it, as an instruction
 */
public record QuarantineRow(
        String key, String place, String field, @Nullable String value, String code, Text reason, Text fix) {

    /** The row's values in the order of the table's columns. */
    @Nullable
    Object[] values(String origin, String mapping) {
        return new @Nullable Object[] {
            origin, mapping, key, place, field, value, code, reason.ja(), reason.en(), fix.ja(), fix.en()
        };
    }
}
