package dev.kenshin.config;

import dev.kenshin.config.Expectation.Reaction;
import java.util.Optional;

/** Reads {@code expect} of a source. */
record ExpectationReader(LimitsReader limits) {
    private static final double A_DAY = 24;
    private static final double FRESHNESS = 26;

    /** @param dated whether every record of the source says when it is of, whatever is expected */
    Expectation read(Section source, boolean dated) {
        Section expect = source.section("expect");
        Optional<String> column = expect.text("freshness-column");
        return new Expectation(
                limits.read(
                        expect,
                        "freshness",
                        LimitsReader.HOURS,
                        dated || column.isPresent() ? warningAfter(FRESHNESS) : Limits.NONE,
                        ExpectationReader::warningAfter),
                column,
                limits.read(expect, "volume-change", LimitsReader.SHARE, Limits.NONE, Limits::blockingAbove),
                limits.read(
                        expect,
                        "duplicates",
                        LimitsReader.SHARE,
                        Expectation.none().duplicates()),
                reaction(expect.words("schema")));
    }

    /** A day after the warning the night is blocked, so that a working day lies between the two: 26h becomes 50h. */
    private static Limits warningAfter(double hours) {
        return Limits.of(hours, hours + A_DAY);
    }

    private static Reaction reaction(String word) {
        return switch (word) {
            case "warn" -> Reaction.WARN;
            case "ignore" -> Reaction.IGNORE;
            default -> Reaction.BLOCK;
        };
    }
}
