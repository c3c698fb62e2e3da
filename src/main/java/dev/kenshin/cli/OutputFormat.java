package dev.kenshin.cli;

/** For whom a command prints. */
enum OutputFormat {
    TEXT,
    JSON
}
