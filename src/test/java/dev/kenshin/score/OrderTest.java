package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.ScorecardConfig.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {

    /** A component together with what was measured of it. */
    private record Pair(Component component, Measurement measurement) {}

    private final Random random = new Random(7);

    @Test
    void orderOfComponents_isIrrelevantToHealth() {
        for (int round = 0; round < 500; round++) {
            List<Pair> pairs = pairs(1 + random.nextInt(12));
            Health one = score(pairs);
            Collections.shuffle(pairs, random);
            Health other = score(pairs);
            assertThat(other.level()).isEqualTo(one.level());
            assertThat(other.coverage()).isCloseTo(one.coverage(), within(1e-9));
            assertThat(other.health().orElse(-1)).isCloseTo(one.health().orElse(-1), within(1e-9));
        }
    }

    private List<Pair> pairs(int count) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double value = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(101);
            pairs.add(new Pair(
                    Cards.component("metric_" + i, 1 + random.nextInt(9), Cards.IDENTITY),
                    Measurement.fresh(Value.of(value))));
        }
        return pairs;
    }

    private static Health score(List<Pair> pairs) {
        Component[] components = pairs.stream().map(Pair::component).toArray(Component[]::new);
        List<Measurement> measurements = pairs.stream().map(Pair::measurement).toList();
        return Cards.card(0.5, List.of(), Cards.group("all", 1, components))
                .score(new Reading("C0001", measurements, Set.of()));
    }
}
