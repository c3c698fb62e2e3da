package dev.kenshin.model;

import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Optional;

/**
 * A canonical table.
 *
 * @param columns the first is always {@code account_id}
 * @param time the column that dates a row as a fact: rows dated after D do not exist for D. Empty where rows state
 *     something that has no date of its own
 */
public record ModelTable(String name, Text label, List<Column> columns, Optional<String> time) {

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** This table with further columns behind its own: the custom variables that mappings add. */
    public ModelTable with(List<Column> custom) {
        List<Column> all = new java.util.ArrayList<>(columns);
        all.addAll(custom);
        return new ModelTable(name, label, List.copyOf(all), time);
    }
}
