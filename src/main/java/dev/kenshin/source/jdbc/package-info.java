/**
 * Reads tables and queries of databases. Start with {@link dev.kenshin.source.jdbc.JdbcSource}.
 */
@NullMarked
package dev.kenshin.source.jdbc;

import org.jspecify.annotations.NullMarked;
