package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.config.ScorecardConfig.Scale.Knot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The values that a component could have instead, from the one it has outwards, and the nearest of them that is good
 * enough.
 *
 * @param now a value that is known
 * @param wholeNumbers whether the metric has no others
 * @param ratio whether people read the metric in percent
 */
record Aims(Scale scale, Measurement now, boolean wholeNumbers, boolean ratio) {
    private static final int HALVINGS = 60;
    private static final double LITTLE = 0.1;
    private static final double DIGITS = 1e-9;

    /** At which something changes, the nearest first within each direction. */
    List<List<Aim>> directions() {
        if (scale instanceof Scale.Curve curve) {
            return List.of(knots(curve.knots(), true), knots(curve.knots(), false));
        }
        if (scale instanceof Scale.Bands bands) {
            return List.of(bandsAbove(bands.bands()), bandsBelow(bands.bands()));
        }
        if (scale instanceof Scale.Values values) {
            return List.of(words(values));
        }
        return now.percentile().isPresent() ? List.of(List.of(Aim.rank(now, 100))) : List.of();
    }

    /** The nearest value in one direction that is good enough; empty where none is. */
    Optional<Aim> nearest(List<Aim> direction, Predicate<Aim> enough) {
        double from = scale instanceof Scale.Percentile
                ? now.percentile().orElse(Double.NaN)
                : now.value().number();
        for (Aim aim : direction) {
            if (enough.test(aim)) {
                return Optional.of(between(from, aim, enough));
            }
            from = aim.bound();
        }
        return Optional.empty();
    }

    /** Where the score moves continuously, there is something nearer than the knot. */
    private Aim between(double from, Aim aim, Predicate<Aim> enough) {
        if (scale instanceof Scale.Bands || scale instanceof Scale.Values) {
            return aim;
        }
        double tooLittle = from;
        double good = aim.bound();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (tooLittle + good) / 2;
            if (enough.test(like(aim, middle))) {
                good = middle;
            } else {
                tooLittle = middle;
            }
        }
        return rounded(like(aim, good), enough);
    }

    private Aim like(Aim aim, double value) {
        return aim.relation() == Raise.Relation.RANK
                ? Aim.rank(now, value)
                : Aim.at(now, value, aim.relation() == Raise.Relation.AT_LEAST);
    }

    /** The roundest figure a little beyond that people can be told, if it is good enough too. */
    private Aim rounded(Aim exact, Predicate<Aim> enough) {
        double start = exact.relation() == Raise.Relation.RANK
                ? now.percentile().orElse(0)
                : now.value().number();
        double change = Math.abs(exact.bound() - start);
        Optional<Aim> finest = Optional.empty();
        for (double step : steps(exact.bound())) {
            Aim round = like(exact, beyond(exact.bound(), step, exact.bound() >= start));
            if (enough.test(round)) {
                finest = Optional.of(round);
                if (Math.abs(round.bound() - exact.bound()) <= LITTLE * change) {
                    return round;
                }
            }
        }
        return finest.orElse(exact);
    }

    /** Those whose multiples are written with all their digits. */
    private double[] steps(double near) {
        if (wholeNumbers) {
            return new double[] {1};
        }
        if (ratio) {
            return Math.abs(near) < 0.01 ? new double[] {100, 1000, 10000} : new double[] {100, 1000};
        }
        return Math.abs(near) < 1 ? new double[] {1, 10, 100} : new double[] {1, 10};
    }

    /** @param parts into how many steps 1 is divided */
    private static double beyond(double bound, double parts, boolean upwards) {
        double scaled = bound * parts;
        return (upwards ? Math.ceil(scaled - DIGITS) : Math.floor(scaled + DIGITS)) / parts;
    }

    private List<Aim> knots(List<Knot> knots, boolean upwards) {
        double x = now.value().number();
        return knots.stream()
                .map(Knot::value)
                .filter(value -> upwards ? value > x : value < x)
                .sorted(upwards ? Comparator.naturalOrder() : Comparator.reverseOrder())
                .map(value -> Aim.at(now, value, upwards))
                .toList();
    }

    private List<Aim> bandsAbove(List<Knot> bands) {
        return bands.stream()
                .filter(band -> band.value() > now.value().number())
                .map(band -> Aim.at(now, band.value(), true))
                .toList();
    }

    /** The first band has no lower end, so that each but the last is entered from below the next one's beginning. */
    private List<Aim> bandsBelow(List<Knot> bands) {
        List<Aim> below = new ArrayList<>();
        for (int i = bands.size() - 1; i > 0; i--) {
            if (bands.get(i).value() <= now.value().number()) {
                below.add(Aim.below(now, bands.get(i).value()));
            }
        }
        return below;
    }

    private List<Aim> words(Scale.Values values) {
        return values.scores().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(word -> Aim.word(now, word.getKey()))
                .toList();
    }
}
