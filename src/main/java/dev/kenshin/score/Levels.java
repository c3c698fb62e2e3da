package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Level;
import java.util.List;

/** The levels of a scorecard, from the lowest health upwards. */
record Levels(List<Level> ascending) {
    /** Sums of weights miss round numbers by their last digits; nobody should fall a level for that. */
    static final double TOLERANCE = 1e-9;

    Levels {
        if (ascending.isEmpty()) {
            throw new IllegalArgumentException("a scorecard needs at least one level");
        }
    }

    /** The highest level whose {@code from} is not above the health; the lowest where there is none. */
    String of(double health) {
        String name = ascending.get(0).name();
        for (Level level : ascending) {
            if (level.from() <= health + TOLERANCE) {
                name = level.name();
            }
        }
        return name;
    }
}
