package dev.kenshin.score;

import static dev.kenshin.score.Cards.IDENTITY;
import static dev.kenshin.score.Cards.component;
import static dev.kenshin.score.Cards.curve;
import static dev.kenshin.score.Cards.fresh;
import static dev.kenshin.score.Cards.group;
import static dev.kenshin.score.Cards.override;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriversTest {
    /** 50% utilisation, 30% and 20% of plain scores. */
    private static final Scorecard CARD = Cards.card(
            0,
            List.of(override("competitor", Effect.CAP, 40), override("rescued", Effect.FLOOR, 90)),
            group(
                    "usage",
                    1,
                    component("utilisation_rate", 5, curve(0, 0, 0.5, 100)),
                    component("logins", 3, IDENTITY),
                    component("tickets", 2, IDENTITY, new Missing.Worst(), OptionalInt.of(3))));

    private static final Drivers DRIVERS = Drivers.of(List.of(CARD));

    private static Health score(Set<String> overrides, double... values) {
        return CARD.score(new Reading("C0001", fresh(values), overrides));
    }

    private static Text firstLoss(Health health) {
        return DRIVERS.losses(health, 1).get(0).words();
    }

    @Test
    void losses_nameTheLargestFirst() {
        // −0.5 × 75.4 = −37.7, −0.3 × 20 = −6, −0.2 × 40 = −8
        List<Driver> losses = DRIVERS.losses(score(Set.of(), 0.123, 80, 60), 2);
        assertThat(losses).extracting(Driver::key).containsExactly("utilisation_rate", "tickets");
        assertThat(losses.get(0).words())
                .isEqualTo(new Text("活用率 12.3%（25点, -37.7点）", "Utilisation rate 12.3% (score 25, -37.7 points)"));
    }

    @Test
    void whatCostsNothing_isNoDriver() {
        assertThat(DRIVERS.losses(score(Set.of(), 0.5, 100, 99.9), 3)).isEmpty();
    }

    @Test
    void override_isADriverByItsReason() {
        assertThat(firstLoss(score(Set.of("competitor"), 0.5, 100, 100)))
                .isEqualTo(new Text("competitorの理由（上限40点, -60.0点）", "reason competitor (capped at 40, -60.0 points)"));
    }

    @Test
    void overrideThatLifts_isNoLoss() {
        Health lifted = score(Set.of("rescued"), 0.25, 100, 100);
        assertThat(DRIVERS.losses(lifted, 3)).extracting(Driver::key).containsExactly("utilisation_rate");
    }

    @Test
    void missingValue_isSaidToBeUnknown() {
        assertThat(firstLoss(score(Set.of(), 0.5, 100, Double.NaN)))
                .isEqualTo(new Text("「tickets」 不明（0点扱い, -20.0点）", "tickets unknown (counted as 0, -20.0 points)"));
    }

    /** 「定例会議なし なし」 would say the opposite of what is meant. */
    @Test
    void flag_isItsLabelWhereItIsSo_andDeniedWhereItIsNot() {
        MetricLabel label = new MetricLabel(new Text("定例会議なし", "No regular meeting"), Optional.of("flag"));
        Scorecard card = Scorecard.of(
                Cards.config(0, List.of(), group("relationship", 1, component("no_meeting", 1, curve(0, 90, 1, 0)))),
                metric -> label);
        Drivers drivers = Drivers.of(List.of(card));
        Health yes = card.score(new Reading("C0001", fresh(1), Set.of()));
        Health no = card.score(new Reading("C0001", fresh(0), Set.of()));
        assertThat(drivers.losses(yes, 1).get(0).words())
                .isEqualTo(new Text("定例会議なし（0点, -100.0点）", "No regular meeting (score 0, -100.0 points)"));
        assertThat(drivers.moves(no, Contributions.of(yes), 1).get(0).words())
                .isEqualTo(new Text("定例会議なし: いいえ（前回比 +90.0点）", "No regular meeting: no (change +90.0 points)"));
    }

    @Test
    void staleValue_isShownWithItsAge() {
        Measurement stale = new Measurement(Value.of(70), OptionalInt.of(9), Optional.empty());
        List<Measurement> measurements =
                List.of(Measurement.fresh(Value.of(0.5)), Measurement.fresh(Value.of(100)), stale);
        assertThat(firstLoss(CARD.score(new Reading("C0001", measurements, Set.of()))))
                .isEqualTo(new Text(
                        "「tickets」 70・9日前のデータ（0点扱い, -20.0点）",
                        "tickets 70, data 9 days old (counted as 0, -20.0 points)"));
    }

    @Test
    void moves_areRankedBySizeUpOrDown() {
        Health before = score(Set.of(), 0.5, 60, 100);
        Health now = score(Set.of("competitor"), 0.25, 90, 100);
        List<Driver> moves = DRIVERS.moves(now, Contributions.of(before), 3);
        assertThat(moves)
                .extracting(Driver::words)
                .extracting(Text::en)
                .containsExactly(
                        "reason competitor (capped at 40, change -32.0 points)",
                        "Utilisation rate 25% (change -25.0 points)",
                        "logins 90 (change +9.0 points)");
    }

    @Test
    void whatVanished_isNamedByWhoeverKnowsIt() {
        Health now = score(Set.of(), 0.5, 100, 100);
        Contributions before = new Contributions(Map.of("override:competitor", -60.0, "forgotten", -4.0));
        assertThat(DRIVERS.moves(now, before, 3))
                .extracting(Driver::words)
                .containsExactly(
                        new Text(
                                "competitorの理由（適用終了, 前回比 +60.0点）",
                                "reason competitor (no longer applies, change +60.0 points)"),
                        new Text("forgotten（適用終了, 前回比 +4.0点）", "forgotten (no longer applies, change +4.0 points)"));
    }

    @Test
    void withoutAScoreBefore_nothingMoved() {
        assertThat(DRIVERS.moves(score(Set.of(), 0.1, 0, 0), new Contributions(Map.of()), 3))
                .isEmpty();
    }
}
