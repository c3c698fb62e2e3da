package dev.kenshin.mapping.convert;

import static dev.kenshin.mapping.convert.FieldType.DATE;
import static dev.kenshin.mapping.convert.FieldType.DATE_1904;
import static dev.kenshin.mapping.convert.FieldType.TIMESTAMP;
import static dev.kenshin.mapping.convert.Reading.TOKYO;
import static dev.kenshin.mapping.convert.Reading.refusal;
import static dev.kenshin.mapping.convert.Reading.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateConverterTest {
    private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate EXCEL_1904_DAY_ZERO = LocalDate.of(1904, 1, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-04-01                | 2026-04-01
            2026/4/1                  | 2026-04-01
            2026.4.1                  | 2026-04-01
            ２０２６／０４／０１      | 2026-04-01
            2026年4月1日              | 2026-04-01
            2026年4月1日(水)          | 2026-04-01
            2026/4/1（水曜日）        | 2026-04-01
            20260401                  | 2026-04-01
            令和8年4月1日             | 2026-04-01
            令和８年４月１日          | 2026-04-01
            ㋿8年4月1日               | 2026-04-01
            R8.4.1                    | 2026-04-01
            r08/04/01                 | 2026-04-01
            R8-4-1                    | 2026-04-01
            令和元年5月1日            | 2019-05-01
            平成31年4月30日           | 2019-04-30
            H31.4.30                  | 2019-04-30
            昭和64年1月7日            | 1989-01-07
            平成元年1月8日            | 1989-01-08
            S63.12.31                 | 1988-12-31
            46113                     | 2026-04-01
            46113.75                  | 2026-04-01
            1774969200                | 2026-04-01
            1774969200000             | 2026-04-01
            2026-03-31T20:00:00Z      | 2026-04-01
            2026-04-01T08:00:00+09:00 | 2026-04-01
            2026-04-01 00:00:00       | 2026-04-01
            9999-12-31                | 9999-12-31
            """)
    void dateAsPeopleWriteIt_isRead(String written, LocalDate expected) {
        assertThat(value(DATE, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-01T10:12:00+09:00     | 2026-05-01T10:12
            2026-05-01T01:12:00Z          | 2026-05-01T10:12
            2026-05-01 01:12:00 UTC       | 2026-05-01T10:12
            2026-05-01T01:12:00.250+0000  | 2026-05-01T10:12:00.250
            2026/5/1 9:05                 | 2026-05-01T09:05
            2026年5月1日 9時5分           | 2026-05-01T09:05
            2026年5月1日9時5分30秒        | 2026-05-01T09:05:30
            令和8年5月1日 午後3時         | 2026-05-01T15:00
            2026/5/1 午前12:30            | 2026-05-01T00:30
            46143.4305555556              | 2026-05-01T10:20
            1777597920                    | 2026-05-01T10:12
            1777597920.5                  | 2026-05-01T10:12:00.500
            2026-05-01                    | 2026-05-01T00:00
            """)
    void momentAsSystemsWriteIt_isCarriedToTheJobsZone(String written, LocalDateTime expected) {
        assertThat(value(TIMESTAMP, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026/13/1",
                "2026年4月31日",
                "令和元年4月30日",
                "平成31年5月1日",
                "昭和64年1月8日",
                "R0.1.1",
                "20261301",
                "2026-04-01T25:00",
                "2026/4/1(木)",
                "0001-01-01",
                "2026/5/1 午後13時",
                "2026-04-01T00:00+99:00"
            })
    void impossibleDate_isRefused(String written) {
        assertThat(refusal(DATE, written)).isEqualTo("KEN-P45");
    }

    @ParameterizedTest
    @ValueSource(strings = {"26/4/1", "26-04-01", "26年4月1日", "04/01/2026", "'26.4.1", "8.4.1"})
    void yearWithoutFourDigits_isRefused(String written) {
        assertThat(refusal(DATE, written)).isEqualTo("KEN-P46");
    }

    @ParameterizedTest
    @ValueSource(strings = {"先月末", "2026/4", "2026年4月", "2026", "12345", "Apr 1, 2026", "2026-4/1", "令和8年", "true"})
    void whatIsNoDate_isRefused(String written) {
        assertThat(refusal(DATE, written)).isEqualTo("KEN-P44");
    }

    @Test
    void rawDatesAndNumbers_areRead() {
        assertThat(value(DATE, LocalDate.of(2026, 4, 1))).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(value(DATE, LocalDateTime.of(2026, 4, 1, 9, 0))).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(value(TIMESTAMP, LocalDate.of(2026, 4, 1))).isEqualTo(LocalDateTime.of(2026, 4, 1, 0, 0));
        assertThat(value(DATE, 46113.0)).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(value(DATE, 20260401L)).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(value(DATE, new BigDecimal("1.7749692E+12"))).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(value(DATE, "未定")).isNull();
    }

    @Test
    void everyDate_inEverySpelling_readsBack() {
        Random random = new Random(20261031);
        for (int i = 0; i < 1_000; i++) {
            LocalDate date = LocalDate.of(1955, 1, 1).plusDays(random.nextInt(55_000));
            for (String written : spellings(date)) {
                assertThat(value(DATE, written)).as(written).isEqualTo(date);
            }
            long serial1904 = ChronoUnit.DAYS.between(EXCEL_1904_DAY_ZERO, date);
            if (serial1904 >= 20_000) {
                assertThat(value(DATE_1904, serial1904)).isEqualTo(date);
            }
        }
    }

    @Test
    void everyMoment_readsBackFromEveryOffset() {
        Random random = new Random(20261031);
        for (int i = 0; i < 1_000; i++) {
            LocalDateTime moment = LocalDateTime.of(2001, 9, 10, 0, 0).plusSeconds(random.nextInt(Integer.MAX_VALUE));
            ZoneOffset offset = ZoneOffset.ofHoursMinutes(random.nextInt(-11, 12), 0);
            assertThat(value(TIMESTAMP, moment.toString())).isEqualTo(moment);
            assertThat(value(
                            TIMESTAMP,
                            moment.atZone(TOKYO)
                                    .withZoneSameInstant(offset)
                                    .toOffsetDateTime()
                                    .toString()))
                    .isEqualTo(moment);
            assertThat(value(TIMESTAMP, moment.atZone(TOKYO).toEpochSecond())).isEqualTo(moment);
            assertThat(value(TIMESTAMP, moment.atZone(TOKYO).toInstant().toEpochMilli()))
                    .isEqualTo(moment);
        }
    }

    private static List<String> spellings(LocalDate date) {
        List<String> spellings = new ArrayList<>();
        for (String pattern : List.of(
                "uuuu-MM-dd", "uuuu/M/d", "uuuu/MM/dd", "uuuu.M.d", "uuuu年M月d日", "uuuuMMdd", "uuuu年M月d日(EEEEE)")) {
            spellings.add(date.format(DateTimeFormatter.ofPattern(pattern, Locale.JAPANESE)));
        }
        JapaneseDate japanese = JapaneseDate.from(date);
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        String monthAndDay = date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        int era = japanese.getEra().getValue();
        spellings.add(List.of("昭和", "平成", "令和").get(era - 1) + (year == 1 ? "元" : year) + "年" + monthAndDay);
        spellings.add("SHR".charAt(era - 1) + "" + year + "." + date.getMonthValue() + "." + date.getDayOfMonth());
        long serial = ChronoUnit.DAYS.between(EXCEL_DAY_ZERO, date);
        if (serial < 80_000) {
            spellings.add(Long.toString(serial));
        }
        return spellings;
    }
}
