package dev.kenshin.example;

import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares rows, in whatever order they are: each expected one with the row that is most like it. */
final class RowsComparison {
    private final String name;
    private final Wanted.Rows wanted;
    private final Function<String, List<Text>> lookAtColumn;
    private final List<Text> lookAtRows;
    private final List<Map<String, @Nullable Object>> left;
    private final List<Difference> differences = new ArrayList<>();

    RowsComparison(
            String name,
            Wanted.Rows wanted,
            List<Map<String, @Nullable Object>> actual,
            Function<String, List<Text>> lookAtColumn,
            List<Text> lookAtRows) {
        this.name = name;
        this.wanted = wanted;
        this.left = new ArrayList<>(actual);
        this.lookAtColumn = lookAtColumn;
        this.lookAtRows = lookAtRows;
    }

    List<Difference> differences() {
        List<Map<String, Yaml.Scalar>> unmet = new ArrayList<>();
        for (Map<String, Yaml.Scalar> row : wanted.rows()) {
            Optional<Map<String, @Nullable Object>> same =
                    left.stream().filter(actual -> unlike(row, actual) == 0).findFirst();
            same.ifPresentOrElse(this::take, () -> unmet.add(row));
        }
        unmet.forEach(this::compareWithNearest);
        if (!wanted.contains()) {
            left.forEach(this::surplus);
        }
        return differences;
    }

    /** Equal rows may stand several times; only this one is taken. */
    private void take(Map<String, @Nullable Object> row) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i) == row) {
                left.remove(i);
                return;
            }
        }
    }

    private void compareWithNearest(Map<String, Yaml.Scalar> row) {
        Optional<Map<String, @Nullable Object>> nearest =
                left.stream().min(Comparator.comparingLong(actual -> unlike(row, actual)));
        if (nearest.isEmpty() || (unlike(row, nearest.get()) == row.size() && row.size() > 1)) {
            differences.add(new Difference(wanted.at(), name, written(row), "-", lookAtRows));
            return;
        }
        take(nearest.get());
        int position = wanted.rows().indexOf(row);
        row.forEach((column, cell) -> {
            Object actual = nearest.get().get(column);
            if (!Cell.matches(cell, actual)) {
                differences.add(new Difference(
                        cell.at(),
                        name + "[" + position + "]." + column,
                        Cell.written(cell),
                        Cell.shown(actual),
                        lookAtColumn.apply(column)));
            }
        });
    }

    private void surplus(Map<String, @Nullable Object> row) {
        Set<String> columns = new LinkedHashSet<>();
        wanted.rows().forEach(expected -> columns.addAll(expected.keySet()));
        String shown = row.entrySet().stream()
                .filter(cell -> columns.isEmpty() ? cell.getValue() != null : columns.contains(cell.getKey()))
                .map(cell -> cell.getKey() + ": " + Cell.shown(cell.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
        differences.add(new Difference(wanted.at(), name, "-", shown, lookAtRows));
    }

    private static long unlike(Map<String, Yaml.Scalar> row, Map<String, @Nullable Object> actual) {
        return row.entrySet().stream()
                .filter(cell -> !Cell.matches(cell.getValue(), actual.get(cell.getKey())))
                .count();
    }

    private static String written(Map<String, Yaml.Scalar> row) {
        return row.entrySet().stream()
                .map(cell -> cell.getKey() + ": " + Cell.written(cell.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
