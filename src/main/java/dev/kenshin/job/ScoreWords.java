package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.PlacedComponent;
import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.Sql;
import dev.kenshin.job.Explanation.Level;
import dev.kenshin.job.Explanation.Scope;
import dev.kenshin.model.Column;
import dev.kenshin.model.Model;
import dev.kenshin.problem.Text;
import dev.kenshin.publish.Glossary;
import dev.kenshin.publish.Terms;
import dev.kenshin.score.Figures;
import dev.kenshin.score.LowConfidence;
import dev.kenshin.score.ManualOverride;
import dev.kenshin.score.MetricLabel;
import dev.kenshin.score.Scorecard;
import dev.kenshin.score.ScorecardHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration calls the things that a night kept by their names. A night may be older than the configuration:
 * what is no longer configured goes by its name.
 */
final class ScoreWords {
    private static final Text UNKNOWN = new Text("不明", "unknown");

    private final Configuration configuration;
    private final Glossary glossary;
    private final Terms terms;

    ScoreWords(Configuration configuration) {
        this.configuration = configuration;
        this.glossary = new Glossary(
                List.of(),
                configuration.segments(),
                configuration.metrics().values(),
                configuration.scorecards().values());
        this.terms = new Terms(glossary);
    }

    /** A value of a column that has words of its own: a segment's class, a status, an industry. */
    Text term(String column, String value) {
        return terms.of(column, value);
    }

    Text segment(String name) {
        return configuration.segments().stream()
                .filter(segment -> segment.name().equals(name))
                .findFirst()
                .map(segment -> segment.label())
                .orElse(Text.same(name));
    }

    /** Its place among the configured segments; those that are no longer configured come first. */
    int positionOfSegment(String name) {
        return configuration.segments().stream()
                .map(segment -> segment.name())
                .toList()
                .indexOf(name);
    }

