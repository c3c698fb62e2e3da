package dev.kenshin.example;

import dev.kenshin.config.FieldConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.SetAside;
import dev.kenshin.job.TrialScore;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where to look for the reason of a difference. */
record Pointers(NightPlan plan) {

    /** The definition of a metric, and the tables it is measured from. */
    List<Text> metric(String name) {
        MetricConfig metric = plan.configuration().metrics().get(name);
        if (metric == null) {
            return List.of();
        }
        String tables = String.join(
                ", ", plan.metrics().tablesOf(name).stream().sorted().toList());
        return List.of(new Text(
                "指標「" + name + "」の定義: " + metric.at() + "（元のテーブル: " + tables + "）",
                "the definition of '" + name + "': " + metric.at() + " (measured from: " + tables + ")"));
    }

    /** The mappings that fill a column. */
    List<Text> column(String table, String column) {
        List<Text> places = new ArrayList<>();
        plan.mappings().forEach(compiled -> {
            MappingConfig mapping = compiled.config();
            if (mapping.to().name().equals(table)) {
                Optional.ofNullable(mapping.fields().get(column))
                        .or(() -> Optional.ofNullable(mapping.custom().get(column)))
                        .map(FieldConfig::at)
                        .ifPresent(at -> places.add(place(at, "マッピング", "the mapping")));
            }
        });
        return places;
    }

    /** Rows that were set aside instead of becoming model rows. */
    static List<Text> setAside(List<SetAside> rows) {
        return rows.stream()
                .map(row -> new Text(
                        "隔離された行: " + row.place() + " " + row.field() + " " + row.code() + " "
                                + row.reason().ja(),
                        "set aside: " + row.place() + " " + row.field() + " " + row.code() + " "
                                + row.reason().en()))
                .toList();
    }

    /** Where a component or an override of the scorecard is written. */
    List<Text> component(@Nullable TrialScore score, String name) {
        return card(score).stream()
                .flatMap(card -> Stream.concat(
                        card.components().stream()
                                .filter(component -> component.name().equals(name))
                                .map(ScorecardConfig.Component::at),
                        card.overrides().stream()
                                .filter(rule -> rule.name().equals(name))
                                .map(ScorecardConfig.OverrideRule::at)))
                .map(at -> place(at, "スコアカード", "the scorecard"))
                .toList();
    }

    /** The scorecard, and what cost the most points. */
    List<Text> health(@Nullable TrialScore score) {
        List<Text> look = new ArrayList<>();
        card(score).ifPresent(card -> look.add(place(card.at(), "スコアカード", "the scorecard")));
        if (score != null) {
            score.drivers()
                    .forEach(driver -> look.add(new Text("主な減点: " + driver.ja(), "points lost: " + driver.en())));
        }
        return look;
    }

    private Optional<ScorecardConfig> card(@Nullable TrialScore score) {
        return score == null || score.scorecard() == null
                ? Optional.empty()
                : Optional.ofNullable(plan.configuration().scorecards().get(score.scorecard()));
    }

    private static Text place(Location at, String ja, String en) {
        return new Text(ja + ": " + at, en + ": " + at);
    }
}
