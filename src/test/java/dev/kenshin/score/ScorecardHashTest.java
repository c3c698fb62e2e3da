package dev.kenshin.score;

import static dev.kenshin.score.Cards.IDENTITY;
import static dev.kenshin.score.Cards.bands;
import static dev.kenshin.score.Cards.component;
import static dev.kenshin.score.Cards.curve;
import static dev.kenshin.score.Cards.group;
import static dev.kenshin.score.Cards.override;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.ConfidenceCap;
import dev.kenshin.config.ScorecardConfig.Decay;
import dev.kenshin.config.ScorecardConfig.Decay.Target;
import dev.kenshin.config.ScorecardConfig.EscalationRule;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.LevelChange;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.config.ScorecardConfig.Raise;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScorecardHashTest {
    private static final Reference SEGMENT = new Reference("size", Cards.NOWHERE);

    private static ScorecardConfig of(Component component) {
        return Cards.config(0.5, List.of(), group("usage", 1, component));
    }

    private static Optional<Decay> decay(int from, Target towards) {
        return Optional.of(new Decay(from, 30, towards));
    }

    private static Component measured(String name, String metric, Optional<String> per) {
        Component plain = component(name, 1, IDENTITY);
        return new Component(
                name,
                new Reference(metric, Cards.NOWHERE),
                per.map(other -> new Reference(other, Cards.NOWHERE)),
                plain.label(),
                plain.weight(),
                plain.scale(),
                plain.missing(),
                plain.staleAfterDays(),
                plain.decay(),
                plain.at());
    }

    private static ScorecardConfig combined(Combine combine, Group within) {
        return Cards.config(0.5, List.of(), group("usage", 1, combine, List.of(component("x", 1, IDENTITY)), within));
    }

    private static ScorecardConfig capped(ConfidenceCap cap) {
        ScorecardConfig one = of(component("x", 1, IDENTITY));
        return new ScorecardConfig(
                one.name(),
                one.label(),
                one.appliesTo(),
                one.combine(),
                one.groups(),
                one.overrides(),
                one.minimumCoverage(),
                List.of(cap),
                one.levels(),
                one.at());
    }

    private static ScorecardConfig assessment(Optional<LevelChange> change, List<EscalationRule> escalations) {
        return Cards.assessment(change, escalations);
    }

    private static LevelChange change(int readings, OptionalDouble margin) {
        return new LevelChange(readings, margin);
    }

    private static ScorecardConfig words(double poor, OptionalDouble otherwise) {
        return of(component("x", 1, new Scale.Values(Map.of("good", 100.0, "poor", poor), otherwise)));
    }

    @Test
    void hash_isTwelveHexadecimalDigitsThatNeverChange() {
        assertThat(ScorecardHash.of(words(0, OptionalDouble.of(50)))).isEqualTo("21cd3ab882a8");
    }

    @Test
    void everythingThatDecidesAScore_changesTheHash() {
        Stream<ScorecardConfig> different = Stream.of(
                of(component("x", 1, IDENTITY)),
                of(component("y", 1, IDENTITY)),
                of(component("x", 2, IDENTITY)),
                of(component("x", 1, curve(0, 0, 100, 90))),
                of(component("x", 1, bands(0, 0, 100, 100))),
                of(component("x", 1, IDENTITY, new Missing.Worst(), OptionalInt.empty())),
                of(component("x", 1, IDENTITY, new Missing.LastKnown(7), OptionalInt.empty())),
                of(component("x", 1, IDENTITY, new Missing.LastKnown(8), OptionalInt.empty())),
                of(component("x", 1, IDENTITY, Cards.EXCLUDE, OptionalInt.of(3))),
                of(component("x", 1, IDENTITY, Cards.EXCLUDE, OptionalInt.empty(), decay(3, Target.NEUTRAL))),
                of(component("x", 1, IDENTITY, Cards.EXCLUDE, OptionalInt.empty(), decay(4, Target.NEUTRAL))),
                of(component("x", 1, IDENTITY, Cards.EXCLUDE, OptionalInt.empty(), decay(3, Target.WORST))),
                of(component("x", 1, new Scale.Percentile(Optional.empty(), true, 5))),
                of(component("x", 1, new Scale.Percentile(Optional.empty(), false, 5))),
                of(component("x", 1, new Scale.Percentile(Optional.empty(), true, 6))),
                of(component("x", 1, new Scale.Percentile(Optional.of(SEGMENT), true, 5))),
                of(measured("x", "y", Optional.empty())),
                of(measured("x", "x", Optional.of("y"))),
                combined(Combine.MINIMUM, group("depth", 1, component("y", 1, IDENTITY))),
                combined(Combine.MAXIMUM, group("depth", 1, component("y", 1, IDENTITY))),
                combined(Combine.AVERAGE, group("depth", 1, component("y", 1, IDENTITY))),
                // the same groups, one beside the other
                Cards.config(
                        0.5,
                        List.of(),
                        group("usage", 1, component("x", 1, IDENTITY)),
                        group("depth", 1, component("y", 1, IDENTITY))),
                capped(new ConfidenceCap(0.7, 60)),
                capped(new ConfidenceCap(0.7, 50)),
                assessment(Optional.of(change(2, OptionalDouble.empty())), List.of()),
                assessment(Optional.of(change(3, OptionalDouble.empty())), List.of()),
                assessment(Optional.of(change(2, OptionalDouble.of(5))), List.of()),
                words(0, OptionalDouble.empty()),
                words(1, OptionalDouble.empty()),
                words(0, OptionalDouble.of(50)),
                Cards.config(0.6, List.of(), group("usage", 1, component("x", 1, IDENTITY))),
                Cards.config(
                        0.5, List.of(override("a", Effect.CAP, 40)), group("usage", 1, component("x", 1, IDENTITY))),
                Cards.config(
                        0.5, List.of(override("a", Effect.SET, 40)), group("usage", 1, component("x", 1, IDENTITY))));
        assertThat(different.map(ScorecardHash::of)).doesNotHaveDuplicates();
    }

    @Test
    void escalations_decideNoScore_andDoNotChangeTheHash() {
        ScorecardConfig quiet = assessment(Optional.empty(), List.of());
        ScorecardConfig alert = assessment(Optional.empty(), List.of(Cards.escalation("near", new Raise.By(1))));
        assertThat(ScorecardHash.of(alert)).isEqualTo(ScorecardHash.of(quiet));
    }

    @Test
    void words_doNotChangeTheHash() {
        ScorecardConfig one = of(component("x", 1, IDENTITY));
        ScorecardConfig renamed = new ScorecardConfig(
                one.name(),
                new Text("別名", "Another label"),
                one.appliesTo(),
                one.combine(),
                one.groups(),
                one.overrides(),
                one.minimumCoverage(),
                one.confidenceCaps(),
                one.levels(),
                one.at());
        assertThat(Cards.compile(renamed).hash()).isEqualTo(Cards.compile(one).hash());
    }
}
