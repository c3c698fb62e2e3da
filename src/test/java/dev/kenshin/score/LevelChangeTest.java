package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.ScorecardConfig.LevelChange;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Levels of the card: critical from 0, high from 30, medium from 50, low from 70. */
class LevelChangeTest {
    private final Scorecard steady = card(Optional.of(new LevelChange(2, OptionalDouble.of(5))));
    private final Scorecard slow = card(Optional.of(new LevelChange(3, OptionalDouble.empty())));

    @Test
    void withoutTheOption_levelsFollowTheHealth() {
        assertThat(levels(card(Optional.empty()), 51, 49.9, 51)).containsExactly("medium", "high", "medium");
    }

    @Test
    void firstSnapshot_hasNothingToHoldOnTo() {
        assertThat(levels(steady, 49)).containsExactly("high");
    }

    @Test
    void waveringHealth_keepsItsLevel() {
        assertThat(levels(steady, 51, 49, 51, 49, 50, 48)).containsOnly("medium");
    }

    @Test
    void twoReadingsThatAgree_changeTheLevel() {
        assertThat(levels(steady, 51, 49, 48, 51)).containsExactly("medium", "medium", "high", "high");
    }

    @Test
    void healthFarBeyondTheBoundary_changesTheLevelAtOnce() {
        assertThat(levels(steady, 51, 45, 51, 55)).containsExactly("medium", "high", "high", "medium");
        assertThat(levels(steady, 51, 45.1)).containsExactly("medium", "medium");
    }

    @Test
    void withoutAMargin_noHealthIsFarEnough_andOnlyTheSameLevelAgrees() {
        assertThat(levels(slow, 75, 10, 35, 10, 10, 10)).containsExactly("low", "low", "low", "low", "low", "critical");
    }

    @Test
    void ruleThatHasTheLastWord_countsAtOnce_andItsEndMustAgreeAgain() {
        Assessment capped = assessment(steady, 52, Set.of("cap"), Optional.of(new LevelMemory("medium", "medium", 9)));
        assertThat(capped.level()).isEqualTo("high");
        Assessment freed = assessment(steady, 52, Set.of(), Optional.of(memory(capped)));
        assertThat(freed.level()).isEqualTo("high");
        assertThat(freed.levelByHealth()).isEqualTo("medium");
    }

    @Test
    void levelThatIsHeld_saysWhy() {
        Assessment held = assessment(steady, 48.9, Set.of(), Optional.of(new LevelMemory("medium", "medium", 4)));
        assertThat(held.levelByHealth()).isEqualTo("high");
        assertThat(held.readings()).isEqualTo(1);
        assertThat(held.held())
                .hasValue(new Text(
                        "48.9点は境目の50点から5点以内で、1回目(2回続けば変わる)",
                        "48.9 is within 5 points of the boundary 50, reading 1 of the 2 that a change takes"));
        Assessment slowly = assessment(slow, 71, Set.of(), Optional.of(new LevelMemory("medium", "low", 1)));
        assertThat(slowly.held().orElseThrow().en())
                .isEqualTo("71 is beyond the boundary 70, reading 2 of the 3 that a change takes");
    }

    @Test
    void unknownHealth_isUnknownAtOnce_andForgetsTheLevel() {
        Assessment unknown =
                assessment(steady, Double.NaN, Set.of(), Optional.of(new LevelMemory("medium", "medium", 4)));
        assertThat(unknown.level()).isEqualTo(Health.UNKNOWN);
        assertThat(assessment(steady, 49, Set.of(), Optional.of(memory(unknown)))
                        .level())
                .isEqualTo("high");
    }

    @Test
    void levelThatTheCardNoLongerHas_isNotHeld() {
        assertThat(assessment(steady, 49, Set.of(), Optional.of(new LevelMemory("amber", "amber", 4)))
                        .level())
                .isEqualTo("high");
    }

    private static Scorecard card(Optional<LevelChange> change) {
        return Cards.compile(Cards.assessment(change, List.of()));
    }

    private static List<String> levels(Scorecard card, double... healths) {
        List<String> levels = new ArrayList<>();
        Optional<LevelMemory> before = Optional.empty();
        for (double health : healths) {
            Assessment assessment = assessment(card, health, Set.of(), before);
            levels.add(assessment.level());
            before = Optional.of(memory(assessment));
        }
        return levels;
    }

    private static LevelMemory memory(Assessment assessment) {
        return new LevelMemory(assessment.computedLevel(), assessment.levelByHealth(), assessment.readings());
    }

    private static Assessment assessment(
            Scorecard card, double value, Set<String> rules, Optional<LevelMemory> before) {
        Health health = card.score(new Reading("C0001", Cards.fresh(value), rules));
        return card.assessment(health, Optional.empty(), before, Set.of());
    }
}
