package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Reads limits: {@code { warn: 5%, block: 25% }}, where either may be {@code never}, or one value that stands for both. */
record LimitsReader(Problems problems) {
    /** How one value is written. */
    interface Notation {
        OptionalDouble read(Section section, String key);
    }

    static final Notation SHARE = Section::share;
    static final Notation POINTS = Section::number;
    static final Notation HOURS = (section, key) -> section.duration(key)
            .map(duration -> OptionalDouble.of(duration.toMinutes() / 60.0))
            .orElse(OptionalDouble.empty());

    private static final String WARN = "warn";
    private static final String BLOCK = "block";
    private static final String NEVER = "never";

    /** With the defaults in the place of what is not said. */
    Limits read(Section parent, String key, Notation notation, Limits otherwise) {
        return read(parent, key, notation, otherwise, value -> otherwise);
    }

    /**
     * The same where one value may be written as well.
     *
     * @param otherwise where nothing is written
     * @param one what one value alone means
     */
    Limits read(Section parent, String key, Notation notation, Limits otherwise, DoubleFunction<Limits> one) {
        if (parent.words(key).equals(NEVER)) {
            return Limits.NONE;
        }
        OptionalDouble alone = notation.read(parent, key);
        if (alone.isPresent()) {
            return one.apply(alone.getAsDouble());
        }
        return parent.has(key) ? both(parent.section(key), notation, otherwise, one) : otherwise;
    }

    private Limits both(Section limits, Notation notation, Limits otherwise, DoubleFunction<Limits> one) {
        OptionalDouble warn = side(limits, WARN, notation, otherwise.warn());
        OptionalDouble block =
                side(limits, BLOCK, notation, impliedBy(warn, otherwise, one).block());
        if (warn.isEmpty() || block.isEmpty() || warn.getAsDouble() <= block.getAsDouble()) {
            return new Limits(warn, block);
        }
        if (limits.has(WARN) && limits.has(BLOCK)) {
            report(limits);
        }
        // What is written counts; the default of the other side must not contradict it.
        return limits.has(WARN) ? new Limits(warn, warn) : new Limits(block, block);
    }

    /** Where one value is when to warn, a warning that is written means the same as that value. */
    private static Limits impliedBy(OptionalDouble warn, Limits otherwise, DoubleFunction<Limits> one) {
        Limits implied = warn.isPresent() ? one.apply(warn.getAsDouble()) : otherwise;
        return implied.warn().isPresent() ? implied : otherwise;
    }

    private static OptionalDouble side(Section limits, String key, Notation notation, OptionalDouble otherwise) {
        if (!limits.has(key)) {
            return otherwise;
        }
        return limits.words(key).equals(NEVER) ? OptionalDouble.empty() : notation.read(limits, key);
    }

    private void report(Section limits) {
        problems.error(
                "KEN-Q20",
                limits.at(BLOCK),
                new Text(
                        "block「" + limits.words(BLOCK) + "」が warn「" + limits.words(WARN) + "」より小さくなっています。",
                        "The limit 'block: " + limits.words(BLOCK) + "' is below 'warn: " + limits.words(WARN) + "'."),
                new Text("block を warn 以上にしてください。", "Let block be at least what warn is."));
    }
}
