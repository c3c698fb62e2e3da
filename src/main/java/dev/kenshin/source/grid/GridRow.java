package dev.kenshin.source.grid;

import java.util.Map;

/**
 * A row of a worksheet.
 *
 * @param number counted from 1, as people do
 * @param cells by column, counted from 0: a value that a record may have; blank cells are absent
 */
public record GridRow(int number, boolean hidden, Map<Integer, Object> cells) {
    static final GridRow NONE = new GridRow(0, false, Map.of());
}
