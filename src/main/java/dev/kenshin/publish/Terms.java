package dev.kenshin.publish;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.SegmentConfig;
import dev.kenshin.problem.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the values of a column are called where a person reads them; what has no name stands as it is. */
public final class Terms {
    /** The column of levels; others that hold levels, too, have no words of their own. */
    static final String LEVEL = "level";

    private static final Set<String> LEVELS =
            Set.of(LEVEL, "risk_level", "level_by_health", "computed_level", "raised_to");

    private final Map<String, Map<String, Text>> terms = new HashMap<>();

    public Terms(Glossary glossary) {
        Catalog.rows("terms.csv")
                .forEach(
                        row -> add(Catalog.cell(row, "column"), Catalog.cell(row, "value"), Catalog.text(row, "term")));
        for (ScorecardConfig scorecard : glossary.scorecards()) {
            add("scorecard", scorecard.name(), scorecard.label());
        }
        for (SegmentConfig segment : glossary.segments()) {
            for (SegmentConfig.SegmentClass each : segment.classes()) {
                add(segment.name(), each.name(), each.label());
                add(OwnColumns.SEGMENT_PREFIX + segment.name(), each.name(), each.label());
            }
        }
    }

    /** What a value of a column is called. */
    public Text of(String column, String value) {
        String words = holdsLevels(column) ? LEVEL : column;
        return terms.getOrDefault(words, Map.of()).getOrDefault(value, Text.same(value));
    }

    static boolean holdsLevels(String column) {
        return LEVELS.contains(column);
    }

    private void add(String column, String value, Text term) {
        terms.computeIfAbsent(column, name -> new HashMap<>()).put(value, term);
    }
}
