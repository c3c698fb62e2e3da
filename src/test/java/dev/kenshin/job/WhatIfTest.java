package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Gap;
import dev.kenshin.job.Explanation.Group;
import dev.kenshin.job.Explanation.Level;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    @Test
    void gap_namesTheLargestFirst_andHowManyAreEnough() {
        Gap gap = WhatIf.gap(unknown(
                        component("usage", 0.3, "present"),
                        component("small", 0.1, "missing-neutral"),
                        component("large", 0.4, "stale-excluded"),
                        component("middle", 0.2, "missing-excluded")))
                .orElseThrow();

        assertThat(gap.lacking()).extracting(Component::metric).containsExactly("large", "middle", "small");
        assertThat(gap.enough()).isEqualTo(1);
    }

    @Test
    void ageingData_areNotLacking() {
        Gap gap = WhatIf.gap(unknown(component("usage", 0.3, "ageing"), component("voice", 0.7, "missing-worst")))
                .orElseThrow();

        assertThat(gap.lacking()).extracting(Component::metric).containsExactly("voice");
    }

    @Test
    void healthThatIsThere_lacksNothing() {
        assertThat(WhatIf.gap(score(OptionalDouble.of(50), component("usage", 1, "present"))))
                .isEmpty();
    }

    private static Score unknown(Component... components) {
        return score(OptionalDouble.empty(), components);
    }

    private static Score score(OptionalDouble health, Component... components) {
        return new Score(
                "standard",
                Text.same("Standard"),
                "0",
                false,
                health,
                health,
                new Level("unknown", Text.same("Unknown"), OptionalDouble.empty(), OptionalDouble.empty()),
                0.3,
                OptionalDouble.of(0.3),
                OptionalDouble.of(0.6),
                List.of(new Group("all", Text.same("All"), List.of(components))),
                List.of());
    }

    private static Component component(String name, double weight, String status) {
        return new Component(
                name,
                Text.same(name),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Text.same("unknown"),
                OptionalDouble.empty(),
                weight,
                0,
                0,
                status,
                Text.same(status),
                OptionalInt.empty(),
                OptionalDouble.empty());
    }
}
