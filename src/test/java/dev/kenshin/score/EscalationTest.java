package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig.EscalationRule;
import dev.kenshin.config.ScorecardConfig.Raise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private static final EscalationRule HIGH = Cards.escalation("to_high", to("high"));
    private static final EscalationRule ONE = Cards.escalation("by_one", new Raise.By(1));
    private static final EscalationRule TWO = Cards.escalation("by_two", new Raise.By(2));
    private static final List<EscalationRule> ALL = List.of(ONE, TWO, HIGH);

    @Test
    void nothingFiring_leavesTheLevel() {
        Assessment assessment = assessment(ALL, 60);
        assertThat(assessment.riskLevel()).isEqualTo("medium");
        assertThat(assessment.mainEscalation()).isEmpty();
    }

    @Test
    void risk_isRaisedToALevelOrByLevels_andHealthStays() {
        assertThat(assessment(ALL, 90, "to_high").riskLevel()).isEqualTo("high");
        assertThat(assessment(ALL, 90, "by_one").riskLevel()).isEqualTo("medium");
        Assessment two = assessment(ALL, 90, "by_two");
        assertThat(two.riskLevel()).isEqualTo("high");
        assertThat(two.level()).isEqualTo("low");
        assertThat(two.health()).isEqualTo(assessment(ALL, 90).health());
    }

    @Test
    void risk_isNeverLoweredNorRaisedBeyondTheWorst() {
        assertThat(assessment(ALL, 10, "to_high").riskLevel()).isEqualTo("critical");
        assertThat(assessment(ALL, 35, "by_two").riskLevel()).isEqualTo("critical");
    }

    @Test
    void severalRules_countOnceInAnyOrder() {
        List<EscalationRule> backwards = new ArrayList<>(ALL);
        Collections.reverse(backwards);
        assertThat(assessment(ALL, 90, "by_one", "by_two").riskLevel()).isEqualTo("high");
        assertThat(assessment(backwards, 90, "by_one", "by_two").riskLevel()).isEqualTo("high");
        assertThat(assessment(ALL, 90, "by_one", "by_two")
                        .mainEscalation()
                        .orElseThrow()
                        .rule())
                .isEqualTo("by_two");
    }

    @Test
    void unknownLevel_isRaisedOnlyToALevel() {
        assertThat(assessment(ALL, Double.NaN, "by_one").riskLevel()).isEqualTo(Health.UNKNOWN);
        assertThat(assessment(ALL, Double.NaN, "by_one", "to_high").riskLevel()).isEqualTo("high");
    }

    private static Raise to(String level) {
        return new Raise.To(new Reference(level, Cards.NOWHERE));
    }

    private static Assessment assessment(List<EscalationRule> rules, double value, String... firing) {
        Scorecard card = Cards.compile(Cards.assessment(Optional.empty(), rules));
        Health health = card.score(new Reading("C0001", Cards.fresh(value), Set.of()));
        return card.assessment(health, Optional.empty(), Optional.empty(), Set.of(firing));
    }
}
