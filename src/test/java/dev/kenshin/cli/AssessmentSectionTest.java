package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.AccountAssessment;
import dev.kenshin.job.AccountAssessment.Decision;
import dev.kenshin.job.AccountAssessment.Raised;
import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Group;
import dev.kenshin.job.Explanation.Level;
import dev.kenshin.job.Explanation.Rule;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AssessmentSectionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final Level MEDIUM =
            new Level("medium", new Text("様子見", "Watch"), OptionalDouble.of(50), OptionalDouble.of(70));
    private static final Level HIGH =
            new Level("high", new Text("要注意", "High risk"), OptionalDouble.of(30), OptionalDouble.of(50));
    private static final Decision DECISION = new Decision("佐藤", "予算が凍結された", DAY, DAY.plusDays(30));

    @Test
    void levelThatFollowsFromTheHealth_needsNoWords() {
        assertThat(print(Optional.empty(), Optional.empty(), List.of(), Language.EN))
                .isEmpty();
    }

    @Test
    void decisionHoldAndEscalation_areTold() {
        Optional<Text> held = Optional.of(new Text("48.9点は境目の50点から5点以内", "48.9 is within 5 points of the boundary 50"));
        List<Raised> raised = List.of(new Raised("near", HIGH, new Text("更新が近い", "Renews soon"), DAY.minusDays(7)));
        assertThat(print(Optional.of(DECISION), held, raised, Language.EN)).isEqualTo("""

                        Overridden by hand: 佐藤, "予算が凍結された" (2026-10-31 to 2026-11-30); computed: health 48.90, Watch
                        Held at Watch: 48.9 is within 5 points of the boundary 50; the health alone gives High risk
                        Risk level High risk
                          Renews soon → High risk (since 2026-10-24)
                        """);
        assertThat(print(Optional.of(DECISION), held, raised, Language.JA)).isEqualTo("""

                        手動の上書き: 佐藤「予算が凍結された」(2026-10-31 から 2026-11-30 まで)。計算では健康度 48.90、様子見
                        「様子見」に据え置き: 48.9点は境目の50点から5点以内。健康度だけなら「要注意」
                        リスクレベル 要注意
                          更新が近い → 要注意(2026-10-24 から)
                        """);
    }

    /** Nothing could be computed: all that is lost from 100 is the person's. */
    @Test
    void healthThatOnlyAPersonGave_isShownWithoutASum() {
        Component unknown = new Component(
                "nps",
                Text.same("NPS"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Text.same("unknown"),
                OptionalDouble.empty(),
                1,
                0,
                0,
                "missing-excluded",
                Text.same("No data"),
                OptionalInt.empty(),
                OptionalDouble.of(0));
        Rule manual = new Rule("manual", Text.same("frozen"), Optional.of(Text.same("set to 65")), 100, 65, -35);
        Score score = new Score(
                "standard",
                Text.same("Standard"),
                "0",
                false,
                OptionalDouble.of(65),
                OptionalDouble.empty(),
                MEDIUM,
                0,
                OptionalDouble.of(0),
                OptionalDouble.of(0.5),
                List.of(new Group("voice", Text.same("Voice"), List.of(unknown))),
                List.of(manual));
        assertThat(new ScoreSection(score, Language.EN, 120).print())
                .startsWith("Health 65.00  Watch (from 50, below 70)")
                .contains("Override (set to 65)", "-35.00  100.00 → 65.00  frozen")
                .doesNotContain("Health before overrides");
    }

    private static String print(
            Optional<Decision> decision, Optional<Text> held, List<Raised> raised, Language language) {
        AccountAssessment assessment = new AccountAssessment(
                HIGH, held, OptionalDouble.of(48.9), MEDIUM, decision, raised.isEmpty() ? MEDIUM : HIGH, raised);
        return new AssessmentSection(assessment, language).print();
    }
}
