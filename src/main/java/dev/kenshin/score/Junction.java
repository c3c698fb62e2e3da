package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Combine;
import java.util.List;

/**
 * Where several scores become one, and where the weight of that one is handed down again. Both walk the same arrays: the
 * parts' scores are at {@code parts[i]} (NaN where there is none), and so are their effective weights.
 *
 * <p>A part of weight 0 takes no part. Scores that differ by less than a computation's last digits are equal, and equal
 * ones share: what decides must not hang on the order in which parts are listed.
 */
final class Junction {
    private static final double EQUAL = 1e-9;

    private final Combine combine;
    private final int[] parts;
    private final double[] weights;

    /** @param parts those of weight 0 left out */
    Junction(Combine combine, List<Part> parts) {
        this.combine = combine;
        this.parts = parts.stream().mapToInt(Part::index).toArray();
        this.weights = parts.stream().mapToDouble(Part::weight).toArray();
    }

    /**
     * A score among those of its parent.
     *
     * @param index where its score is found
     * @param weight relative to the others
     */
    record Part(int index, double weight) {}

    /** 0–100; NaN where no part has a score. */
    double score(double[] scores) {
        return combine == Combine.AVERAGE ? average(scores) : mean(scores, extreme(scores));
    }

    /** Hands a weight down to the parts that make the score. */
    void share(double weight, double[] scores, double[] effective) {
        if (combine == Combine.AVERAGE) {
            shareByWeight(weight / counted(scores), scores, effective);
        } else {
            shareAmongEquals(weight, scores, effective);
        }
    }

    private double average(double[] scores) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            double score = scores[parts[i]];
            sum += Double.isNaN(score) ? 0 : weights[i] * score;
        }
        return sum / counted(scores);
    }

    /** 0 where there is nothing, so that the average is NaN. */
    private double counted(double[] scores) {
        double counted = 0;
        for (int i = 0; i < parts.length; i++) {
            counted += Double.isNaN(scores[parts[i]]) ? 0 : weights[i];
        }
        return counted;
    }

    private void shareByWeight(double scaling, double[] scores, double[] effective) {
        for (int i = 0; i < parts.length; i++) {
            effective[parts[i]] = Double.isNaN(scores[parts[i]]) ? 0 : weights[i] * scaling;
        }
    }

    /** NaN where no part has a score. */
    private double extreme(double[] scores) {
        double extreme = Double.NaN;
        for (int part : parts) {
            boolean further = combine == Combine.MINIMUM ? scores[part] < extreme : scores[part] > extreme;
            extreme = further || Double.isNaN(extreme) ? scores[part] : extreme;
        }
        return extreme;
    }

    /** Of all that are equal to the extreme, so that what they share sums to it. */
    private double mean(double[] scores, double extreme) {
        double sum = 0;
        for (int part : parts) {
            sum += equal(scores[part], extreme) ? scores[part] : 0;
        }
        return sum / equals(scores, extreme);
    }

    private int equals(double[] scores, double extreme) {
        int equals = 0;
        for (int part : parts) {
            equals += equal(scores[part], extreme) ? 1 : 0;
        }
        return equals;
    }

    private void shareAmongEquals(double weight, double[] scores, double[] effective) {
        double extreme = extreme(scores);
        double each = weight / equals(scores, extreme);
        for (int part : parts) {
            effective[part] = equal(scores[part], extreme) ? each : 0;
        }
    }

    private static boolean equal(double score, double extreme) {
        return Math.abs(score - extreme) <= EQUAL;
    }
}
