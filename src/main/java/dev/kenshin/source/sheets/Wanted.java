package dev.kenshin.source.sheets;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.grid.Layout;
import java.util.Optional;

/** What a stream wants of the spreadsheet: a table, and the part of its sheet in which it lies. */
record Wanted(Layout layout, CellRange range) {

    /** As the stream's options say; the whole sheet unless they name a {@code range}. */
    static Wanted of(StreamConfig stream, Problems problems) {
        Layout layout = Layout.of(stream, problems);
        Optional<String> text = stream.options().text("range");
        Optional<CellRange> range = text.flatMap(CellRange::parse);
        if (text.isPresent() && range.isEmpty()) {
            problems.add(OptionProblems.range(stream, text.get()));
        } else if (range.isPresent() && !range.get().holdsRows(layout.headerFrom(), layout.headerTo())) {
            problems.add(OptionProblems.headerOutside(stream, text.orElseThrow()));
        }
        return new Wanted(layout, range.orElse(CellRange.EVERYTHING));
    }
}
