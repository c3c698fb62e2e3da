package dev.kenshin.source.grid;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;

/**
 * The names of a table's columns. Where the header has several rows, the lowest cell names the column; where that name
 * occurs twice, the cells above are put in front ({@code 前回/推奨度}). Line breaks within a name count as spaces.
 *
 * @param names by column, counted from 0; columns without a name are absent
 */
record Header(Map<Integer, String> names) {

    /**
     * Reads the names.
     *
     * @param rows the header's rows from top to bottom, merged cells filled
     * @param covered columns that a merged cell of the lowest row reaches into; only its first column has its name
     */
    static Header of(List<Map<Integer, Object>> rows, Set<Integer> covered) {
        Set<Integer> columns = new TreeSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        columns.removeAll(covered);
        Map<Integer, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (int column : columns) {
            String name = lowest(rows, column);
            names.put(column, name);
            if (!taken.add(name)) {
                twice.add(name);
            }
        }
        names.replaceAll((column, name) -> twice.contains(name) ? path(rows, column) : name);
        return new Header(names);
    }

    /** The column letters of each field, for places. */
    Map<String, String> letters() {
        Map<String, String> letters = new LinkedHashMap<>();
        names.forEach((column, name) -> letters.put(name, CellReference.convertNumToColString(column)));
        return letters;
    }

    private static String lowest(List<Map<Integer, Object>> rows, int column) {
        String name = name(rows.get(rows.size() - 1), column);
        return name.isEmpty() ? path(rows, column) : name;
    }

    private static String path(List<Map<Integer, Object>> rows, int column) {
        return rows.stream()
                .map(row -> name(row, column))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining("/"));
    }

    private static String name(Map<Integer, Object> row, int column) {
        return row.getOrDefault(column, "")
                .toString()
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }
}
