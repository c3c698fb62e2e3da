package dev.kenshin.rollup;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.warehouse.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which levels mean that an account is at risk: the lower half of its card's, rounded down. That is two of four, and one of
 * three, since a card of two levels would otherwise call everybody at risk.
 */
record RiskLevels(Collection<ScorecardConfig> scorecards) {

    /** Rows of scorecard, level, position from the worst, and whether it means risk. One of nulls, so that there is any. */
    String rows() {
        String rows = scorecards.stream()
                .map(RiskLevels::rows)
                .filter(some -> !some.isEmpty())
                .collect(Collectors.joining(", "));
        return "(null::varchar, null::varchar, 0, false)" + (rows.isEmpty() ? "" : ", " + rows);
    }

    private static String rows(ScorecardConfig scorecard) {
        List<ScorecardConfig.Level> levels = scorecard.levels();
        return IntStream.range(0, levels.size())
                .mapToObj(i -> "(%s, %s, %d, %b)"
                        .formatted(
                                Quoted.text(scorecard.name()),
                                Quoted.text(levels.get(i).name()),
                                i,
                                i < levels.size() / 2))
                .collect(Collectors.joining(", "));
    }
}
