package dev.kenshin.job;

import dev.kenshin.job.Preview.Rejected;
import dev.kenshin.job.Preview.Row;
import dev.kenshin.mapping.Outcome;
import dev.kenshin.mapping.Rejection;
import dev.kenshin.model.Column;
import dev.kenshin.source.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps the first rows and the first rejections that a mapping makes, and counts all of them. */
final class MappedRows {
    /** How the account was found; shown beside it. */
    private static final String LINKED_BY = "linked_by";

    private static final int BESIDE_ACCOUNT = 1;

    private final CompiledMapping mapping;
    private final int limit;
    private final List<String> places = new ArrayList<>();
    private final List<Outcome.MappedRow> first = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private long usable;
    private long rejectedRows;

    MappedRows(CompiledMapping mapping, int limit) {
        this.mapping = mapping;
        this.limit = limit;
    }

    void add(SourceRecord record, Outcome outcome) {
        if (outcome instanceof Outcome.MappedRow row) {
            usable++;
            if (first.size() < limit) {
                first.add(row);
                places.add(record.place().row());
            }
        } else {
            rejectedRows++;
            ((Outcome.Rejected) outcome).rejections().forEach(this::add);
        }
    }

    private void add(Rejection why) {
        if (rejected.size() < limit) {
            rejected.add(rejected(why));
        }
    }

    static Rejected rejected(Rejection why) {
        return new Rejected(why.place(), why.field(), why.value(), why.code(), why.reason(), why.fix());
    }

    long usable() {
        return usable;
    }

    long rejectedRows() {
        return rejectedRows;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    List<String> columns() {
        List<String> names = new ArrayList<>();
        filled().forEach(i -> names.add(table().get(i).name()));
        if (linked()) {
            names.add(BESIDE_ACCOUNT, LINKED_BY);
        }
        return names;
    }

    /** The configured columns that hold nothing in any of the first rows. */
    List<String> blank() {
        Set<String> names = new LinkedHashSet<>(mapping.config().fields().keySet());
        names.addAll(mapping.config().custom().keySet());
        columns().forEach(names::remove);
        return first.isEmpty() ? List.of() : List.copyOf(names);
    }

    List<Row> rows() {
        List<Integer> filled = filled();
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < first.size(); row++) {
            rows.add(new Row(places.get(row), cells(first.get(row), filled)));
        }
        return rows;
    }

    private List<String> cells(Outcome.MappedRow row, List<Integer> filled) {
        List<String> cells = new ArrayList<>();
        filled.forEach(column -> cells.add(Previews.cell(row.values().get(column))));
        if (linked()) {
            cells.add(BESIDE_ACCOUNT, row.linkedBy());
        }
        return cells;
    }

    /** Positions of the columns that hold something in one of the first rows. */
    private List<Integer> filled() {
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < table().size(); i++) {
            int column = i;
            if (first.stream().anyMatch(row -> row.values().get(column) != null)) {
                filled.add(column);
            }
        }
        return filled;
    }

    private boolean linked() {
        return !mapping.ofAccounts() && !first.isEmpty();
    }

    private List<Column> table() {
        return mapping.mapper().table().columns();
    }
}
