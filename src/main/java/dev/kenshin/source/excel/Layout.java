package dev.kenshin.source.excel;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.Yaml;

/**
 * Where a stream's table lies in a workbook.
 *
 * @param sheet the sheet's name, or its position counted from 1
 * @param headerFrom first row of the header, counted from 1
 * @param headerTo last row of the header
 * @param hiddenRows whether rows that are hidden count as records
 */
record Layout(String sheet, int headerFrom, int headerTo, boolean hiddenRows) {

    static Layout of(StreamConfig stream) {
        Yaml.Mapping options = stream.options();
        int from = headerRow(options, "from");
        int to = headerRow(options, "to");
        boolean hidden = !options.text("hidden-rows").orElse("include").equals("skip");
        return new Layout(options.text("sheet").orElse("1"), from, to, hidden);
    }

    private static int headerRow(Yaml.Mapping options, String end) {
        return options.mapping("header-row")
                .flatMap(range -> range.text(end))
                .or(() -> options.text("header-row"))
                .map(Integer::parseInt)
                .orElse(1);
    }
}
