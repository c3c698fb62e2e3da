package dev.kenshin.publish;

import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables that an analyst sees, in the order in which they should be looked at. */
public final class PublishedTables {
    private final Glossary glossary;
    private final Map<String, List<PublishedColumn>> shippedColumns = Catalog.columns();
    private final List<PublishedTable> tables;

    public PublishedTables(Glossary glossary) {
        this.glossary = glossary;
        List<PublishedTable> all = new ArrayList<>();
        Catalog.labels().forEach((name, label) -> all.add(table(name, label, all)));
        this.tables = List.copyOf(all);
    }

    /** Every table, in order. */
    public List<PublishedTable> all() {
        return tables;
    }

    /**
     * The table of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PublishedTable table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    Glossary glossary() {
        return glossary;
    }

    private PublishedTable table(String name, Text label, List<PublishedTable> before) {
        List<PublishedColumn> shipped = shippedColumns.getOrDefault(name, List.of());
        return switch (name) {
            case "account_health" -> accountHealth(label, shipped);
            case "health_component" -> filled(name, label, shipped, Words.ofComponents(glossary));
            case "metric_value" -> filled(name, label, shipped, Words.ofMetrics(glossary));
            case "rollup", "rollup_level" -> filled(name, label, shipped, RollupWords.of(glossary));
            case "data_dictionary" -> dictionary(label, shipped, before);
            default -> new PublishedTable(name, label, shipped, Catalog.sql(name));
        };
    }

    private PublishedTable accountHealth(Text label, List<PublishedColumn> shipped) {
        OwnColumns own = OwnColumns.of(glossary, shipped);
        List<PublishedColumn> columns =
                Stream.concat(shipped.stream(), own.columns().stream()).toList();
        return filled("account_health", label, columns, own.query());
    }

    private PublishedTable dictionary(Text label, List<PublishedColumn> shipped, List<PublishedTable> before) {
        PublishedTable itself = new PublishedTable("data_dictionary", label, shipped, "");
        return filled(
                itself.name(),
                label,
                shipped,
                Words.ofDictionary(
                        Stream.concat(before.stream(), Stream.of(itself)).toList(), glossary));
    }

    private static PublishedTable filled(String name, Text label, List<PublishedColumn> columns, String words) {
        return new PublishedTable(name, label, columns, Catalog.sql(name).replace("{words}", words));
    }
}
