/**
 * Google Sheets. One source is one spreadsheet, and all its streams come from one snapshot that takes three requests.
 * What makes a table of a sheet is the same as for Excel workbooks and lives in {@code source.grid}. Start with {@link
 * dev.kenshin.source.sheets.SheetsSource}, then {@link dev.kenshin.source.sheets.Snapshot}.
 */
@NullMarked
package dev.kenshin.source.sheets;

import org.jspecify.annotations.NullMarked;
