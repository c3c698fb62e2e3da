package dev.kenshin.score;

import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Decay;
import dev.kenshin.config.ScorecardConfig.EscalationRule;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.Level;
import dev.kenshin.config.ScorecardConfig.LevelChange;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.config.ScorecardConfig.Raise;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.config.ScorecardConfig.Scale.Knot;
import dev.kenshin.config.Sql;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Scorecards and readings for tests, written as short as a test wants to read them. */
final class Cards {
    static final Location NOWHERE = Location.file("test.yaml");
    static final List<Level> LEVELS =
            List.of(new Level("critical", 0), new Level("high", 30), new Level("medium", 50), new Level("low", 70));
    static final Missing EXCLUDE = new Missing.Exclude();

    /** A score is its own value. */
    static final Scale IDENTITY = curve(0, 0, 100, 100);

    private Cards() {}

    static Scorecard card(double minimumCoverage, List<OverrideRule> overrides, Group... groups) {
        return compile(config(minimumCoverage, overrides, groups));
    }

    static ScorecardConfig config(double minimumCoverage, List<OverrideRule> overrides, Group... groups) {
        return new ScorecardConfig(
                "test",
                Text.same("Test"),
                Optional.empty(),
                Combine.AVERAGE,
                List.of(groups),
                overrides,
                minimumCoverage,
                List.of(),
                LEVELS,
                NOWHERE);
    }

    static Scorecard compile(ScorecardConfig config) {
        return Scorecard.of(config, Cards::label);
    }

    static MetricLabel label(String metric) {
        return metric.equals("utilisation_rate")
                ? new MetricLabel(new Text("活用率", "Utilisation rate"), Optional.of("ratio"))
                : new MetricLabel(new Text("「" + metric + "」", metric), Optional.empty());
    }

    static Group group(String name, double weight, Component... components) {
        return group(name, weight, Combine.AVERAGE, List.of(components));
    }

    static Group group(String name, double weight, Combine combine, List<Component> components, Group... groups) {
        return new Group(name, Text.same(name), weight, combine, components, List.of(groups), NOWHERE);
    }

    static Component component(String metric, double weight, Scale scale) {
        return component(metric, weight, scale, EXCLUDE, OptionalInt.empty());
    }

    static Component component(String metric, double weight, Scale scale, Missing missing, OptionalInt staleAfterDays) {
        return component(metric, weight, scale, missing, staleAfterDays, Optional.empty());
    }

    static Component component(
            String metric,
            double weight,
            Scale scale,
            Missing missing,
            OptionalInt staleAfterDays,
            Optional<Decay> decay) {
        return new Component(
                metric,
                new Reference(metric, NOWHERE),
                Optional.empty(),
                Optional.empty(),
                weight,
                scale,
                missing,
                staleAfterDays,
                decay,
                NOWHERE);
    }

    static OverrideRule override(String name, Effect effect, double value) {
        Text reason = new Text(name + "の理由", "reason " + name);
        return new OverrideRule(name, new Sql(name, NOWHERE), effect, value, reason, NOWHERE);
    }

    /** A card of one component, {@code x}, whose score is its value; a rule {@code cap} caps it at 40. */
    static ScorecardConfig assessment(Optional<LevelChange> change, List<EscalationRule> escalations) {
        ScorecardConfig plain =
                config(0.5, List.of(override("cap", Effect.CAP, 40)), group("usage", 1, component("x", 1, IDENTITY)));
        return new ScorecardConfig(
                plain.name(),
                plain.label(),
                plain.appliesTo(),
                plain.combine(),
                plain.groups(),
                plain.overrides(),
                plain.minimumCoverage(),
                plain.confidenceCaps(),
                plain.levels(),
                change,
                escalations,
                plain.at());
    }

    static EscalationRule escalation(String name, Raise raise) {
        return new EscalationRule(name, new Sql(name, NOWHERE), raise, Text.same("because of " + name), NOWHERE);
    }

    static Scale curve(double... pairs) {
        return new Scale.Curve(knots(pairs));
    }

    static Scale bands(double... pairs) {
        return new Scale.Bands(knots(pairs));
    }

    private static List<Knot> knots(double... pairs) {
        List<Knot> knots = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            knots.add(new Knot(pairs[i], pairs[i + 1]));
        }
        return knots;
    }

    /** Equal but for the last digits of a computation. */
    static Comparator<Double> closely() {
        return (one, other) -> Math.abs(one - other) <= 1e-9 ? 0 : Double.compare(one, other);
    }

    /** Fresh numbers, NaN for unknown. */
    static List<Measurement> fresh(double... values) {
        return Arrays.stream(values).mapToObj(Value::of).map(Measurement::fresh).toList();
    }
}
