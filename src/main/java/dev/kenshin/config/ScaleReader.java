package dev.kenshin.config;

import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.config.ScorecardConfig.Scale.Knot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads how a component's value becomes a score: {@code curve}, {@code bands}, {@code values} or {@code percentile}. */
final class ScaleReader {
    private static final Pattern NUMBER = Pattern.compile("-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

    /** Among fewer, one account more or less would move the rank of all the others by over 20 points. */
    private static final int FEWEST_PEERS = 5;

    private ScaleReader() {}

    static Scale read(Section component) {
        if (component.has("values")) {
            return new Scale.Values(scores(component), component.number("otherwise"));
        }
        if (component.has("percentile")) {
            return percentile(component.section("percentile"));
        }
        return component.has("bands")
                ? new Scale.Bands(knots(component, "bands"))
                : new Scale.Curve(knots(component, "curve"));
    }

    private static Scale percentile(Section percentile) {
        return new Scale.Percentile(
                percentile.optionalReference("within"),
                percentile.words("better").equals("higher"),
                (int) percentile.number("at-least").orElse(FEWEST_PEERS));
    }

    private static Map<String, Double> scores(Section component) {
        Map<String, Double> scores = new LinkedHashMap<>();
        component.entries("values").forEach((value, score) -> Section.number(score)
                .ifPresent(number -> scores.put(value, number)));
        return scores;
    }

    /** The number that a knot's key stands for; empty where it is none. */
    static OptionalDouble value(String key) {
        return NUMBER.matcher(key).matches() ? OptionalDouble.of(Double.parseDouble(key)) : OptionalDouble.empty();
    }

    private static List<Knot> knots(Section component, String key) {
        List<Knot> knots = new ArrayList<>();
        component.entries(key).forEach((value, score) -> value(value)
                .ifPresent(number ->
                        knots.add(new Knot(number, Section.number(score).orElse(0)))));
        return knots;
    }
}
