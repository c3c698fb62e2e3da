package dev.kenshin.example;

import dev.kenshin.config.Yaml;
import dev.kenshin.job.NightPlan;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what an example expects. */
final class WantedReader {
    static final String QUARANTINE = "quarantine";
    static final Set<String> ASIDE_COLUMNS = Set.of("stream", "place", "field", "value", "code", "reason");

    private static final String ACCOUNTS = "accounts";
    private static final String CONTAINS = "contains";
    private static final Text ROWS = new Text(
            "「[ { 列: 値 }, … ]」、一部だけなら「{ contains: [ … ] }」と書いてください。",
            "List rows: [ { column: value }, … ]; or { contains: [ … ] } for some of them.");

    private final NightPlan plan;
    private final ExampleProblems problems;
    private final WantedFigures figures;

    WantedReader(NightPlan plan, ExampleProblems problems) {
        this.plan = plan;
        this.problems = problems;
        this.figures = new WantedFigures(plan, problems);
    }

    Wanted read(Yaml.Mapping expect) {
        Map<String, Wanted.Rows> tables = new LinkedHashMap<>();
        Optional<Wanted.Rows> quarantine = Optional.empty();
        List<Wanted.OfAccount> accounts = new ArrayList<>();
        Map<String, Yaml> own = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> part : expect.entries().entrySet()) {
            String name = part.getKey();
            if (plan.tables().containsKey(name)) {
                tables.put(name, rows(name, part.getValue()));
            } else if (name.equals(QUARANTINE)) {
                quarantine = Optional.of(rows(name, part.getValue()));
            } else if (name.equals(ACCOUNTS) && part.getValue() instanceof Yaml.Mapping several) {
                several.entries().forEach((id, each) -> accounts.add(figures.read(Optional.of(id), mapping(each))));
            } else if (WantedFigures.KEYS.contains(name)) {
                own.put(name, part.getValue());
            } else {
                problems.unknown(expect.at(name), name, new Text("期待する項目", "thing to expect"), names());
            }
        }
        if (!own.isEmpty()) {
            accounts.add(figures.read(Optional.empty(), new Yaml.Mapping(own, expect.keys(), expect.at())));
        }
        return new Wanted(tables, quarantine, accounts);
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(WantedFigures.KEYS);
        names.addAll(plan.tables().keySet());
        names.addAll(Set.of(QUARANTINE, ACCOUNTS));
        return names;
    }

    private static Yaml.Mapping mapping(Yaml yaml) {
        return yaml instanceof Yaml.Mapping mapping ? mapping : new Yaml.Mapping(Map.of(), Map.of(), yaml.at());
    }

    private Wanted.Rows rows(String name, Yaml value) {
        boolean contains = value instanceof Yaml.Mapping mapping
                && mapping.entries().keySet().equals(Set.of(CONTAINS));
        Yaml list = contains ? mapping(value).get(CONTAINS).orElse(value) : value;
        List<Map<String, Yaml.Scalar>> rows = new ArrayList<>();
        List<Yaml> items = list instanceof Yaml.Sequence sequence ? sequence.items() : List.of(list);
        for (Yaml item : items) {
            if (item instanceof Yaml.Mapping row) {
                rows.add(row(name, row));
            } else {
                problems.wrongShape(item.at(), name, ROWS);
            }
        }
        return new Wanted.Rows(rows, contains, value.at());
    }

    private Map<String, Yaml.Scalar> row(String name, Yaml.Mapping row) {
        Map<String, Yaml.Scalar> cells = new LinkedHashMap<>();
        row.entries().forEach((column, value) -> {
            checkColumn(name, column, value, row);
            if (value instanceof Yaml.Scalar cell) {
                cells.put(column, cell);
            }
        });
        return cells;
    }

    private void checkColumn(String name, String column, Yaml value, Yaml.Mapping row) {
        ModelTable table = plan.tables().get(name);
        if (table != null) {
            table.column(column)
                    .ifPresentOrElse(
                            known -> new ModelValues(problems).read(value, known),
                            () -> GivenRows.unknownColumn(problems, table, column, row));
        } else if (!ASIDE_COLUMNS.contains(column)) {
            problems.unknown(row.at(column), column, new Text("quarantine の列", "column of quarantine"), ASIDE_COLUMNS);
        }
    }
}
