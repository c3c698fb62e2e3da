package dev.kenshin.publish;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.SegmentConfig;
import dev.kenshin.problem.Text;
import java.util.HashMap;
import java.util.Map;

/** What the values of a column are called where a person reads them; what has no name stands as it is. */
public final class Terms {
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
        return terms.getOrDefault(column, Map.of()).getOrDefault(value, Text.same(value));
    }

    private void add(String column, String value, Text term) {
        terms.computeIfAbsent(column, name -> new HashMap<>()).put(value, term);
    }
}
