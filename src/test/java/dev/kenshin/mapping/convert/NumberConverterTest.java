package dev.kenshin.mapping.convert;

import static dev.kenshin.mapping.convert.FieldType.DECIMAL;
import static dev.kenshin.mapping.convert.FieldType.INTEGER;
import static dev.kenshin.mapping.convert.Reading.refusal;
import static dev.kenshin.mapping.convert.Reading.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberConverterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234         | 1234
            1,234        | 1234
            １，２３４   | 1234
            12万3,000    | 123000
            12万         | 120000
            1.5億        | 150000000
            1億2,000万   | 120000000
            3千          | 3000
            3千5百万     | 35000000
            2億3千万4,500 | 230004500
            1兆          | 1000000000000
            120千円      | 120000
            12百万円     | 12000000
            ¥120,000     | 120000
            ￥120,000    | 120000
            \\120,000    | 120000
            120,000円    | 120000
            30%          | 0.3
            12.5％       | 0.125
            △500        | -500
            ▲1,200円    | -1200
            △5万        | -50000
            －500        | -500
            −500         | -500
            (500)        | -500
            （1,200）    | -1200
            ¥-500        | -500
            500-         | -500
            +7           | 7
            1.2e3        | 1200
            1E-2         | 0.01
            .5           | 0.5
            30名         | 30
            5件          | 5
            0.00005      | 0.0001
            """)
    void numberAsPeopleWriteIt_isRead(String written, BigDecimal expected) {
        assertThat((BigDecimal) value(DECIMAL, written)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "高い",
                "12,34",
                "1,2345",
                "1.2.3",
                "1万2万",
                "1万30,000",
                "1.5億2000万",
                "万",
                "千円",
                "(500",
                "△(500)",
                "-500-",
                "5 000",
                "1e",
                "--5",
                "12a",
                "１２月",
                "0x1F",
                "NaN",
                "Infinity",
                "1/2",
                "¥"
            })
    void whatIsNoNumber_isRefused(String written) {
        assertThat(refusal(DECIMAL, written)).isEqualTo("KEN-P41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "　", "-", "―", "N/A", "なし", "未定", "#N/A"})
    void marksForNothing_areUnknown(String written) {
        assertThat(value(DECIMAL, written)).isNull();
        assertThat(value(INTEGER, written)).isNull();
    }

    @Test
    void rawNumbers_keepTheirValue() {
        assertThat(value(INTEGER, 12L)).isEqualTo(12L);
        assertThat(value(INTEGER, 12.0)).isEqualTo(12L);
        assertThat(value(INTEGER, new BigDecimal("12.00"))).isEqualTo(12L);
        assertThat(value(DECIMAL, 0.1 + 0.2)).isEqualTo(new BigDecimal("0.3000"));
        assertThat(value(DECIMAL, 3L)).isEqualTo(new BigDecimal("3.0000"));
    }

    @Test
    void fraction_isNoInteger() {
        assertThat(refusal(INTEGER, "1.5")).isEqualTo("KEN-P42");
        assertThat(refusal(INTEGER, 1.5)).isEqualTo("KEN-P42");
        assertThat(value(INTEGER, "1.50万")).isEqualTo(15_000L);
    }

    @Test
    void numbersBeyondTheWarehouse_areRefused() {
        assertThat(refusal(INTEGER, "1e30")).isEqualTo("KEN-P43");
        assertThat(refusal(DECIMAL, "100000000000000")).isEqualTo("KEN-P43");
        assertThat(refusal(DECIMAL, new BigDecimal("1E+999999999"))).isEqualTo("KEN-P43");
        assertThat(refusal(DECIMAL, new BigDecimal("1E-999999999"))).isEqualTo("KEN-P43");
        assertThat(value(DECIMAL, "99999999999999.9999")).isEqualTo(new BigDecimal("99999999999999.9999"));
    }

    @Test
    void booleans_areNoNumbers() {
        assertThat(refusal(INTEGER, true)).isEqualTo("KEN-P41");
    }

    @Test
    void everyInteger_inEverySpelling_readsBack() {
        Random random = new Random(20261031);
        List<LongFunction<String>> spellings = List.of(
                Long::toString,
                number -> String.format(Locale.ROOT, "%,d", number),
                number -> "¥" + number,
                number -> number + "円",
                number -> " " + number + "　",
                number -> fullWidth(Long.toString(number)),
                number -> inMyriads(number),
                number -> BigDecimal.valueOf(number, -2).movePointLeft(2).toPlainString(),
                number -> number + "00%");
        for (int i = 0; i < 1_000; i++) {
            long number = random.nextLong(1L << random.nextInt(1, 46));
            for (LongFunction<String> spelling : spellings) {
                assertThat(value(INTEGER, spelling.apply(number))).isEqualTo(number);
                for (String negative : negatives(spelling.apply(number).strip())) {
                    assertThat(value(INTEGER, negative)).isEqualTo(-number);
                }
            }
        }
    }

    private static List<String> negatives(String written) {
        return List.of(
                "-" + written, "△" + written, "▲" + written, "(" + written + ")", "（" + written + "）", written + "-");
    }

    private static String fullWidth(String digits) {
        return digits.chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .reduce("", String::concat);
    }

    private static String inMyriads(long number) {
        long man = number / 10_000 % 10_000;
        long oku = number / 100_000_000 % 10_000;
        long cho = number / 1_000_000_000_000L;
        return (cho > 0 ? cho + "兆" : "") + (oku > 0 ? oku + "億" : "") + (man > 0 ? man + "万" : "") + number % 10_000;
    }
}
