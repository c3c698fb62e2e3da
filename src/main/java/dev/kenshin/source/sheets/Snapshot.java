package dev.kenshin.source.sheets;

import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import com.google.api.services.sheets.v4.model.ValueRange;
import dev.kenshin.problem.Location;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.grid.Grid;
import dev.kenshin.source.grid.SheetNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the streams of a source want of its spreadsheet, read in three requests however many they are.
 *
 * <p>The first asks for names, sizes and merged cells. The second asks for the values with dates as numbers, the third for
 * the same with dates as texts: where one has a number and the other a text, a cell holds a date. The formats of the cells
 * would tell it, too, but with some hundred bytes a cell, and nothing else in that answer is needed. Everything a record
 * holds comes from the second answer, so that edits in between cannot mix two states; they can only leave open what is a
 * date, and then the spreadsheet is read again.
 *
 * @param title of the spreadsheet
 * @param cells by their range in A1 notation
 */
record Snapshot(String title, Map<String, Tab> tabs, Map<String, Cells> cells) {
    private static final int READINGS = 3;

    /** @throws SourceUnavailable if it cannot be read, or changes too often meanwhile (KEN-G10) */
    static Snapshot take(SheetsOptions options, SheetsClient client, Collection<Wanted> wanted)
            throws SourceUnavailable {
        boolean hiddenRows = wanted.stream().anyMatch(it -> !it.layout().hiddenRows());
        for (int reading = 0; reading < READINGS; reading++) {
            Snapshot empty = of(client.shape(hiddenRows), options.source());
            Optional<Snapshot> full = empty.filled(client, empty.ranges(wanted));
            if (full.isPresent()) {
                return full.get();
            }
        }
        throw SheetsProblems.changing(options.at());
    }

    /** @throws SourceUnavailable if the sheet does not exist (KEN-S75) */
    Grid grid(Wanted wanted) throws SourceUnavailable {
        Tab tab = tab(sheetNames().find(wanted.layout().sheet(), Location.file(title)));
        String range = wanted.range().within(tab.rows(), tab.columns()).on(tab.title());
        return new TabGrid(title, tab, cells.getOrDefault(range, Cells.NONE));
    }

    private static Snapshot of(Spreadsheet spreadsheet, String untitled) {
        String title = Optional.ofNullable(spreadsheet.getProperties())
                .map(SpreadsheetProperties::getTitle)
                .orElse(untitled);
        Map<String, Tab> tabs = new LinkedHashMap<>();
        spreadsheet.getSheets().forEach(sheet -> tabs.put(sheet.getProperties().getTitle(), Tab.of(sheet)));
        return new Snapshot(title, tabs, Map.of());
    }

    /** By their names. A sheet that is not there, or has no such cells, is its stream's problem and not the others'. */
    private Map<String, CellRange> ranges(Collection<Wanted> wanted) {
        Map<String, CellRange> ranges = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            sheetNames().named(one.layout().sheet()).map(this::tab).ifPresent(tab -> {
                CellRange range = one.range().within(tab.rows(), tab.columns());
                if (range.holdsCells()) {
                    ranges.put(range.on(tab.title()), range);
                }
            });
        }
        return ranges;
    }

    private Optional<Snapshot> filled(SheetsClient client, Map<String, CellRange> ranges) throws SourceUnavailable {
        if (ranges.isEmpty()) {
            return Optional.of(this);
        }
        List<String> names = List.copyOf(ranges.keySet());
        List<ValueRange> values = client.values(names, "SERIAL_NUMBER");
        List<ValueRange> shown = client.values(names, "FORMATTED_STRING");
        Map<String, Cells> read = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            CellRange range = Objects.requireNonNull(ranges.get(names.get(i)));
            Optional<Cells> both = Cells.of(range, values.get(i), shown.get(i));
            if (both.isEmpty()) {
                return Optional.empty();
            }
            read.put(names.get(i), both.get());
        }
        return Optional.of(new Snapshot(title, tabs, read));
    }

    private SheetNames sheetNames() {
        List<String> visible =
                tabs.values().stream().filter(Tab::visible).map(Tab::title).toList();
        return new SheetNames(List.copyOf(tabs.keySet()), visible);
    }

    private Tab tab(String title) {
        return Objects.requireNonNull(tabs.get(title));
    }
}
