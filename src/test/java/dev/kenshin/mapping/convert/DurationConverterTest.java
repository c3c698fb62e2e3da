package dev.kenshin.mapping.convert;

import static dev.kenshin.mapping.convert.FieldType.DURATION_HOURS;
import static dev.kenshin.mapping.convert.FieldType.DURATION_MINUTES;
import static dev.kenshin.mapping.convert.FieldType.DURATION_SECONDS;
import static dev.kenshin.mapping.convert.Reading.refusal;
import static dev.kenshin.mapping.convert.Reading.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationConverterTest {

    @ParameterizedTest
    @CsvSource({
        "1:30, 1.5", "1:30:00, 1.5", "90分, 1.5", "９０分, 1.5", "1.5時間, 1.5", "1時間30分, 1.5", "1時間半, 1.5", "1h30m, 1.5",
        "90 min, 1.5", "5400秒, 1.5", "1.5, 1.5", "２, 2", "20分, 0.3333", "0:00, 0", "100:00, 100",
                "1899-12-31T01:30:00, 1.5",
        "1900-01-01T02:00, 26"
    })
    void lengthOfTime_isReadInHours(String written, BigDecimal hours) {
        assertThat((BigDecimal) value(DURATION_HOURS, written)).isEqualByComparingTo(hours);
    }

    @Test
    void plainNumber_isInTheTypesOwnUnit() {
        assertThat((BigDecimal) value(DURATION_MINUTES, "90")).isEqualByComparingTo("90");
        assertThat((BigDecimal) value(DURATION_SECONDS, 90L)).isEqualByComparingTo("90");
    }

    @Test
    void worksheetTimeOfDay_isTheTimeSinceMidnight() {
        assertThat((BigDecimal) value(DURATION_MINUTES, LocalDateTime.of(1899, 12, 31, 1, 30)))
                .isEqualByComparingTo("90");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1:60", "半日", "-1:30", "-2", "1:2", "30分1時間", "1e12", "1時間半30分", "約1時間", "2026-04-01T01:30"})
    void whatIsNoLengthOfTime_isRefused(String written) {
        assertThat(refusal(DURATION_HOURS, written)).isEqualTo("KEN-P48");
    }

    @Test
    void everyLength_inEverySpelling_readsBack() {
        Random random = new Random(20261031);
        for (int i = 0; i < 1_000; i++) {
            int seconds = random.nextInt(360_000);
            int hours = seconds / 3600;
            int minutes = seconds / 60 % 60;
            for (String written : List.of(
                    String.format("%d:%02d:%02d", hours, minutes, seconds % 60),
                    hours + "時間" + minutes + "分" + seconds % 60 + "秒",
                    hours + "h " + minutes + "m " + seconds % 60 + "s",
                    seconds + "秒",
                    String.valueOf(seconds))) {
                assertThat((BigDecimal) value(DURATION_SECONDS, written))
                        .isEqualByComparingTo(BigDecimal.valueOf(seconds));
            }
        }
    }
}
