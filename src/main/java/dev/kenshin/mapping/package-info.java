/**
 * Table mappings: a landed record becomes a row of a model table, or a rejection that says which cell is wrong and what
 * to do. Also decides which account a record belongs to. Stands between landing and the model; nothing here touches a
 * database. Start with {@link dev.kenshin.mapping.MappingCompiler}, then {@link dev.kenshin.mapping.RowMapper}.
 */
@NullMarked
package dev.kenshin.mapping;

import org.jspecify.annotations.NullMarked;
