package dev.kenshin.score;

import static dev.kenshin.score.Cards.EXCLUDE;
import static dev.kenshin.score.Cards.IDENTITY;
import static dev.kenshin.score.Cards.component;
import static dev.kenshin.score.Cards.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.ConfidenceCap;
import dev.kenshin.config.ScorecardConfig.Decay;
import dev.kenshin.config.ScorecardConfig.Decay.Target;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What age takes from a score and from the confidence in it, and what little confidence does to a health. */
class ConfidenceTest {
    private static final Offset<Double> EXACT = within(1e-9);

    /** {@code logins} fades from the 3rd to the 13th day; {@code anchor} is always 80; equal weights. */
    private static ScorecardConfig card(Target towards, OptionalInt staleAfter, List<OverrideRule> overrides) {
        Decay decay = new Decay(3, 13, towards);
        Group group = group(
                "usage",
                1,
                component("logins", 1, IDENTITY, EXCLUDE, staleAfter, Optional.of(decay)),
                component("anchor", 1, IDENTITY));
        return new ScorecardConfig(
                "test",
                Text.same("Test"),
                Optional.empty(),
                Combine.AVERAGE,
                List.of(group),
                overrides,
                0,
                List.of(new ConfidenceCap(0.9, 60), new ConfidenceCap(0.6, 40)),
                Cards.LEVELS,
                Cards.NOWHERE);
    }

    private static Health score(ScorecardConfig card, int ageDays, String... overrides) {
        Measurement logins = new Measurement(Value.of(100), OptionalInt.of(ageDays), Optional.empty());
        Measurement anchor = Measurement.fresh(Value.of(80));
        return Cards.compile(card).score(new Reading("C0001", List.of(logins, anchor), Set.of(overrides)));
    }

    private static ScorecardConfig neutral(OverrideRule... overrides) {
        return card(Target.NEUTRAL, OptionalInt.empty(), List.of(overrides));
    }

    @ParameterizedTest
    @CsvSource({
        "NEUTRAL, 3, present, 100, 1",
        "NEUTRAL, 4, ageing, 95, 0.9",
        "NEUTRAL, 8, ageing, 75, 0.5",
        "NEUTRAL, 12, ageing, 55, 0.1",
        "NEUTRAL, 13, stale-neutral, 50, 0",
        "NEUTRAL, 99, stale-neutral, 50, 0",
        "WORST, 8, ageing, 50, 0.5",
        "WORST, 13, stale-worst, 0, 0"
    })
    void score_fadesInAStraightLine(Target towards, int ageDays, String status, double expected, double freshness) {
        ComponentScore logins = score(card(towards, OptionalInt.empty(), List.of()), ageDays)
                .components()
                .get(0);
        assertThat(logins.status().word()).isEqualTo(status);
        assertThat(logins.score().orElseThrow()).isCloseTo(expected, EXACT);
        assertThat(logins.freshness()).isCloseTo(freshness, EXACT);
    }

    @Test
    void ageingData_countAsCoveredButNotFullyAsCertain() {
        Health health = score(neutral(), 8);
        assertThat(health.coverage()).isCloseTo(1, EXACT);
        assertThat(health.confidence()).isCloseTo(0.5 + 0.5 * 0.5, EXACT);
    }

    @Test
    void fadedData_countForNothing() {
        Health health = score(neutral(), 13);
        assertThat(health.coverage()).isCloseTo(0.5, EXACT);
        assertThat(health.confidence()).isCloseTo(0.5, EXACT);
    }

    @Test
    void limitOfStaleness_cutsTheFadingShort() {
        Health health = score(card(Target.NEUTRAL, OptionalInt.of(8), List.of()), 9);
        assertThat(health.components().get(0).status()).isEqualTo(Status.STALE_EXCLUDED);
    }

    @ParameterizedTest
    @CsvSource({"5, 85, false", "6, 60, true", "12, 40, true", "99, 40, true"})
    void lowConfidence_capsHealth(int ageDays, double expected, boolean capped) {
        Health health = score(neutral(), ageDays);
        assertThat(health.health().orElseThrow()).isCloseTo(expected, EXACT);
        assertThat(health.decidingOverride().isPresent()).isEqualTo(capped);
    }

    @Test
    void cap_saysWhy_andMakesTheSumRight() {
        Health health = score(neutral(), 12);
        FiredOverride cap = health.decidingOverride().orElseThrow();
        assertThat(cap.key()).isEqualTo("override:low-confidence");
        assertThat(cap.reason()).isEqualTo(new Text("データの確からしさが55%と低い", "Confidence is only 55%"));
        // (55 + 80) / 2
        assertThat(cap.before()).isCloseTo(67.5, EXACT);
        assertThat(cap.contribution()).isCloseTo(-27.5, EXACT);
        assertThat(Drivers.of(List.of(Cards.compile(neutral())))
                        .losses(health, 1)
                        .get(0)
                        .words()
                        .en())
                .isEqualTo("Confidence is only 55% (capped at 40, -27.5 points)");
    }

    @Test
    void rulesOfTheCard_haveTheLastWord() {
        OverrideRule rescued = Cards.override("rescued", Effect.FLOOR, 70);
        assertThat(score(neutral(rescued), 12, "rescued").health()).hasValue(70);
    }

    @Test
    void ageingValue_isShownWithItsAge() {
        ComponentScore logins = score(neutral(), 8).components().get(0);
        assertThat(Words.loss(logins))
                .isEqualTo(new Text(
                        "「logins」 100・8日前のデータ（75点扱い, -12.5点）",
                        "logins 100, data 8 days old (counted as 75, -12.5 points)"));
    }

    @Test
    void vanishedCap_isNamed() {
        Health before = score(neutral(), 12);
        Health now = score(neutral(), 0);
        assertThat(Drivers.of(List.of(Cards.compile(neutral()))).moves(now, Contributions.of(before), 2))
                .extracting(driver -> driver.words().en())
                .contains("Confidence is low (no longer applies, change +27.5 points)");
    }
}
