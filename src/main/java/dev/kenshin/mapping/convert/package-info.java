/**
 * Turns what Excel, spreadsheets and Japanese systems really hold into typed values, or says why it cannot. Used by
 * mappings for every cell, and by account identity for names and domains. Start with
 * {@link dev.kenshin.mapping.convert.FieldType}, which lists the converters.
 */
@NullMarked
package dev.kenshin.mapping.convert;

import org.jspecify.annotations.NullMarked;
