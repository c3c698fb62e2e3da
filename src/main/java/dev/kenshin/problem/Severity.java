package dev.kenshin.problem;

/** How much a problem matters: an error stops what it concerns, a warning does not. */
public enum Severity {
    ERROR,
    WARNING
}
