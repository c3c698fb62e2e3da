/**
 * The one DuckDB file in which Kenshin keeps what it knows, and the only place that opens SQL connections. Schemas
 * {@code landing}, {@code usage}, {@code model}, {@code metric}, {@code score}, {@code ops} follow the flow of data. Start with
 * {@link dev.kenshin.warehouse.Warehouse}.
 */
@NullMarked
package dev.kenshin.warehouse;

import org.jspecify.annotations.NullMarked;
