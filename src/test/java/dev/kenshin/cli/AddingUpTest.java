package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddingUpTest {

    @Test
    void thirds_addUpToTheWhole() {
        assertThat(AddingUp.to(new BigDecimal("-10.00"), List.of(-10 / 3.0, -10 / 3.0, -10 / 3.0)))
                .containsExactlyInAnyOrder(new BigDecimal("-3.33"), new BigDecimal("-3.33"), new BigDecimal("-3.34"));
    }

    @Test
    void figuresThatNeedNoRounding_stayAsTheyAre() {
        assertThat(AddingUp.to(new BigDecimal("-3.33"), List.of(0.0, -2.5, -0.834, 0.0)))
                .containsExactly(
                        new BigDecimal("0.00"),
                        new BigDecimal("-2.50"),
                        new BigDecimal("-0.83"),
                        new BigDecimal("0.00"));
    }

    @Test
    void anyFigures_addUpAndNoneIsOffByALastDigit() {
        Random random = new Random(7);
        for (int round = 0; round < 1000; round++) {
            List<Double> figures =
                    random.doubles(1 + random.nextInt(30), -20, 0).boxed().toList();
            double sum = figures.stream().mapToDouble(Double::doubleValue).sum();
            BigDecimal whole = AddingUp.round(sum, 2);

            List<BigDecimal> rounded = AddingUp.to(whole, figures);

            assertThat(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(whole);
            for (int i = 0; i < figures.size(); i++) {
                assertThat(rounded.get(i).doubleValue()).isCloseTo(figures.get(i), within(0.01));
            }
        }
    }
}
