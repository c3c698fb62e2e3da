package dev.kenshin.score;

import dev.kenshin.score.ComponentRule.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One reading against the components of a card.
 *
 * @param counted the weight of the components that are not excluded
 * @param coverage the weight of those that have a known and fresh value
 */
record Weighing(
        List<ComponentRule> rules,
        List<Measurement> measurements,
        List<Judgement> judgements,
        double counted,
        double coverage) {

    static Weighing of(List<ComponentRule> rules, List<Measurement> measurements) {
        if (measurements.size() != rules.size()) {
            throw new IllegalArgumentException(measurements.size() + " measurements, " + rules.size() + " components");
        }
        List<Judgement> judgements = new ArrayList<>(rules.size());
        double counted = 0;
        double covered = 0;
        for (int i = 0; i < rules.size(); i++) {
            Judgement judgement = rules.get(i).judge(measurements.get(i));
            double weight = rules.get(i).component().weight();
            judgements.add(judgement);
            counted += judgement.status().excluded() ? 0 : weight;
            covered += judgement.status() == Status.PRESENT ? weight : 0;
        }
        return new Weighing(rules, measurements, judgements, counted, covered);
    }

    boolean anythingCounts() {
        return counted > 0;
    }

    List<ComponentScore> scores() {
        return scores(1 / counted);
    }

    /** For an account without a score: there is nothing from which points could be lost. */
    List<ComponentScore> withoutPoints() {
        return scores(0);
    }

    private List<ComponentScore> scores(double scaling) {
        List<ComponentScore> scores = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            scores.add(score(rules.get(i).component(), measurements.get(i), judgements.get(i), scaling));
        }
        return scores;
    }

    private static ComponentScore score(
            Component component, Measurement measurement, Judgement judgement, double scaling) {
        boolean excluded = judgement.status().excluded();
        double weight = excluded ? 0 : component.weight() * scaling;
        return new ComponentScore(
                component,
                measurement.value(),
                excluded ? OptionalDouble.empty() : OptionalDouble.of(judgement.score()),
                weight,
                // not 0 × a negative number, which would be written as -0
                weight == 0 ? 0 : weight * (judgement.score() - 100),
                judgement.status(),
                measurement.dataAgeDays());
    }
}
