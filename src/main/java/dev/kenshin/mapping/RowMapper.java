package dev.kenshin.mapping;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.mapping.Link.Linked;
import dev.kenshin.mapping.Link.Unlinked;
import dev.kenshin.mapping.Outcome.MappedRow;
import dev.kenshin.mapping.Outcome.Rejected;
import dev.kenshin.model.Column;
import dev.kenshin.model.ModelTable;
import dev.kenshin.source.SourceRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping made ready to run. Holds no state, so that several threads may share one. */
public final class RowMapper {
    private static final String OWN_KEY = "key";

    private final String source;
    private final ModelTable table;
    private final List<Column> custom;
    private final List<LinkConfig> links;
    private final Cell[] cells;
    private final int width;

    /** @param links empty for accounts themselves, whose {@code account_id} is a cell like any other */
    RowMapper(String source, ModelTable canonical, List<Column> custom, List<LinkConfig> links, List<Cell> cells) {
        this.source = source;
        this.table = canonical.with(custom);
        this.custom = List.copyOf(custom);
        this.links = List.copyOf(links);
        this.cells = cells.toArray(Cell[]::new);
        this.width = table.columns().size();
    }

    /** The columns that the mapping adds to the model table, in the order of the file. */
    public List<Column> customColumns() {
        return custom;
    }

    /** The model table with this mapping's custom columns behind its own. */
    public ModelTable table() {
        return table;
    }

    /**
     * Maps one record. Bad data is an outcome, never an exception; every bad cell of the record is reported.
     *
     * @param directory the accounts of the night; not looked at for accounts themselves
     */
    public Outcome map(SourceRecord record, AccountDirectory directory) {
        @Nullable Object[] row = new Object[width];
        List<Rejection> rejections = new ArrayList<>();
        String linkedBy = links.isEmpty() ? OWN_KEY : link(record, directory, row, rejections);
        for (Cell cell : cells) {
            cell.fill(record, row, rejections);
        }
        if (OverrideCheck.concerns(table) && rejections.isEmpty()) {
            OverrideCheck.check(record, Arrays.asList(cells), row, rejections);
        }
        return rejections.isEmpty()
                ? new MappedRow(Collections.unmodifiableList(Arrays.asList(row)), linkedBy)
                : new Rejected(List.copyOf(rejections));
    }

    private String link(
            SourceRecord record, AccountDirectory directory, @Nullable Object[] row, List<Rejection> rejections) {
        Link link = directory.link(links, source, record.fields()::get);
        if (link instanceof Linked linked) {
            row[0] = linked.accountId();
            return linked.by();
        }
        rejections.add(rejection(record, (Unlinked) link));
        return "";
    }

    private Rejection rejection(SourceRecord record, Unlinked link) {
        if (link instanceof Link.Unnamed
                && links.stream().noneMatch(way -> record.fields().containsKey(way.from()))) {
            return Cell.noField(record, link.field());
        }
        String place = record.place().at(link.field());
        return new Rejection(link.field(), place, link.value(), link.code(), link.reason(), link.fix());
    }
}
