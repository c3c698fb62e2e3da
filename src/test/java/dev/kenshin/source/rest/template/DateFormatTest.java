package dev.kenshin.source.rest.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormatTest {
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-03-05T07:08:09.012345Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%Y-%m-%dT%H:%M:%S.%f%z | 2026-03-05T07:08:09.012345+0000",
                "%Y-%m-%dT%H:%M:%S.%_msZ | 2026-03-05T07:08:09.012Z",
                "%d/%m/%y %I:%M %p | 05/03/26 07:08 AM",
                "%a, %d %b %Y | Thu, 05 Mar 2026",
                "%F %T | 2026-03-05 07:08:09",
                "%-d.%-m.%Y | 5.3.2026",
                "%s | 1772694489",
                "%s_as_float | 1772694489.012345",
                "%ms | 1772694489012",
                "%epoch_microseconds | 1772694489012345",
                "100%% | 100%"
            })
    void format_writesAsPythonDoes(String format, String expected) {
        assertThat(DateFormat.of(format).format(TIME)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%Y-%m-%dT%H:%M:%SZ | 2026-03-05T07:08:09Z | 2026-03-05T07:08:09Z",
                "%Y-%m-%dT%H:%M:%S%z | 2026-03-05T07:08:09+09:00 | 2026-03-05T07:08:09+09:00",
                "%Y-%m-%dT%H:%M:%S%z | 2026-03-05T07:08:09Z | 2026-03-05T07:08:09Z",
                "%Y-%m-%dT%H:%M:%S.%f%z | 2026-03-05T07:08:09.5-0800 | 2026-03-05T07:08:09.5-08:00",
                "%Y-%m-%dT%H:%M:%S.%_ms | 2026-03-05T07:08:09.012 | 2026-03-05T07:08:09.012Z",
                "%Y-%m-%d | 2026-3-5 | 2026-03-05T00:00Z",
                "%Y%m%d | 20260305 | 2026-03-05T00:00Z",
                "%m/%d/%Y %I:%M %p | 03/05/2026 12:08 AM | 2026-03-05T00:08Z",
                "%d %B %Y | 5 march 2026 | 2026-03-05T00:00Z",
                "%b %d %Y | Dec 31 2026 | 2026-12-31T00:00Z",
                "%Y-%j | 2026-064 | 2026-03-05T00:00Z",
                "%s | 1772694489 | 2026-03-05T07:08:09Z",
                "%s_as_float | 1772694489.5 | 2026-03-05T07:08:09.5Z",
                "%ms | 1772694489012 | 2026-03-05T07:08:09.012Z",
                "%epoch_microseconds | 1772694489012345 | 2026-03-05T07:08:09.012345Z"
            })
    void parse_readsAsPythonDoes(String format, String text, OffsetDateTime expected) {
        assertThat(DateFormat.of(format).parse(text)).contains(expected);
    }

    @Test
    void textOfAnotherForm_isNoTime() {
        DateFormat format = DateFormat.of("%Y-%m-%d");
        assertThat(format.parse("2026-03-05T00:00:00Z")).isEmpty();
        assertThat(format.parse("2026-02-30")).isEmpty();
        assertThat(format.parse("")).isEmpty();
        assertThat(DateFormat.of("%s").parse("abc")).isEmpty();
    }
}
