/**
 * Worksheets as people keep them: title rows, merged headers, hidden rows, formulas, cells in error. Large sheets are
 * streamed. Start with {@link dev.kenshin.source.excel.ExcelSource}.
 */
@NullMarked
package dev.kenshin.source.excel;

import org.jspecify.annotations.NullMarked;
