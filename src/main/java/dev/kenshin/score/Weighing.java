package dev.kenshin.score;

import dev.kenshin.score.ComponentRule.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One reading against the components of a card: what each scores, and how much of the card is known. */
final class Weighing {
    private final List<ComponentRule> rules;
    private final List<Measurement> measurements;
    private final Judgement[] judgements;
    private final double[] scores;
    private double coverage;
    private double confidence;

    private Weighing(List<ComponentRule> rules, List<Measurement> measurements) {
        this.rules = rules;
        this.measurements = measurements;
        this.judgements = new Judgement[rules.size()];
        this.scores = new double[rules.size()];
    }

    static Weighing of(List<ComponentRule> rules, List<Measurement> measurements) {
        if (measurements.size() != rules.size()) {
            throw new IllegalArgumentException(measurements.size() + " measurements, " + rules.size() + " components");
        }
        Weighing weighing = new Weighing(rules, measurements);
        for (int i = 0; i < rules.size(); i++) {
            weighing.judge(i);
        }
        return weighing;
    }

    private void judge(int i) {
        ComponentRule rule = rules.get(i);
        Judgement judgement = rule.judge(measurements.get(i));
        judgements[i] = judgement;
        scores[i] = judgement.score();
        double weight = rule.component().weight();
        coverage += judgement.status().covered() ? weight : 0;
        confidence += weight * judgement.freshness();
    }

    /** The weight of the components that have a known value that is not stale. */
    double coverage() {
        return coverage;
    }

    /** Of the same, less what age has taken away. */
    double confidence() {
        return confidence;
    }

    /** The scores of the components that count; NaN for the others. */
    double[] scores() {
        return scores;
    }

    /** @param effective all 0 for an account without a score: there is nothing from which points could be lost */
    List<ComponentScore> scores(double[] effective) {
        List<ComponentScore> list = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            list.add(score(rules.get(i).component(), measurements.get(i), judgements[i], effective[i]));
        }
        return list;
    }

    private static ComponentScore score(
            Component component, Measurement measurement, Judgement judgement, double weight) {
        return new ComponentScore(
                component,
                measurement.value(),
                judgement.status().excluded() ? OptionalDouble.empty() : OptionalDouble.of(judgement.score()),
                judgement.freshness(),
                weight,
                // not 0 × a negative number, which would be written as -0
                weight == 0 ? 0 : weight * (judgement.score() - 100),
                judgement.status(),
                measurement.lacksData() ? OptionalInt.empty() : measurement.dataAgeDays());
    }
}
