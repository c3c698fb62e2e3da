package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kenshin.config.ScorecardConfig.LevelChange;
import dev.kenshin.problem.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManualOverrideTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final Scorecard CARD =
            Cards.compile(Cards.assessment(Optional.of(new LevelChange(2, OptionalDouble.empty())), List.of()));
    private static final Optional<LevelMemory> MEDIUM = Optional.of(new LevelMemory("medium", "medium", 3));

    @Test
    void score_hasTheLastWordAfterAllRules_andTheComputedOneStays() {
        Assessment assessment = assessment(60, Set.of("cap"), score(80));
        assertThat(assessment.health().health()).hasValue(80);
        assertThat(assessment.level()).isEqualTo("low");
        assertThat(assessment.computedHealth()).hasValue(40);
        assertThat(assessment.computedLevel()).isEqualTo("high");
        assertThat(assessment.health().beforeOverrides()).hasValue(60);
        assertThat(assessment.health().decidingOverride().orElseThrow().key()).isEqualTo("override:manual");
        assertThat(assessment.health().contributors())
                .extracting(Contributor::key, Contributor::contribution)
                .containsExactly(tuple("x", -40.0), tuple("override:cap", -20.0), tuple("override:manual", 40.0));
    }

    @Test
    void level_leavesHealthAndContributionsAlone() {
        Assessment assessment = assessment(60, Set.of(), level("critical"));
        assertThat(assessment.level()).isEqualTo("critical");
        assertThat(assessment.health().health()).hasValue(60);
        assertThat(assessment.health().overrides()).isEmpty();
        assertThat(assessment.computedLevel()).isEqualTo("medium");
    }

    @Test
    void accountOfWhichTooLittleIsKnown_getsTheScoreOfThePerson() {
        Assessment assessment = assessment(Double.NaN, Set.of(), score(65));
        assertThat(assessment.health().health()).hasValue(65);
        assertThat(assessment.health().beforeOverrides()).isEmpty();
        assertThat(assessment.computedHealth()).isEmpty();
        assertThat(assessment.level()).isEqualTo("medium");
        assertThat(assessment.computedLevel()).isEqualTo(Health.UNKNOWN);
        assertThat(Contributions.of(assessment.health()).points()).containsEntry("override:manual", -35.0);
        assertThat(assessment(Double.NaN, Set.of(), level("high")).level()).isEqualTo("high");
    }

    /** The computed health says high for the first time: held at medium below what the person says. */
    @Test
    void memoryOfTheLevel_isThatOfTheComputedOne() {
        Assessment assessment = assessment(45, Set.of(), score(90));
        assertThat(assessment.level()).isEqualTo("low");
        assertThat(assessment.computedLevel()).isEqualTo("medium");
        assertThat(assessment.levelByHealth()).isEqualTo("high");
        assertThat(assessment.held()).isPresent();
    }

    @Test
    void overrideThatEnds_isNamedAmongTheMoves() {
        Contributions before =
                Contributions.of(assessment(60, Set.of(), score(80)).health());
        Health now = assessment(60, Set.of(), Optional.empty()).health();
        assertThat(Drivers.of(List.of(CARD)).moves(now, before, 3))
                .extracting(Driver::words)
                .containsExactly(new Text(
                        "手動の上書き（適用終了, 前回比 -20.0点）", "Manual override (no longer applies, change -20.0 points)"));
    }

    @Test
    void overrideThatCosts_isADriverWithTheReasonOfThePerson() {
        assertThat(Drivers.of(List.of(CARD))
                        .losses(assessment(60, Set.of(), score(20)).health(), 1))
                .extracting(driver -> driver.words().ja())
                .containsExactly("予算が凍結された（20点に固定, -40.0点）");
    }

    private static Optional<ManualOverride> score(double score) {
        return Optional.of(new ManualOverride(OptionalDouble.of(score), Optional.empty(), "佐藤", "予算が凍結された", DAY, DAY));
    }

    private static Optional<ManualOverride> level(String level) {
        return Optional.of(new ManualOverride(OptionalDouble.empty(), Optional.of(level), "佐藤", "予算が凍結された", DAY, DAY));
    }

    private static Assessment assessment(double value, Set<String> rules, Optional<ManualOverride> manual) {
        Health health = CARD.score(new Reading("C0001", Cards.fresh(value), rules));
        return CARD.assessment(health, manual, MEDIUM, Set.of());
    }
}
