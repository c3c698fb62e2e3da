package dev.kenshin.metric;

import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.Reference;
import dev.kenshin.model.Column;
import dev.kenshin.model.ColumnType;
import dev.kenshin.model.ModelTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds out which rows a metric looks at; a time that cannot be used is reported, and yields none. */
record PassReader(Map<String, ModelTable> tables, DefinitionProblems told) {
    private static final Set<ColumnType> DATES = Set.of(ColumnType.DATE, ColumnType.TIMESTAMP);

    /** The window may be absent; where it is not, there must be a date to hold against it. */
    Optional<Pass> read(
            MetricConfig metric, Reference from, Optional<Reference> time, OptionalInt days, int windowsBack) {
        ModelTable table = Optional.ofNullable(tables.get(from.name())).orElseThrow();
        boolean needsTime = days.isPresent();
        if (!isUsable(table, time) || (needsTime && !hasTime(metric, table, time))) {
            return Optional.empty();
        }
        return Optional.of(new Pass(table.name(), table.time(), time.map(Reference::name), days, windowsBack));
    }

    /** All rows up to the as-of date, of a table that has one. */
    Optional<Pass> readDated(MetricConfig metric, Reference from, Optional<Reference> time) {
        return read(metric, from, time, OptionalInt.empty(), 0)
                .filter(pass -> hasTime(
                        metric, Optional.ofNullable(tables.get(pass.table())).orElseThrow(), time));
    }

    private boolean isUsable(ModelTable table, Optional<Reference> time) {
        return time.isEmpty() || isDate(table, time.get());
    }

    private boolean hasTime(MetricConfig metric, ModelTable table, Optional<Reference> time) {
        boolean has = time.isPresent() || table.time().isPresent();
        if (!has) {
            told.noTime(metric.at(), table.name(), dates(table));
        }
        return has;
    }

    private boolean isDate(ModelTable table, Reference time) {
        Optional<Column> column = table.column(time.name());
        if (column.isEmpty()) {
            told.unknownTime(time, Scope.of(table));
        } else if (!DATES.contains(column.get().type())) {
            told.noTime(time.at(), table.name(), dates(table));
        }
        return column.filter(found -> DATES.contains(found.type())).isPresent();
    }

    private static List<String> dates(ModelTable table) {
        return table.columns().stream()
                .filter(column -> DATES.contains(column.type()))
                .map(Column::name)
                .toList();
    }
}
