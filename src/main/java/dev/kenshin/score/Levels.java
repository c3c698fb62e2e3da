package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Level;
import java.util.List;
import java.util.Optional;

/** The levels of a scorecard, from the lowest health upwards. */
record Levels(List<Level> ascending) {
    /** Sums of weights miss round numbers by their last digits; nobody should fall a level for that. */
    static final double TOLERANCE = 1e-9;

    Levels {
        if (ascending.isEmpty()) {
            throw new IllegalArgumentException("a scorecard needs at least one level");
        }
    }

    /** The level above the one that the health belongs to; empty where that is the highest. */
    Optional<Level> above(double health) {
        return ascending.stream()
                .filter(level -> level.from() > health + TOLERANCE)
                .findFirst();
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

    boolean has(String name) {
        return place(name) >= 0;
    }

    /** The end of a level on the side on which a health lies outside it. */
    double boundary(String name, double health) {
        double from = ascending.get(place(name)).from();
        return health < from || place(name) == ascending.size() - 1
                ? from
                : ascending.get(place(name) + 1).from();
    }

    /** The worse of two; one that is not known counts only beside another one. */
    String worse(String one, String other) {
        return !has(one) || (has(other) && place(other) < place(one)) ? other : one;
    }

    /** So many levels further down, but not below the lowest; what is not known stays so. */
    String lowered(String name, int by) {
        return has(name) ? ascending.get(Math.max(0, place(name) - by)).name() : Health.UNKNOWN;
    }

    private int place(String name) {
        return ascending.stream().map(Level::name).toList().indexOf(name);
    }
}
