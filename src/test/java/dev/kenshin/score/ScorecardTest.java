package dev.kenshin.score;

import static dev.kenshin.score.Cards.IDENTITY;
import static dev.kenshin.score.Cards.card;
import static dev.kenshin.score.Cards.component;
import static dev.kenshin.score.Cards.curve;
import static dev.kenshin.score.Cards.fresh;
import static dev.kenshin.score.Cards.group;
import static dev.kenshin.score.Cards.override;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores computed by hand. */
class ScorecardTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double UNKNOWN = Double.NaN;

    /** Shares of the card: 60% × 3/4 = 45%, 60% × 1/4 = 15%, 40%. */
    private static Scorecard threeComponents(double minimumCoverage, OverrideRule... overrides) {
        return card(
                minimumCoverage,
                List.of(overrides),
                group(
                        "usage",
                        6,
                        component("utilisation_rate", 3, curve(0, 0, 0.2, 40, 0.5, 80, 0.8, 100)),
                        component("login_rate", 1, IDENTITY)),
                group("voice", 4, component("nps", 40, curve(-100, 0, 100, 100))));
    }

    private static Health score(Scorecard card, double... values) {
        return card.score(new Reading("C0001", fresh(values), Set.of()));
    }

    private static Health overridden(OverrideRule... rules) {
        Scorecard card = threeComponents(0, rules);
        Set<String> all = Set.of("first", "second");
        return card.score(new Reading("C0001", fresh(0.5, 80, 60), all));
    }

    @Test
    void weightsOfGroupsAndComponents_becomeSharesOfTheCard() {
        assertThat(threeComponents(0).components())
                .extracting(Component::weight)
                .usingComparatorForType(Cards.closely(), Double.class)
                .containsExactly(0.45, 0.15, 0.40);
    }

    @Test
    void health_isTheWeightedSumOfComponentScores() {
        Health health = score(threeComponents(0), 0.35, 50, 20);
        // 0.35 lies half-way between 40 and 80; an NPS of 20 is 60 of 100
        assertThat(health.health().orElseThrow()).isCloseTo(0.45 * 60 + 0.15 * 50 + 0.40 * 60, EXACT);
        assertThat(health.level()).isEqualTo("medium");
        assertThat(health.coverage()).isCloseTo(1, EXACT);
        assertThat(health.components())
                .extracting(ComponentScore::contribution)
                .usingComparatorForType(Cards.closely(), Double.class)
                .containsExactly(0.45 * -40, 0.15 * -50, 0.40 * -40);
    }

    @Test
    void excludedComponent_leavesItsWeightToTheOthers() {
        Health health = score(threeComponents(0.5), 0.35, UNKNOWN, 20);
        assertThat(health.health().orElseThrow()).isCloseTo(60, EXACT);
        assertThat(health.coverage()).isCloseTo(0.85, EXACT);
        assertThat(health.components())
                .extracting(ComponentScore::effectiveWeight)
                .usingComparatorForType(Cards.closely(), Double.class)
                .containsExactly(0.45 / 0.85, 0.0, 0.40 / 0.85);
        assertThat(health.components().get(1).score()).isEmpty();
    }

    @Test
    void perfectAccount_hasExactlyOneHundred() {
        assertThat(score(threeComponents(0), 0.9, 100, 100).health()).hasValue(100);
    }

    @ParameterizedTest
    @CsvSource({"0.85, true", "0.8500001, false", "0.1, true"})
    void coverageBelowTheMinimum_givesNoScore(double minimum, boolean scored) {
        Health health = score(threeComponents(minimum), 0.35, UNKNOWN, 20);
        assertThat(health.health().isPresent()).isEqualTo(scored);
        assertThat(health.level().equals(Health.UNKNOWN)).isEqualTo(!scored);
    }

    @Test
    void accountWithoutScore_stillListsItsComponentsButLosesNoPoints() {
        Health health = threeComponents(0.9, override("first", Effect.SET, 10))
                .score(new Reading("C0001", fresh(0.35, UNKNOWN, 20), Set.of("first")));
        assertThat(health.beforeOverrides()).isEmpty();
        assertThat(health.overrides()).isEmpty();
        assertThat(health.components()).extracting(ComponentScore::contribution).containsExactly(0.0, 0.0, 0.0);
        assertThat(health.components().get(0).score().orElseThrow()).isCloseTo(60, EXACT);
    }

    @Test
    void nothingKnown_givesNoScoreEvenWithoutAMinimum() {
        assertThat(score(threeComponents(0), UNKNOWN, UNKNOWN, UNKNOWN).level()).isEqualTo(Health.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "0, critical",
        "29.99, critical",
        "30, high",
        "49.99, high",
        "50, medium",
        "69.99, medium",
        "70, low",
        "100, low"
    })
    void level_isTheHighestThatHealthReaches(double health, String level) {
        Scorecard card = card(0, List.of(), group("usage", 1, component("login_rate", 1, IDENTITY)));
        assertThat(score(card, health).level()).isEqualTo(level);
    }

    @Test
    void level_forgivesTheLastDigitsOfASum() {
        Scorecard tenths = card(
                0,
                List.of(),
                group("a", 0.1, component("x", 0.7, IDENTITY), component("y", 0.1, IDENTITY)),
                group("b", 0.2, component("z", 0.3, IDENTITY), component("u", 0.6, IDENTITY)),
                group("c", 0.3, component("v", 1, IDENTITY)));
        assertThat(score(tenths, 70, 70, 70, 70, 70).level()).isEqualTo("low");
    }

    @Test
    void overrides_applyInOrderAndRememberWhatTheyFound() {
        // 0.45 × 80 + 0.15 × 80 + 0.40 × 80 = 80
        Health health = overridden(override("first", Effect.CAP, 40), override("second", Effect.FLOOR, 55));
        assertThat(health.beforeOverrides().orElseThrow()).isCloseTo(80, EXACT);
        assertThat(health.health()).hasValue(55);
        assertThat(health.level()).isEqualTo("medium");
        assertThat(health.overrides()).extracting(FiredOverride::after).containsExactly(40.0, 55.0);
        assertThat(health.overrides().get(0).contribution()).isCloseTo(-40, EXACT);
        assertThat(health.overrides().get(1).contribution()).isCloseTo(15, EXACT);
        assertThat(health.decidingOverride()).map(FiredOverride::name).hasValue("second");
    }

    @Test
    void override_setsExactly() {
        Health health = overridden(override("first", Effect.SET, 90), override("other", Effect.SET, 1));
        assertThat(health.health()).hasValue(90);
    }

    @Test
    void capAboveTheScore_firesWithoutDecidingAnything() {
        Health health = overridden(override("first", Effect.CAP, 95), override("second", Effect.FLOOR, 5));
        assertThat(health.health().orElseThrow()).isCloseTo(80, EXACT);
        assertThat(health.overrides()).hasSize(2);
        assertThat(health.decidingOverride()).isEmpty();
    }

    @Test
    void readingOfAnotherCard_isABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> score(threeComponents(0), 1, 2));
    }

    @Test
    void weightsThatCannotWork_areABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> card(0, List.of(), group("usage", 1, component("x", 0, IDENTITY))));
    }
}