    /** @param path of a group, from the top of the card */
    Text group(String card, String path) {
        List<ScorecardConfig.Group> parts =
                card(card).map(ScorecardConfig::groups).orElse(List.of());
        List<Text> labels = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            Optional<ScorecardConfig.Group> group =
                    parts.stream().filter(part -> part.name().equals(name)).findFirst();
            labels.add(group.map(this::group).orElse(Text.same(name)));
            parts = group.map(ScorecardConfig.Group::groups).orElse(List.of());
        }
        return new Text(
                labels.stream().map(Text::ja).collect(Collectors.joining(" / ")),
                labels.stream().map(Text::en).collect(Collectors.joining(" / ")));
    }

    /** Where only the worst or the best part counts, that is said: the weights would not be understood without it. */
    private Text group(ScorecardConfig.Group group) {
        if (group.combine() == Combine.AVERAGE) {
            return group.label();
        }
        Text how = term("combine", group.combine().name().toLowerCase(Locale.ROOT));
        return new Text(group.label().ja() + "(" + how.ja() + ")", group.label().en() + " (" + how.en() + ")");
    }

    /** The card as it is configured now, ready to score; empty where there is none. */
    Optional<Scorecard> scorecard(String name) {
        return card(name)
                .map(config -> Scorecard.of(
                        config,
                        metric -> new MetricLabel(
                                metric(metric).map(MetricConfig::label).orElse(Text.same(metric)),
                                metric(metric).flatMap(MetricConfig::unit))));
    }

    /** A component may have a label of its own; else it has its metric's. */
    Text component(String card, String name) {
        return configured(card, name)
                .map(glossary::label)
                .or(() -> metric(name).map(MetricConfig::label))
                .orElse(Text.same(name));
    }

    /** A component, or the rule that overrules them, by the key of its contribution. */
    Text contribution(String card, String key) {
        String rule = key.startsWith("override:") ? key.substring("override:".length()) : "";
        return rule.isEmpty() ? component(card, key) : reason(card, rule);
    }

    /** Whether there is a segment of that name. */
    boolean isSegment(String name) {
        return positionOfSegment(name) >= 0;
    }

    /** The names of the segments, in order. */
    List<String> segments() {
        return configuration.segments().stream().map(segment -> segment.name()).toList();
    }

    /** The levels of all scorecards, the worst first. */
    List<String> levels() {
        return configuration.scorecards().values().stream()
                .flatMap(card -> card.levels().stream())
                .sorted(Comparator.comparingDouble(ScorecardConfig.Level::from))
                .map(ScorecardConfig.Level::name)
                .distinct()
                .toList();
    }

    /** A column of the accounts, or of their scores. */
    Text column(String name) {
        return switch (name) {
            case "level" -> new Text("危険度", "Level");
            case "scorecard" -> new Text("スコアカード", "Scorecard");
            default -> Model.ACCOUNT.column(name).map(Column::label).orElse(Text.same(name));
        };
    }

    Text metricLabel(String name) {
        return metric(name).map(MetricConfig::label).orElse(Text.same(name));
    }

    Optional<String> metricUnit(String name) {
        return metric(name).flatMap(MetricConfig::unit);
    }

    /** The metrics that a component looks at. */
    Stream<String> metricsOf(String card, String component) {
        return configured(card, component)
                .map(each -> Stream.concat(Stream.of(each.metric().name()), each.per().map(Reference::name).stream()))
                .orElse(Stream.of(component));
    }

    /** The unit of a component's metric. */
    Optional<String> unit(String card, String component) {
        return metricUnit(
                configured(card, component).map(each -> each.metric().name()).orElse(component));
    }

    /** @param per what the component's metric was divided by */
    Text value(String card, String component, OptionalDouble number, OptionalDouble per, @Nullable String word) {
        if (number.isPresent()) {
            String unit = unit(card, component).orElse("");
            double value = number.getAsDouble();
            return per.isPresent()
                    ? Figures.of(value * per.getAsDouble(), per.getAsDouble(), unit)
                    : Figures.of(value, unit);
        }
        return word == null ? UNKNOWN : Text.same(word);
    }

    Level level(String card, String name) {
        List<ScorecardConfig.Level> levels =
                card(card).map(ScorecardConfig::levels).orElse(List.of());
        OptionalDouble from = OptionalDouble.empty();
        OptionalDouble below = OptionalDouble.empty();
        for (ScorecardConfig.Level level : levels) {
            if (level.name().equals(name)) {
                from = OptionalDouble.of(level.from());
            } else if (from.isPresent() && below.isEmpty()) {
                below = OptionalDouble.of(level.from());
            }
        }
        return new Level(name, term("level", name), from, below);
    }

    Optional<OverrideRule> rule(String card, String name) {
        return card(card).stream()
                .flatMap(each -> each.overrides().stream())
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }

    Text reason(String card, String rule) {
        if (rule.equals(ManualOverride.NAME)) {
            return ManualOverride.LABEL;
        }
        return rule.equals(LowConfidence.NAME)
                ? LowConfidence.LABEL
                : rule(card, rule).map(OverrideRule::reason).orElse(Text.same(rule));
    }

    static Text effect(OverrideRule rule) {
        String limit = Figures.of(rule.value(), "").en();
        return switch (rule.effect()) {
            case CAP -> new Text("上限" + limit + "点", "at most " + limit);
            case FLOOR -> new Text("下限" + limit + "点", "at least " + limit);
            case SET -> set(rule.value());
        };
    }

    static Text set(double value) {
        String limit = Figures.of(value, "").en();
        return new Text(limit + "点に固定", "set to " + limit);
    }

    OptionalDouble minimumCoverage(String card) {
        return card(card).stream().mapToDouble(ScorecardConfig::minimumCoverage).findFirst();
    }

    /** Whether the scorecard no longer scores as it did when it had that hash. */
    boolean changed(String card, String hash) {
        return card(card).map(now -> !ScorecardHash.of(now).equals(hash)).orElse(true);
    }

    /** Every scorecard and what it is for. */
    List<Scope> scopes() {
        return configuration.scorecards().values().stream()
                .map(card ->
                        new Scope(card.name(), card.label(), card.appliesTo().map(Sql::text)))
                .toList();
    }

    private Optional<MetricConfig> metric(String name) {
        return Optional.ofNullable(configuration.metrics().get(name));
    }

    private Optional<ScorecardConfig> card(String name) {
        return Optional.ofNullable(configuration.scorecards().get(name));
    }

    private Optional<ScorecardConfig.Component> configured(String card, String name) {
        return placed(card)
                .map(PlacedComponent::component)
                .filter(component -> component.name().equals(name))
                .findFirst();
    }

    private Stream<PlacedComponent> placed(String card) {
        return card(card).stream().flatMap(each -> each.placed().stream());
    }
}
