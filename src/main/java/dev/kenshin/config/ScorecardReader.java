package dev.kenshin.config;

import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.Level;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Reads {@code config/scorecards/<name>.yaml}. */
final class ScorecardReader {
    private static final double MINIMUM_COVERAGE = 0.5;

    private ScorecardReader() {}

    static ScorecardConfig read(ConfigTree file) {
        Section scorecard = new Section(file.tree());
        String name = file.file().name();
        return new ScorecardConfig(
                name,
                scorecard.label("label", name),
                scorecard.optionalSql("applies-to"),
                groups(scorecard),
                overrides(scorecard),
                scorecard.share("minimum-coverage").orElse(MINIMUM_COVERAGE),
                levels(scorecard),
                file.file().at());
    }

    private static List<Group> groups(Section scorecard) {
        Section groups = scorecard.section("groups");
        List<Group> read = new ArrayList<>();
        scorecard
                .sections("groups")
                .forEach((name, group) -> read.add(new Group(
                        name, group.label("label", name), weight(group), components(group), groups.keyAt(name))));
        return read;
    }

    private static List<Component> components(Section group) {
        Section components = group.section("components");
        List<Component> read = new ArrayList<>();
        group.sections("components")
                .forEach((metric, component) -> read.add(component(metric, component, components.keyAt(metric))));
        return read;
    }

    private static Component component(String metric, Section component, Location at) {
        return new Component(
                new Reference(metric, at),
                component.label("label"),
                weight(component),
                ScaleReader.read(component),
                missing(component),
                component.days("stale-after"),
                at);
    }

    private static double weight(Section section) {
        return section.number("weight").orElse(1);
    }

    private static Missing missing(Section component) {
        OptionalInt limit = component.section("missing").days("last-known");
        if (limit.isPresent()) {
            return new Missing.LastKnown(limit.getAsInt());
        }
        return switch (component.words("missing")) {
            case "neutral" -> new Missing.Neutral();
            case "worst" -> new Missing.Worst();
            default -> new Missing.Exclude();
        };
    }

    private static List<OverrideRule> overrides(Section scorecard) {
        Section overrides = scorecard.section("overrides");
        List<OverrideRule> read = new ArrayList<>();
        scorecard.sections("overrides").forEach((name, rule) -> read.add(override(name, rule, overrides.keyAt(name))));
        return read;
    }

    private static OverrideRule override(String name, Section rule, Location at) {
        Effect effect = rule.has("cap") ? Effect.CAP : rule.has("floor") ? Effect.FLOOR : Effect.SET;
        double value = rule.number(effect.name().toLowerCase(Locale.ROOT)).orElse(0);
        return new OverrideRule(name, rule.sql("when"), effect, value, rule.label("reason", name), at);
    }

    private static List<Level> levels(Section scorecard) {
        List<Level> levels = new ArrayList<>();
        scorecard
                .entries("levels")
                .forEach((name, from) ->
                        levels.add(new Level(name, Section.number(from).orElse(0))));
        return levels;
    }
}
