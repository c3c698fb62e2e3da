package dev.kenshin.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Text;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.123 | ratio | 12.3% | 12.3%",
                "0.8 | ratio | 80% | 80%",
                "-0.255 | ratio | -25.5% | -25.5%",
                "0.0004 | ratio | 0.04% | 0.04%",
                "12 | count | 12 | 12",
                "1234.56 | count | 1,234.6 | 1,234.6",
                "0.046 | count | 0.05 | 0.05",
                "-0.001 | count | 0 | 0",
                "1.5 | hours | 1.5時間 | 1.5 hours",
                "1 | days | 1日 | 1 day",
                "35 | days | 35日 | 35 days",
                "1234567.5 | yen | 1,234,568円 | 1,234,568 yen",
                "-1000 | yen | -1,000円 | -1,000 yen",
                "-100 | yen | -100円 | -100 yen",
                "1 | flag | はい | yes",
                "0 | flag | いいえ | no",
                "-33.3 | points | -33.3 | -33.3",
                "12345678901234567890 | yen | 12,345,678,901,234,567,000円 | 12,345,678,901,234,567,000 yen"
            })
    void value_isWrittenWithItsUnit(double value, String unit, String ja, String en) {
        assertThat(Figures.of(value, unit)).isEqualTo(new Text(ja, en));
    }

    @Test
    void rate_showsWhereItComesFrom() {
        assertThat(Figures.of(12, 40, "count")).isEqualTo(Text.same("12 ÷ 40 = 0.3"));
        assertThat(Figures.of(120000, 40, "yen"))
                .isEqualTo(new Text("120,000円 ÷ 40 = 3,000円", "120,000 yen ÷ 40 = 3,000 yen"));
    }

    @Test
    void points_alwaysShowTheirSign() {
        assertThat(Figures.points(-21.35)).isEqualTo("-21.4");
        assertThat(Figures.points(5)).isEqualTo("+5.0");
    }

    @Test
    void figures_agreeWithTheFormatterOfThePlatform() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
            assertThat(Figures.whole(value))
                    .isEqualTo(String.format(Locale.ROOT, "%,.0f", value).replaceFirst("^-0$", "0"));
        }
    }
}
