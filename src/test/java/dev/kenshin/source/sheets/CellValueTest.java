package dev.kenshin.source.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellValueTest {

    @ParameterizedTest
    @CsvSource({
        "46113, 2026/04/01, 2026-04-01",
        "46113.4, 2026年4月1日 9時36分, 2026-04-01T09:36",
        "46113.4, 9:36, 2026-04-01T09:36",
        "61, 1900/03/01, 1900-03-01",
        "1, 1899/12/31, 1899-12-31",
        "-5386, 1885/04/01, 1885-04-01",
        "0.0625, 1:30, 01:30",
        "0.0625, 午前1時30分, 01:30",
        "1.5, 36:00, 36:00",
        "1.5, 36時間, 36:00",
        "1.5, 2160, 36:00",
        "1.5, 129600, 36:00",
        "1.50008, 36:00, 36:00:07",
        "4.9999, 120:00, 119:59:51",
        "1.5, 計 36:00, 36:00",
        "-0.5, -12:00, -0.5",
        "2958466, 10000/01/01, 2958466"
    })
    void numbersThatAreShownAsText_areDatesAndTimes(BigDecimal value, String shown, String meaning) {
        assertThat(String.valueOf(CellValue.of(value, shown))).isEqualTo(meaning);
    }

    @Test
    void otherValues_areWhatTheyAre() {
        assertThat(CellValue.of(new BigDecimal("42"), new BigDecimal("42"))).isEqualTo(42L);
        assertThat(CellValue.of(new BigDecimal("0.30000000000000004"), 0.3)).isEqualTo(new BigDecimal("0.3"));
        assertThat(CellValue.of(true, true)).isEqualTo(true);
        assertThat(CellValue.of(" ㈱あ ", " ㈱あ ")).isEqualTo(" ㈱あ ");
        assertThat(CellValue.of("#N/A", "#N/A")).isEqualTo("#N/A");
        assertThat(CellValue.of("　 ", "")).isNull();
        assertThat(CellValue.of(null, null)).isNull();
    }
}
