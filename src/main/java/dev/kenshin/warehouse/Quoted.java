package dev.kenshin.warehouse;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text that was configured, made safe to stand in SQL where it cannot be bound. */
public final class Quoted {
    private Quoted() {}

    /** A string literal. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** The name of a column or table. */
    public static String name(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** DuckDB's list of string literals. */
    public static String texts(Collection<String> values) {
        return values.stream().map(Quoted::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
