/**
 * Writes what an analyst sees: CSV tables, a workbook made for reading, and the same tables over JDBC. The last stage of
 * a night; nothing here computes a score. {@link dev.kenshin.publish.PublishedTables} says which tables there are,
 * {@link dev.kenshin.publish.ExportDirectory} how readers only ever see a whole snapshot. Start with
 * {@link dev.kenshin.publish.Publisher}.
 */
@NullMarked
package dev.kenshin.publish;

import org.jspecify.annotations.NullMarked;
