package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a card makes of its parts: a metric that improves never lowers the health. */
class MonotoneTest {
    private final Random random = new Random(20261031);
    private final RandomAccounts accounts = new RandomAccounts(20261031);

    @Test
    void improvement_neverLowersHealth() {
        for (int round = 0; round < 1000; round++) {
            Scorecard card = Cards.compile(accounts.monotoneConfig());
            double[] values = random.doubles(card.components().size()).toArray();
            double before = health(card, values);
            for (int step = 0; step < 10; step++) {
                values[random.nextInt(values.length)] += random.nextDouble() / 4;
                double now = health(card, values);
                assertThat(now).as("of %s", Arrays.toString(values)).isBetween(before - 1e-9, 100 + 1e-9);
                before = now;
            }
        }
    }

    private static double health(Scorecard card, double[] values) {
        return card.score(new Reading("C0001", Cards.fresh(values), Set.of()))
                .health()
                .orElseThrow();
    }
}
