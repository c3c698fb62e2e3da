package dev.kenshin.mapping.convert;

import dev.kenshin.problem.Text;
import org.jspecify.annotations.Nullable;

/** What became of a raw value. */
public sealed interface Conversion {
    /** The cell says nothing. */
    Conversion UNKNOWN = new Converted(null);

    /**
     * The value could be read.
     *
     * @param value null where the cell says nothing, which means unknown
     */
    record Converted(@Nullable Object value) implements Conversion {}

    /**
     * The value could not be read.
     *
     * @param code the rule, for example {@code KEN-P41}
     * @param reason what is wrong, naming the value
     * @param fix the forms that are accepted
     */
    record Failed(String code, Text reason, Text fix) implements Conversion {

        /** A failure whose reason starts with the quoted value: 「高い」… and '高い' …. */
        static Failed of(String code, String value, Text verdict, Text fix) {
            String shown = Words.shown(value);
            return new Failed(code, new Text("「" + shown + "」" + verdict.ja(), "'" + shown + "' " + verdict.en()), fix);
        }
    }
}
