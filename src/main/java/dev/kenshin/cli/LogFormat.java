package dev.kenshin.cli;

/** How a run tells its progress. */
enum LogFormat {
    /** A bar on a terminal, lines elsewhere. */
    AUTO,
    TEXT,
    /** A JSON object a line, for machines. */
    JSON
}
