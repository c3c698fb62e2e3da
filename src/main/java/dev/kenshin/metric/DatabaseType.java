package dev.kenshin.metric;

import java.util.Optional;
import java.util.Set;

/** The database's types, as metrics see them. */
final class DatabaseType {
    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE");

    private DatabaseType() {}

    /** Empty for types that no metric can have, such as dates. */
    static Optional<MetricType> metricType(String name) {
        if (NUMBERS.contains(name) || name.startsWith("DECIMAL")) {
            return Optional.of(MetricType.NUMBER);
        } else if (name.equals("BOOLEAN")) {
            return Optional.of(MetricType.BOOLEAN);
        }
        return name.equals("VARCHAR") ? Optional.of(MetricType.TEXT) : Optional.empty();
    }
}
