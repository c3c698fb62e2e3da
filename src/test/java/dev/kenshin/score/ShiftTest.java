package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ShiftTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final Scorecard TWO = card(1, 1);

    @Test
    void parts_sumToTheChangeOfHealth_forAnyTwoSnapshots() {
        RandomAccounts accounts = new RandomAccounts(20261031);
        int compared = 0;
        for (int round = 0; round < 5000; round++) {
            Scorecard cardBefore = accounts.card();
            Scorecard cardNow = round % 2 == 0 ? cardBefore : accounts.card();
            Health before = cardBefore.score(accounts.reading(cardBefore));
            Health now = cardNow.score(accounts.reading(cardNow));
            if (before.health().isPresent() && now.health().isPresent()) {
                compared++;
                double change = now.health().getAsDouble() - before.health().getAsDouble();
                Shift all = shifts(cardBefore, before, cardNow, now).values().stream()
                        .reduce(Shift.NONE, Shift::plus);
                assertThat(all.points()).isCloseTo(change, EXACT);
                if (cardBefore.hash().equals(cardNow.hash())) {
                    assertThat(all.card()).isZero();
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void parts_areNotLargerThanWhatTheyAreMadeOf() {
        RandomAccounts accounts = new RandomAccounts(7);
        for (int round = 0; round < 3000; round++) {
            Scorecard cardBefore = accounts.card();
            Scorecard cardNow = accounts.card();
            Health before = cardBefore.score(accounts.reading(cardBefore));
            Health now = cardNow.score(accounts.reading(cardNow));
            for (Shift shift : shifts(cardBefore, before, cardNow, now).values()) {
                assertThat(List.of(shift.value(), shift.status(), shift.weight(), shift.override(), shift.card()))
                        .allMatch(part -> Math.abs(part) <= 200 + 1e-9);
            }
        }
    }

    @Test
    void anotherValue_isScoredAtTheWeightItHad() {
        assertThat(shift("a", TWO, List.of(80.0, 60.0), TWO, List.of(50.0, 60.0)))
                .isEqualTo(new Shift(-15, 0, 0, 0, 0));
    }

    @Test
    void dataGone_isTheStatusOfOneAndTheWeightOfTheOther() {
        assertThat(shift("a", TWO, List.of(80.0, 60.0), TWO, List.of(Double.NaN, 60.0)))
                .isEqualTo(new Shift(0, 10, 0, 0, 0));
        assertThat(shift("b", TWO, List.of(80.0, 60.0), TWO, List.of(Double.NaN, 60.0)))
                .isEqualTo(new Shift(0, 0, -20, 0, 0));
    }

    @Test
    void anotherWeightInTheCard_isTheCards() {
        assertThat(shift("a", TWO, List.of(80.0, 60.0), card(3, 1), List.of(80.0, 60.0)))
                .isEqualTo(new Shift(0, 0, 0, 0, -5));
    }

    @Test
    void anotherCurveInTheCard_isTheCards_asFarAsTheValueStayed() {
        Scorecard stricter = Cards.card(
                0, List.of(), Cards.group("g", 1, Cards.component("a", 1, Cards.curve(0, 0, 200, 100)), b()));

        assertThat(shift("a", TWO, List.of(80.0, 60.0), stricter, List.of(80.0, 60.0)))
                .isEqualTo(new Shift(0, 0, 0, 0, -20));
        assertThat(shift("a", TWO, List.of(80.0, 60.0), stricter, List.of(40.0, 60.0)))
                .isEqualTo(new Shift(-30, 0, 0, 0, 0));
    }

    @Test
    void componentThatTheCardNoLongerHas_isTheCards() {
        Scorecard one = Cards.card(0, List.of(), Cards.group("g", 1, b()));

        assertThat(shift("a", TWO, List.of(80.0, 60.0), one, List.of(60.0))).isEqualTo(new Shift(0, 0, 0, 0, 10));
    }

    @Test
    void ruleThatFires_isAnOverride() {
        Scorecard capped = Cards.card(0, List.of(Cards.override("rule", Effect.CAP, 40)), group(1, 1));
        Health before = capped.score(new Reading("C1", Cards.fresh(80, 60), Set.of()));
        Health now = capped.score(new Reading("C1", Cards.fresh(80, 60), Set.of("rule")));

        assertThat(shifts(capped, before, capped, now)).containsEntry("override:rule", new Shift(0, 0, 0, -30, 0));
    }

    private static Shift shift(
            String key, Scorecard cardBefore, List<Double> before, Scorecard cardNow, List<Double> now) {
        Shift shift = shifts(cardBefore, score(cardBefore, before), cardNow, score(cardNow, now))
                .getOrDefault(key, Shift.NONE);
        return new Shift(
                round(shift.value()),
                round(shift.status()),
                round(shift.weight()),
                round(shift.override()),
                round(shift.card()));
    }

    private static double round(double points) {
        return Math.round(points * 1e9) / 1e9 + 0.0;
    }

    private static Health score(Scorecard card, List<Double> values) {
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        return card.score(new Reading("C1", Cards.fresh(numbers), Set.of()));
    }

    private static Scorecard card(double first, double second) {
        return Cards.card(0, List.of(), group(first, second));
    }

    private static Group group(double first, double second) {
        return Cards.group(
                "g", 1, Cards.component("a", first, Cards.IDENTITY), Cards.component("b", second, Cards.IDENTITY));
    }

    private static Component b() {
        return Cards.component("b", 1, Cards.IDENTITY);
    }

    private static Map<String, Shift> shifts(Scorecard cardBefore, Health before, Scorecard cardNow, Health now) {
        return Shift.between(
                standings(before), standings(now), !cardBefore.hash().equals(cardNow.hash()));
    }

    private static Map<String, Part> standings(Health health) {
        Map<String, Part> standings = new HashMap<>();
        health.components().forEach(score -> standings.put(score.key(), standing(score)));
        health.overrides().forEach(fired -> standings.put(fired.key(), Part.ofOverride(fired.contribution())));
        return standings;
    }

    private static Part standing(ComponentScore score) {
        return new Part(
                score.score(),
                score.component().weight(),
                score.effectiveWeight(),
                score.contribution(),
                score.status().word(),
                score.value() + " " + score.freshness());
    }
}
