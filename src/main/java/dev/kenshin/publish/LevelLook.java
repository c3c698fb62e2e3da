package dev.kenshin.publish;

import dev.kenshin.config.ScorecardConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a level looks. Dark red through orange and yellow to blue: distinct for colour-blind readers and in grey print,
 * with a contrast of at least 4.5 : 1 between text and ground.
 *
 * @param ground the fill, as RRGGBB
 * @param ink the text, as RRGGBB
 */
record LevelLook(String ground, String ink) {
    static final LevelLook UNKNOWN = new LevelLook("E3E3E3", "404040");

    private static final List<LevelLook> FROM_WORST = List.of(
            new LevelLook("B3261E", "FFFFFF"),
            new LevelLook("F4A259", "1F1F1F"),
            new LevelLook("FFF0B3", "1F1F1F"),
            new LevelLook("D6E8F7", "1F1F1F"));

    /** The look of each level that a scorecard knows, by its place between the worst and the best. */
    static Map<String, LevelLook> of(Collection<ScorecardConfig> scorecards) {
        Map<String, LevelLook> looks = new HashMap<>();
        for (ScorecardConfig scorecard : scorecards) {
            List<ScorecardConfig.Level> levels = scorecard.levels();
            for (int i = 0; i < levels.size(); i++) {
                looks.putIfAbsent(levels.get(i).name(), place(i, levels.size()));
            }
        }
        return looks;
    }

    private static LevelLook place(int rank, int levels) {
        int best = FROM_WORST.size() - 1;
        return FROM_WORST.get(levels == 1 ? best : Math.round((float) rank * best / (levels - 1)));
    }
}
