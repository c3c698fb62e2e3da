package dev.kenshin.source.grid;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Problems;

/**
 * Where a stream's table lies in a workbook or spreadsheet.
 *
 * @param sheet the sheet's name, or its position among the visible sheets, counted from 1
 * @param headerFrom first row of the header, counted from 1
 * @param headerTo last row of the header
 * @param hiddenRows whether rows that are hidden count as records
 */
public record Layout(String sheet, int headerFrom, int headerTo, boolean hiddenRows) {

    /**
     * As the stream's options {@code sheet}, {@code header-row} and {@code hidden-rows} say; by default the first sheet
     * with its header on the first row.
     *
     * @param problems receives a header that lies nowhere (KEN-S70)
     */
    public static Layout of(StreamConfig stream, Problems problems) {
        Yaml.Mapping options = stream.options();
        int from = headerRow(options, "from");
        int to = headerRow(options, "to");
        if (from < 1 || to < from) {
            problems.add(GridProblems.headerRow(stream));
        }
        boolean hidden = !options.text("hidden-rows").orElse("include").equals("skip");
        return new Layout(options.text("sheet").orElse("1"), from, to, hidden);
    }

    /** 0 where it is no row's number. */
    private static int headerRow(Yaml.Mapping options, String end) {
        if (options.get("header-row").isEmpty()) {
            return 1;
        }
        return options.mapping("header-row")
                .flatMap(range -> range.text(end))
                .or(() -> options.text("header-row"))
                .filter(text -> text.matches("\\d{1,7}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
