package dev.kenshin.publish;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.SegmentConfig;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.HashMap;
import java.util.Map;

/** What the values of a column are called where a person reads them; what has no name stands as it is. */
final class Terms {
    private final Map<String, Map<String, Text>> terms = new HashMap<>();
    private final Language language;

    Terms(Glossary glossary, Language language) {
        this.language = language;
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

    String of(String column, String value) {
        Text term = terms.getOrDefault(column, Map.of()).get(value);
        return term == null ? value : term.in(language);
    }

    private void add(String column, String value, Text term) {
        terms.computeIfAbsent(column, name -> new HashMap<>()).put(value, term);
    }
}
