package dev.kenshin.cli;

/** How {@code kenshin verify} tells its results. */
enum VerifyFormat {
    TEXT,
    JSON
}
