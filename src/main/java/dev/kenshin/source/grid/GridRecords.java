package dev.kenshin.source.grid;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Columns;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows below a sheet's header, each as a record. Rows without a value of their own are passed over; what stands in a
 * column without a name is left out.
 */
public final class GridRecords {
    private final StreamConfig stream;
    private final boolean hiddenRows;
    private final GridPlace place;
    private final Rows rows;
    private final Header header;
    private final Map<String, String> letters;

    /**
     * Reads the header.
     *
     * @throws SourceUnavailable if it is empty (KEN-S76), lacks an expected column (KEN-S21) or names two alike (KEN-S20)
     */
    public GridRecords(Grid grid, StreamConfig stream, Layout layout) throws SourceUnavailable {
        Merges merges = new Merges(grid.mergedRegions());
        this.stream = stream;
        this.hiddenRows = layout.hiddenRows();
        this.place = grid.place();
        this.rows = new Rows(grid, merges);
        this.header =
                Header.of(rows.header(layout.headerFrom(), layout.headerTo()), merges.covered(layout.headerTo() - 1));
        this.letters = header.letters();
        if (header.names().isEmpty()) {
            throw GridProblems.noHeader(place, layout.headerTo());
        }
        Columns.check(stream, List.copyOf(header.names().values()), place.row(layout.headerTo()));
    }

    /** The next record or row without its key; null at the end. */
    public @Nullable SourceItem next() throws SourceUnavailable {
        while (rows.next()) {
            if (rows.hasOwn(header.names().keySet()) && (hiddenRows || !rows.hidden())) {
                return SourceItem.of(stream.key(), fields(), place.record(rows.number(), letters));
            }
        }
        return null;
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(letters.size() * 2);
        header.names().forEach((column, name) -> fields.put(name, rows.value(column)));
        return fields;
    }
}
