package dev.kenshin.config;

import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.ConfidenceCap;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.Level;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
                combine(scorecard),
                groups(scorecard),
                overrides(scorecard),
                scorecard.share("minimum-coverage").orElse(MINIMUM_COVERAGE),
                confidenceCaps(scorecard),
                levels(scorecard),
                EscalationReader.levelChange(scorecard),
                EscalationReader.escalations(scorecard),
                file.file().at());
    }

    private static Combine combine(Section parent) {
        return switch (parent.words("combine")) {
            case "minimum" -> Combine.MINIMUM;
            case "maximum" -> Combine.MAXIMUM;
            default -> Combine.AVERAGE;
        };
    }

    private static List<Group> groups(Section parent) {
        Section groups = parent.section("groups");
        List<Group> read = new ArrayList<>();
        parent.sections("groups").forEach((name, group) -> read.add(group(name, group, groups.keyAt(name))));
        return read;
    }

    private static Group group(String name, Section group, Location at) {
        return new Group(
                name,
                group.label("label", name),
                weight(group),
                combine(group),
                ComponentReader.components(group),
                groups(group),
                at);
    }

    /** Relative to the other parts of the parent. */
    static double weight(Section part) {
        return part.number("weight").orElse(1);
    }

    private static List<ConfidenceCap> confidenceCaps(Section scorecard) {
        List<ConfidenceCap> caps = new ArrayList<>();
        scorecard.entries("confidence-caps").forEach((below, cap) -> Section.shareOf(below)
                .ifPresent(share ->
                        caps.add(new ConfidenceCap(share, Section.number(cap).orElse(0)))));
        return caps;
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
