package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What must hold for every scorecard, every gap in the data and every override. */
class ContributionsTest {
    private static final int ROUNDS = 5000;
    private static final Offset<Double> EXACT = within(1e-9);

    private final RandomAccounts accounts = new RandomAccounts(20261031);

    @Test
    void contributions_sumToHealthMinusOneHundred() {
        int scored = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Scorecard card = accounts.card();
            Health health = card.score(accounts.reading(card));
            if (health.health().isPresent()) {
                scored++;
                double value = health.health().getAsDouble();
                assertThat(value).isBetween(0.0, 100.0);
                assertThat(sum(Contributions.of(health))).isCloseTo(value - 100, EXACT);
            }
        }
        assertThat(scored).isBetween(ROUNDS / 2, ROUNDS - 1);
    }

    @Test
    void effectiveWeights_sumToOneWhereThereIsAScore() {
        for (int round = 0; round < ROUNDS; round++) {
            Scorecard card = accounts.card();
            Health health = card.score(accounts.reading(card));
            double sum = health.components().stream()
                    .mapToDouble(ComponentScore::effectiveWeight)
                    .sum();
            assertThat(sum).isCloseTo(health.health().isPresent() ? 1 : 0, EXACT);
        }
    }

    @Test
    void confidence_isNeverAboveCoverage_norCoverageAboveOne() {
        for (int round = 0; round < ROUNDS; round++) {
            Scorecard card = accounts.card();
            Health health = card.score(accounts.reading(card));
            assertThat(health.confidence()).isBetween(0.0, health.coverage());
            assertThat(health.coverage()).isLessThanOrEqualTo(1 + 1e-9);
            double fresh = health.components().stream()
                    .mapToDouble(score -> score.component().weight() * score.freshness())
                    .sum();
            assertThat(health.confidence()).isCloseTo(fresh, EXACT);
        }
    }

    @Test
    void moves_sumToTheChangeOfHealthEvenBetweenTwoCards() {
        for (int round = 0; round < ROUNDS; round++) {
            Scorecard cardBefore = accounts.card();
            Scorecard cardNow = round % 2 == 0 ? cardBefore : accounts.card();
            Health before = cardBefore.score(accounts.reading(cardBefore));
            Health now = cardNow.score(accounts.reading(cardNow));
            List<Move> moves = Move.between(now, Contributions.of(before));
            if (before.health().isPresent() && now.health().isPresent()) {
                double change = now.health().getAsDouble() - before.health().getAsDouble();
                assertThat(moves.stream().mapToDouble(Move::points).sum()).isCloseTo(change, EXACT);
            } else {
                assertThat(moves).isEmpty();
            }
        }
    }

    @Test
    void contributionsAndMoves_sumAlsoWhereAPersonDecides() {
        int decided = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Scorecard card = accounts.card();
            Health before = assessment(card);
            Health now = assessment(card);
            decided += now.overrides().stream().anyMatch(each -> each.name().equals(ManualOverride.NAME)) ? 1 : 0;
            now.health()
                    .ifPresent(health -> assertThat(sum(Contributions.of(now))).isCloseTo(health - 100, EXACT));
            if (before.health().isPresent() && now.health().isPresent()) {
                double change = now.health().getAsDouble() - before.health().getAsDouble();
                List<Move> moves = Move.between(now, Contributions.of(before));
                assertThat(moves.stream().mapToDouble(Move::points).sum()).isCloseTo(change, EXACT);
            }
        }
        assertThat(decided).isBetween(ROUNDS / 4, ROUNDS / 2);
    }

    private Health assessment(Scorecard card) {
        Health computed = card.score(accounts.reading(card));
        return card.assessment(computed, accounts.manual(), Optional.empty(), Set.of())
                .health();
    }

    private static double sum(Contributions contributions) {
        return contributions.points().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
