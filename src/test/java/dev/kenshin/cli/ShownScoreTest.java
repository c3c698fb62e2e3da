package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.Explanation.Level;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ShownScoreTest {

    @Test
    void health_isShownWithTwoDecimals() {
        assertThat(new ShownScore(score(41.2345)).health()).isEqualTo("41.23");
    }

    @Test
    void healthJustBelowALevel_isShownWithTheDecimalsThatSayWhy() {
        assertThat(new ShownScore(score(49.9987)).health()).isEqualTo("49.999");
    }

    private static Score score(double health) {
        Level high = new Level("high", Text.same("High"), OptionalDouble.of(30), OptionalDouble.of(50));
        return new Score(
                "standard",
                Text.same("Standard"),
                "0",
                false,
                OptionalDouble.of(health),
                OptionalDouble.of(health),
                high,
                1,
                OptionalDouble.of(1),
                OptionalDouble.of(0.6),
                List.of(),
                List.of());
    }
}
