package dev.kenshin.metric;

/**
 * The rows of one model table that decide a metric as of one date.
 *
 * @param where SQL over the table's columns
 */
public record MetricRows(String table, String where) {}
