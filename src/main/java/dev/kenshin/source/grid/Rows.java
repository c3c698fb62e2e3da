package dev.kenshin.source.grid;

import dev.kenshin.source.SourceUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sheet's rows one after the other, with what merged cells show in them. */
final class Rows {
    private final Grid grid;
    private final Merges merges;
    private GridRow row = GridRow.NONE;
    private Map<Integer, Object> inherited = Map.of();
    private boolean readAhead;

    Rows(Grid grid, Merges merges) {
        this.grid = grid;
        this.merges = merges;
    }

    /** The values of rows {@code from} … {@code to} by column; rows above are passed over, missing ones are empty. */
    List<Map<Integer, Object>> header(int from, int to) throws SourceUnavailable {
        List<Map<Integer, Object>> header = new ArrayList<>(Collections.nCopies(to - from + 1, Map.of()));
        while (number() < to && next()) {
            if (number() >= from && number() <= to) {
                Map<Integer, Object> shown = new HashMap<>(inherited);
                shown.putAll(row.cells());
                header.set(number() - from, shown);
            }
        }
        readAhead = number() > to;
        return header;
    }

    /** Goes to the next row; false at the end. */
    boolean next() throws SourceUnavailable {
        if (readAhead) {
            readAhead = false;
            return true;
        }
        GridRow next = grid.next();
        if (next == null) {
            return false;
        }
        row = next;
        inherited = merges.inherited(row.number() - 1, row.cells());
        return true;
    }

    int number() {
        return row.number();
    }

    boolean hidden() {
        return row.hidden();
    }

    /** Whether the row itself, merged regions that began above aside, holds a value in one of the columns. */
    boolean hasOwn(Set<Integer> columns) {
        return !Collections.disjoint(columns, row.cells().keySet());
    }

    /** What a person sees in a column; null where it is blank. */
    @Nullable
    Object value(int column) {
        Object value = row.cells().get(column);
        return value == null ? inherited.get(column) : value;
    }
}
