package dev.kenshin.source.excel;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellReference;

/**
 * The names of a table's columns. Where the header has several rows, the lowest cell names the column; where that name
 * occurs twice, the cells above are put in front ({@code 前回/推奨度}).
 *
 * @param names by column index
 */
record Header(Map<Integer, String> names) {

    /** @param rows the header's rows from top to bottom, merged cells filled */
    static Header of(List<Map<Integer, Object>> rows) {
        Map<Integer, String> lowest = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (int column : columns(rows)) {
            String name = name(rows.get(rows.size() - 1), column);
            String own = name.isEmpty() ? path(rows, column) : name;
            if (lowest.containsValue(own)) {
                twice.add(own);
            }
            lowest.put(column, own);
        }
        lowest.replaceAll((column, name) -> twice.contains(name) ? path(rows, column) : name);
        return new Header(lowest);
    }

    /** The column letters of each field, for places. */
    Map<String, String> letters() {
        Map<String, String> letters = new LinkedHashMap<>();
        names.forEach((column, name) -> letters.put(name, CellReference.convertNumToColString(column)));
        return letters;
    }

    private static Set<Integer> columns(List<Map<Integer, Object>> rows) {
        Set<Integer> columns = new TreeSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }

    private static String path(List<Map<Integer, Object>> rows, int column) {
        Set<String> steps = new java.util.LinkedHashSet<>();
        rows.stream().map(row -> name(row, column)).filter(name -> !name.isEmpty()).forEach(steps::add);
        return String.join("/", steps);
    }

    private static String name(Map<Integer, Object> row, int column) {
        Object value = row.get(column);
        return value == null
                ? ""
                : Normalizer.normalize(value.toString(), Normalizer.Form.NFKC)
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
