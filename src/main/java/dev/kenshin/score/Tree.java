package dev.kenshin.score;

import java.util.Arrays;
import java.util.List;

/**
 * How a card's component scores become its health: arrays in which the components come first, then the junctions,
 * children before parents.
 */
final class Tree {
    private final int components;
    private final Junction[] junctions;

    Tree(int components, List<Junction> junctions) {
        this.components = components;
        this.junctions = junctions.toArray(Junction[]::new);
    }

    /**
     * The share of each component in the health. They sum to 1; all are 0 where nothing has a score.
     *
     * @param scores of the components; NaN for those that do not count
     */
    double[] effectiveWeights(double[] scores) {
        double[] all = Arrays.copyOf(scores, components + junctions.length);
        for (int i = 0; i < junctions.length; i++) {
            all[components + i] = junctions[i].score(all);
        }
        double[] effective = new double[all.length];
        if (!Double.isNaN(all[all.length - 1])) {
            effective[all.length - 1] = 1;
            handDown(all, effective);
        }
        return effective;
    }

    private void handDown(double[] scores, double[] effective) {
        for (int i = junctions.length - 1; i >= 0; i--) {
            double weight = effective[components + i];
            if (weight > 0) {
                junctions[i].share(weight, scores, effective);
            }
        }
    }
}
