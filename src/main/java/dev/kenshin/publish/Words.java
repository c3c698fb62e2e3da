package dev.kenshin.publish;

import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.PlacedComponent;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.problem.Text;
import dev.kenshin.score.LowConfidence;
import dev.kenshin.score.ManualOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.RowN;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Words of the configuration as queries, so that the engine can join them to what was measured. */
final class Words {
    private static final List<String> COMPONENT =
            List.of("scorecard", "component_group", "metric", "group_ja", "group_en", "label_ja", "label_en", "unit");
    private static final List<String> METRIC = List.of("metric", "label_ja", "label_en", "unit");
    private static final List<String> DICTIONARY = List.of(
            "position",
            "table_name",
            "column_name",
            "label_ja",
            "label_en",
            "type",
            "unit",
            "meaning_ja",
            "meaning_en");

    private Words() {}

    static String ofMetrics(Glossary glossary) {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (MetricConfig metric : glossary.metrics()) {
            rows.add(words(
                    metric.name(),
                    metric.label().ja(),
                    metric.label().en(),
                    metric.unit().orElse(null)));
        }
        return query(METRIC, rows);
    }

    static String ofComponents(Glossary glossary) {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (ScorecardConfig scorecard : glossary.scorecards()) {
            scorecard.placed().forEach(component -> rows.add(component(scorecard, component, glossary)));
            scorecard.overrides().forEach(rule -> rows.add(override(scorecard, rule.name(), rule.reason())));
            rows.add(override(scorecard, ManualOverride.NAME, ManualOverride.LABEL));
            if (!scorecard.confidenceCaps().isEmpty()) {
                rows.add(override(scorecard, LowConfidence.NAME, LowConfidence.LABEL));
            }
        }
        return query(COMPONENT, rows);
    }

    static String ofDictionary(List<PublishedTable> tables, Glossary glossary) {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (PublishedTable table : tables) {
            for (PublishedColumn column : table.columns()) {
                String kind = column.kind().name().toLowerCase(Locale.ROOT);
                rows.add(entry(
                        rows.size(),
                        table.name(),
                        column.name(),
                        column.label(),
                        kind,
                        column.unit(),
                        column.meaning()));
            }
        }
        for (MetricConfig metric : glossary.metrics()) {
            Text meaning = metric.description().orElse(metric.label());
            String unit = metric.unit().orElse("");
            rows.add(entry(rows.size(), "metric_value", metric.name(), metric.label(), "metric", unit, meaning));
        }
        return query(DICTIONARY, rows);
    }

    private static @Nullable String[] entry(
            int position, String table, String column, Text label, String type, String unit, Text meaning) {
        return words(
                String.format(Locale.ROOT, "%06d", position),
                table,
                column,
                label.ja(),
                label.en(),
                type,
                unit.isEmpty() ? null : unit,
                meaning.ja(),
                meaning.en());
    }

    private static @Nullable String[] component(ScorecardConfig scorecard, PlacedComponent placed, Glossary glossary) {
        ScorecardConfig.Component component = placed.component();
        Text label = glossary.label(component);
        return words(
                scorecard.name(),
                placed.group(),
                component.name(),
                placed.groupLabel().ja(),
                placed.groupLabel().en(),
                label.ja(),
                label.en(),
                glossary.metric(component.metric().name())
                        .flatMap(MetricConfig::unit)
                        .orElse(null));
    }

    /** A rule that fired is listed among the components, under its own name and with its reason for a label. */
    private static @Nullable String[] override(ScorecardConfig scorecard, String rule, Text reason) {
        return words(
                scorecard.name(), "override", "override:" + rule, "例外ルール", "Override", reason.ja(), reason.en(), null);
    }

    private static @Nullable String[] words(@Nullable String... words) {
        return words;
    }

    /** The rows as a query. A row of nulls, dropped again, gives the columns their type where there is nothing else. */
    static String query(List<String> names, List<@Nullable String[]> rows) {
        List<RowN> values = new ArrayList<>();
        values.add(row(new @Nullable String[names.size()]));
        rows.forEach(words -> values.add(row(words)));
        Table<?> table = DSL.values(values.toArray(RowN[]::new)).as("words", names.toArray(String[]::new));
        return DSL.using(SQLDialect.DUCKDB)
                .renderInlined(DSL.selectFrom(table)
                        .where(DSL.field(DSL.name(names.get(0))).isNotNull()));
    }

    private static RowN row(@Nullable String[] words) {
        return DSL.row(Stream.of(words)
                .map(word -> DSL.cast(DSL.inline(word, SQLDataType.VARCHAR), SQLDataType.VARCHAR))
                .toList());
    }
}
