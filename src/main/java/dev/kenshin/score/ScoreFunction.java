package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.config.ScorecardConfig.Scale.Knot;
import java.util.List;
import java.util.Map;

/** A component's scale, made ready to run many times. */
@FunctionalInterface
interface ScoreFunction {

    /** 0–100, or NaN where the value is unknown or the scale has no score for it. */
    double score(Measurement measurement);

    static ScoreFunction of(Scale scale) {
        if (scale instanceof Scale.Curve curve) {
            return Steps.of(curve.knots())::interpolated;
        }
        if (scale instanceof Scale.Bands bands) {
            return Steps.of(bands.bands())::banded;
        }
        return scale instanceof Scale.Values values
                ? words(values)
                : measurement -> measurement.percentile().orElse(Double.NaN);
    }

    private static ScoreFunction words(Scale.Values scale) {
        Map<String, Double> scores = Map.copyOf(scale.scores());
        double otherwise = scale.otherwise().orElse(Double.NaN);
        return measurement -> measurement.value() instanceof Value.Word word
                ? scores.getOrDefault(word.text(), otherwise)
                : Double.NaN;
    }

    /** Knots in ascending order of x, as arrays since every component of every account passes here. */
    final class Steps {
        private final double[] from;
        private final double[] scores;

        private Steps(double[] from, double[] scores) {
            this.from = from;
            this.scores = scores;
        }

        static Steps of(List<Knot> knots) {
            if (knots.isEmpty()) {
                throw new IllegalArgumentException("a scale needs at least one knot");
            }
            return new Steps(
                    knots.stream().mapToDouble(Knot::value).toArray(),
                    knots.stream().mapToDouble(Knot::score).toArray());
        }

        /** Between knots s_i + (s_{i+1} − s_i)(x − x_i)/(x_{i+1} − x_i), clamped at both ends. */
        double interpolated(Measurement measurement) {
            double x = measurement.value().number();
            if (Double.isNaN(x)) {
                return Double.NaN;
            }
            int i = last(x);
            if (i < 0 || i == from.length - 1) {
                return scores[Math.max(i, 0)];
            }
            return scores[i] + (scores[i + 1] - scores[i]) * (x - from[i]) / (from[i + 1] - from[i]);
        }

        /** The score of the band that the value has reached; below the first band, the first. */
        double banded(Measurement measurement) {
            double x = measurement.value().number();
            return Double.isNaN(x) ? Double.NaN : scores[Math.max(last(x), 0)];
        }

        /** The last knot not above x; −1 below the first. */
        private int last(double x) {
            int i = from.length - 1;
            while (i >= 0 && from[i] > x) {
                i--;
            }
            return i;
        }
    }
}
