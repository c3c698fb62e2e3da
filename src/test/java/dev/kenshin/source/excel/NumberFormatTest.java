package dev.kenshin.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {
    private static final int CUSTOM = 176;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy/mm/dd",
                "m/d/yy",
                "[$-411]ggge\"年\"m\"月\"d\"日\";@",
                "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\"",
                "ge.m.d",
                "yyyy\"年\"m\"月\"",
                "h:mm",
                "h:mm AM/PM",
                "mm:ss.0",
                "[DBNum1]yyyy年m月d日",
                "d\\-mmm",
                "yyyy-mm-dd\\Thh:mm:ss.000",
                "[<1]h:mm;yyyy/m/d"
            })
    void dates_areTold(String format) {
        assertThat(NumberFormat.of(CUSTOM, format)).isEqualTo(NumberFormat.MOMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[h]:mm", "[hh]:mm:ss", "[m]", "[ss]", "[H]\"時間\""})
    void lengthsOfTime_areTold(String format) {
        assertThat(NumberFormat.of(CUSTOM, format)).isEqualTo(NumberFormat.ELAPSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "0",
                "0.00",
                "#,##0\"円\"",
                "0\"days\"",
                "\"¥\"#,##0;[Red]\"¥\"\\-#,##0",
                "0%",
                "0.0E+00",
                "# ?/?",
                "@",
                "[Red]0.0",
                "_ * #,##0_ ;_ * \\-#,##0_ ",
                "0\"月\"",
                "[DBNum3]0",
                ""
            })
    void numbers_areTold(String format) {
        assertThat(NumberFormat.of(CUSTOM, format)).isEqualTo(NumberFormat.PLAIN);
    }

    @Test
    void absentFormat_isANumberUnlessJapaneseBuiltIn() {
        assertThat(NumberFormat.of(CUSTOM, null)).isEqualTo(NumberFormat.PLAIN);
        assertThat(NumberFormat.of(57, null)).isEqualTo(NumberFormat.MOMENT);
    }
}
