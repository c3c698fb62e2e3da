package dev.kenshin.example;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.model.Column;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import dev.kenshin.usage.UsageDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single rows of model tables and of usage. */
record GivenRows(ExampleProblems problems) {
    private static final String ACCOUNT_ID = "account_id";

    /** An account of which nothing else is known. */
    static List<@Nullable Object> account(String id, ModelTable table) {
        @Nullable Object[] row = new @Nullable Object[table.columns().size()];
        row[0] = id;
        return Collections.unmodifiableList(Arrays.asList(row));
    }

    /** @param only the account of a row that does not name one */
    List<@Nullable Object> read(ModelTable table, Yaml.Mapping row, Optional<String> only) {
        Map<String, @Nullable Object> values = values(table, row);
        if (values.get(ACCOUNT_ID) == null) {
            only.ifPresentOrElse(id -> values.put(ACCOUNT_ID, id), () -> problems.whichAccount(row.at()));
        }
        List<@Nullable Object> inOrder = new ArrayList<>();
        table.columns().forEach(column -> inOrder.add(values.get(column.name())));
        return inOrder;
    }

    /** A row of a usage source: the column that names the account there, and the columns of {@code usage_daily}. */
    UsageDay usage(UsageConfig source, Yaml.Mapping row) {
        String key = source.account().get(0).from();
        Map<String, Yaml> others = new LinkedHashMap<>(row.entries());
        others.remove(key);
        Map<String, @Nullable Object> values =
                values(Model.USAGE_DAILY, new Yaml.Mapping(others, row.keys(), row.at()));
        if (row.text(key).isEmpty()) {
            problems.wrongShape(
                    row.at(), source.name(), new Text("「" + key + "」を書いてください。", "Write '" + key + "', too."));
        }
        return new UsageDay(
                row.text(key).orElse(""),
                (String) values.get("user_id"),
                (LocalDate) values.get("day"),
                (String) values.get("event"),
                values.get("events") instanceof Long events ? Math.toIntExact(events) : 1,
                (BigDecimal) values.get("seconds"));
    }

    /** Other fields are welcome, since rows are copied from real files; one that looks misspelt is pointed out. */
    void checkFields(Yaml.Mapping row, String stream, Set<String> read) {
        row.entries().keySet().stream()
                .filter(field -> !read.contains(field))
                .filter(field -> row.entries().get(field) instanceof Yaml.Scalar)
                .forEach(field -> Suggestion.nearest(
                                field,
                                read.stream()
                                        .filter(name -> !row.entries().containsKey(name))
                                        .toList())
                        .ifPresent(meant -> problems.probablyMisspelt(row.at(field), field, stream, meant)));
    }

    private Map<String, @Nullable Object> values(ModelTable table, Yaml.Mapping row) {
        ModelValues reader = new ModelValues(problems);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        row.entries().forEach((name, value) -> {
            Optional<Column> column = table.column(name);
            column.ifPresentOrElse(
                    known -> values.put(name, reader.read(value, known)),
                    () -> unknownColumn(problems, table, name, row));
        });
        return values;
    }

    static void unknownColumn(ExampleProblems problems, ModelTable table, String name, Yaml.Mapping row) {
        problems.unknown(
                row.at(name),
                name,
                new Text(table.name() + " の列", "column of " + table.name()),
                table.columns().stream().map(Column::name).toList());
    }
}
