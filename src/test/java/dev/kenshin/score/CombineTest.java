package dev.kenshin.score;

import static dev.kenshin.score.Cards.IDENTITY;
import static dev.kenshin.score.Cards.component;
import static dev.kenshin.score.Cards.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.ScorecardConfig.Combine;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Trees of groups, by hand. */
class CombineTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double UNKNOWN = Double.NaN;

    /** 60%: the worst of a, b and the average (1 : 3) of c and d; 40%: e. Components come in this order. */
    private static final Scorecard WORST = card(Combine.MINIMUM);

    private static Scorecard card(Combine combine) {
        return Cards.card(
                0,
                List.of(),
                group(
                        "use",
                        6,
                        combine,
                        List.of(component("a", 1, IDENTITY), component("b", 1, IDENTITY)),
                        group("depth", 1, component("c", 1, IDENTITY), component("d", 3, IDENTITY))),
                group("voice", 4, component("e", 1, IDENTITY)));
    }

    private static Health score(Scorecard card, double... values) {
        return card.score(new Reading("C0001", Cards.fresh(values), Set.of()));
    }

    private static void assertWeights(Health health, Double... expected) {
        assertThat(health.components())
                .extracting(ComponentScore::effectiveWeight)
                .usingComparatorForType(Cards.closely(), Double.class)
                .containsExactly(expected);
    }

    @Test
    void minimum_givesItsWholeWeightToTheWorst() {
        Health health = score(WORST, 80, 30, 90, 90, 50);
        assertWeights(health, 0.0, 0.6, 0.0, 0.0, 0.4);
        assertThat(health.health().orElseThrow()).isCloseTo(0.6 * 30 + 0.4 * 50, EXACT);
    }

    @Test
    void groupThatIsWorst_sharesTheWeightAmongItsParts() {
        // the average is 0.25 × 10 + 0.75 × 30 = 25
        Health health = score(WORST, 80, 30, 10, 30, 50);
        assertWeights(health, 0.0, 0.0, 0.15, 0.45, 0.4);
        assertThat(health.health().orElseThrow()).isCloseTo(0.6 * 25 + 0.4 * 50, EXACT);
    }

    @Test
    void maximum_givesItsWholeWeightToTheBest() {
        assertWeights(score(card(Combine.MAXIMUM), 80, 30, 10, 30, 50), 0.6, 0.0, 0.0, 0.0, 0.4);
    }

    @Test
    void equals_shareTheWeight_alsoWhereTheyDifferByTheLastDigits() {
        assertWeights(score(WORST, 30, 30 + 1e-12, 30, 30, 50), 0.2, 0.2, 0.05, 0.15, 0.4);
    }

    @Test
    void groupWithNothingLeft_leavesItsWeightToTheOthers() {
        assertWeights(score(WORST, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 50), 0.0, 0.0, 0.0, 0.0, 1.0);
    }

    @Test
    void whatIsMissingUnderAMinimum_takesNothingFromItsGroup() {
        Health health = score(WORST, UNKNOWN, 30, UNKNOWN, UNKNOWN, 50);
        assertWeights(health, 0.0, 0.6, 0.0, 0.0, 0.4);
        // but from coverage: a is a third of 60%, c and d are another
        assertThat(health.coverage()).isCloseTo(0.6, EXACT);
    }

    @Test
    void weightsOfAverages_areScaledUpOverTheWholeCard() {
        // shares: a, b 20%, c 5%, d 15%, e 40%; without d all others are divided by 0.85
        Health health = score(card(Combine.AVERAGE), 10, 10, 10, UNKNOWN, 10);
        assertWeights(health, 0.2 / 0.85, 0.2 / 0.85, 0.05 / 0.85, 0.0, 0.4 / 0.85);
    }

    @Test
    void partWithoutWeight_decidesNothing() {
        Scorecard card = Cards.card(
                0,
                List.of(),
                group("use", 1, Combine.MINIMUM, List.of(component("a", 0, IDENTITY), component("b", 1, IDENTITY))));
        assertThat(score(card, 0, 70).health()).hasValue(70);
        assertThat(score(card, 0, UNKNOWN).health()).isEmpty();
    }

    @Test
    void component_knowsThePathOfItsGroups() {
        assertThat(WORST.components())
                .extracting(Component::group)
                .containsExactly("use", "use", "use/depth", "use/depth", "voice");
        assertThat(WORST.components().get(2).groupLabel().en()).isEqualTo("use / depth");
    }
}
