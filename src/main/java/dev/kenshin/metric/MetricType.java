package dev.kenshin.metric;

/** What kind of value a metric has. */
public enum MetricType {
    /** A finite {@code double}. */
    NUMBER,
    /** Yes or no, kept as 1 or 0. */
    BOOLEAN,
    /** Words. */
    TEXT
}
