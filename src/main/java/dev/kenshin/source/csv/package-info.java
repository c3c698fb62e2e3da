/**
 * Reads files of comma-separated values. Start with {@link dev.kenshin.source.csv.CsvSource}.
 */
@NullMarked
package dev.kenshin.source.csv;

import org.jspecify.annotations.NullMarked;
