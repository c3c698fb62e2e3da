package dev.kenshin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ￥9,000     | 9000
                    ¥120,000   | 120000
                    30,000円    | 30000
                    3万円       | 30000
                    1.5万      | 15000
                    １２        | 12
                    △7万       | -70000
                    △1,140,000 | -1140000
                    """)
    void amounts_areRead(String text, BigDecimal amount) {
        assertThat(Texts.amount(text).orElseThrow()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"2:30, 2.5", "0:30, 0.5", "90分, 1.5", "1.5時間, 1.5", "1時間, 1", "100分, 1.67"})
    void hours_areRead(String text, BigDecimal hours) {
        assertThat(Texts.hours(text).orElseThrow()).isEqualByComparingTo(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "未定", "3人日", "1:75"})
    void otherTexts_areNeither(String text) {
        assertThat(Texts.amount(text)).isEmpty();
        assertThat(Texts.hours(text)).isEmpty();
    }

    @Test
    void whatHappensLater_hasNotHappenedYet() {
        assertThat(Texts.lastEvening(NOW, "2026/10/01", "2026/12/31", ""))
                .isEqualTo(Instant.parse("2026-10-01T09:00:00Z"));
        assertThat(Texts.lastEvening(NOW, "2026/12/31", null)).isEqualTo(Texts.SINCE);
        assertThat(Texts.daysBefore("2026-12-31", 90, NOW)).isEqualTo(Instant.parse("2026-10-02T09:00:00Z"));
        assertThat(Texts.daysBefore("2027-12-31", 90, NOW)).isEqualTo(Texts.SINCE);
    }
}
