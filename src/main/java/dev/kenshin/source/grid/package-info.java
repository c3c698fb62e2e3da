/**
 * Tables on worksheets, whoever made them: where a table lies on its sheet, what its header names, what merged cells
 * show, and which rows are records. The connectors for Excel and Google Sheets only say what each cell holds, so that
 * the same sheet gives the same records. Start with {@link dev.kenshin.source.grid.GridRecords}.
 */
@NullMarked
package dev.kenshin.source.grid;

import org.jspecify.annotations.NullMarked;
