package dev.kenshin.publish;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables as they ship: labels, columns and queries lie as resources beside this class. */
final class Catalog {
    private Catalog() {}

    /** What each table is called, in order. */
    static Map<String, Text> labels() {
        Map<String, Text> labels = new LinkedHashMap<>();
        for (Map<String, String> row : rows("tables.csv")) {
            labels.put(cell(row, "name"), text(row, "label"));
        }
        return labels;
    }

    /** The columns of each table, in order. */
    static Map<String, List<PublishedColumn>> columns() {
        Map<String, List<PublishedColumn>> columns = new LinkedHashMap<>();
        for (Map<String, String> row : rows("columns.csv")) {
            columns.computeIfAbsent(cell(row, "table"), table -> new ArrayList<>())
                    .add(column(row));
        }
        return columns;
    }

    /** The query of a table; what tables share is filled in. */
    static String sql(String table) {
        return resource(table + ".sql").replace("{history}", resource("history.sql"));
    }

    private static PublishedColumn column(Map<String, String> row) {
        ColumnKind kind = ColumnKind.valueOf(cell(row, "kind").toUpperCase(Locale.ROOT));
        return new PublishedColumn(
                cell(row, "column"), kind, text(row, "label"), cell(row, "unit"), text(row, "meaning"));
    }

    /** The two languages of a row: columns {@code <name>_ja} and {@code <name>_en}. */
    static Text text(Map<String, String> row, String name) {
        return new Text(cell(row, name + "_ja"), cell(row, name + "_en"));
    }

    static String cell(Map<String, String> row, String name) {
        String cell = row.get(name);
        if (cell == null) {
            throw new IllegalStateException("no column " + name + " in " + row);
        }
        return cell;
    }

    /** The rows of a resource by the names in its first line. */
    static List<Map<String, String>> rows(String resource) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVReaderHeaderAware reader = new CSVReaderHeaderAware(new StringReader(resource(resource)))) {
            for (Map<String, String> row = reader.readMap(); row != null; row = reader.readMap()) {
                rows.add(row);
            }
        } catch (IOException | CsvValidationException e) {
            throw new IllegalStateException(resource, e);
        }
        return rows;
    }

    private static String resource(String name) {
        try (InputStream in = Catalog.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
