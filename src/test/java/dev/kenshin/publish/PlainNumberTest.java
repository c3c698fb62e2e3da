package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-0.0, 0",
        "100.0, 100",
        "12345678901.5, 12345678901.5",
        "0.00001, 0.00001",
        "2.0E-3, 0.002",
        "33.333333333333336, 33.333333333333336",
        "1.0E12, 1000000000000"
    })
    void doubles_areShortAndHaveNoExponent(double number, String expected) {
        assertThat(PlainNumber.of(number)).isEqualTo(expected);
    }

    @Test
    void everyDouble_isReadBackAsItself() {
        Random random = new Random(20261031);
        for (int i = 0; i < 50_000; i++) {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(24) - 12);
            assertThat(Double.parseDouble(PlainNumber.of(number))).isEqualTo(number);
        }
    }

    @Test
    void decimals_loseZerosThatSayNothing() {
        assertThat(PlainNumber.of(new BigDecimal("1200000.0000"))).isEqualTo("1200000");
        assertThat(PlainNumber.of(new BigDecimal("0.5000"))).isEqualTo("0.5");
        assertThat(PlainNumber.of(new BigDecimal("0.0000"))).isEqualTo("0");
    }
}
