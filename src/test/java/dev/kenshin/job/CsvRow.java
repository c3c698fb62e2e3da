package dev.kenshin.job;

import java.util.Map;
import java.util.Objects;

/** A row of a published table. */
public record CsvRow(Map<String, String> cells) {

    /** The value of a column that must exist; empty where it is unknown. */
    public String get(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }
}
